package io.tapeline.emulator.polymarket;

import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gamma's {@code /events} and {@code /markets}, the CLOB's {@code /book}, {@code /books} and {@code /time}, {@code /trades}. */
final class PolymarketRest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 500;

    private final PolymarketVenue venue;

    PolymarketRest(PolymarketVenue venue) {
        this.venue = venue;
    }

    static RestAnswer error(int status, String message) {
        return RestAnswer.of(status, "{\"error\":\"" + message + "\"}");
    }

    RestAnswer answer(RestRequest request) {
        return switch (request.path()) {
            case "/events" ->
                RestAnswer.ok(
                        Json.array(window(request).stream().map(window -> GammaText.event(window, number(window)))));
            case "/markets" ->
                RestAnswer.ok(
                        Json.array(window(request).stream().map(window -> GammaText.market(window, number(window)))));
            case "/book" ->
                book(request.parameter("token_id").orElse(""))
                        .map(RestAnswer::ok)
                        .orElse(error(404, "No orderbook exists for the requested token id"));
            case "/books" -> books(request.body());
            case "/time" -> RestAnswer.ok(Long.toString(venue.now() / 1_000));
            case "/trades" -> trades(request);
            default -> error(404, "not found");
        };
    }

    private Optional<Window> window(RestRequest request) {
        return request.parameter("slug").flatMap(venue::window);
    }

    private static long number(Window window) {
        return window.name().start() / 1_000;
    }

    private Optional<String> book(String token) {
        return venue.ofToken(token)
                .map(window -> ClobText.answer(window, token.equals(window.token(true)), venue.stepped()));
    }

    /** Tokens that nobody knows are left out. */
    private RestAnswer books(String body) {
        try {
            List<String> books = new ArrayList<>();
            for (JsonNode asked : JSON.readTree(body)) {
                book(asked.path("token_id").asString("")).ifPresent(books::add);
            }
            return RestAnswer.ok(Json.array(books));
        } catch (JacksonException e) {
            return error(400, "Invalid payload");
        }
    }

    /** Of both tokens of a market, newest first. */
    private RestAnswer trades(RestRequest request) {
        String condition = request.parameter("market").orElse("");
        long limit = Math.min(MOST, number(request, "limit", 100));
        return RestAnswer.ok(Json.array(venue.windows().stream()
                .filter(window -> window.condition().equals(condition))
                .flatMap(window ->
                        List.copyOf(window.trades()).reversed().stream().map(trade -> GammaText.trade(window, trade)))
                .skip(number(request, "offset", 0))
                .limit(limit)));
    }

    private static long number(RestRequest request, String name, long otherwise) {
        return request.parameter(name)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::parseLong)
                .orElse(otherwise);
    }
}
