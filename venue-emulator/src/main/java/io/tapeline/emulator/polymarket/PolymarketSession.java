package io.tapeline.emulator.polymarket;

import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.EmulatedSession;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The market channel. Nothing is acknowledged: the answer to a subscription is one array with the books of its tokens, and
 * tokens that nobody knows are passed over in silence. Only the text {@code PING} counts as a sign of life.
 */
final class PolymarketSession extends EmulatedSession {
    private static final JsonMapper JSON = new JsonMapper();

    private final PolymarketVenue venue;

    PolymarketSession(PolymarketVenue venue, WsConnection connection) {
        super(venue.context(), venue.hub(), connection, venue.limits());
        this.venue = venue;
    }

    @Override
    protected ClientMessage read(String text) {
        if (text.equals("PING")) {
            return new ClientMessage.Answer("PONG");
        }
        try {
            JsonNode message = JSON.readTree(text);
            List<String> tokens = new ArrayList<>();
            message.path("assets_ids").forEach(token -> tokens.add(token.asString("")));
            boolean subscribes = message.path("type").asString("").equals("market")
                    || message.path("operation").asString("").equals("subscribe");
            if (subscribes) {
                return subscribe(tokens, message);
            } else if (message.path("operation").asString("").equals("unsubscribe")) {
                return new ClientMessage.Unsubscribe(withBest(tokens), message);
            }
        } catch (JacksonException e) {
            // Answered as anything else that is none of the three.
        }
        return new ClientMessage.Answer("INVALID OPERATION");
    }

    private ClientMessage subscribe(List<String> tokens, JsonNode message) {
        return !tokens.isEmpty() && streams().containsAll(tokens)
                ? new ClientMessage.Answer("NO NEW ASSETS")
                : new ClientMessage.Subscribe(tokens, message);
    }

    private static List<String> withBest(List<String> tokens) {
        return Stream.concat(tokens.stream(), tokens.stream().map(WindowStreams::best))
                .toList();
    }

    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        if (outcome.fault() != null) {
            answer("{\"error\":\"invalid asset ids\"}");
        }
        if (request.request().path("custom_feature_enabled").asBoolean(false)) {
            listen(WindowStreams.GLOBAL);
            outcome.accepted().forEach(token -> listen(WindowStreams.best(token)));
        }
        long now = venue.stepped();
        List<String> books = outcome.accepted().stream()
                .filter(token -> !isSilent(token))
                .flatMap(token -> venue.ofToken(token).stream()
                        .map(window -> ClobText.book(window, token.equals(window.token(true)), now, true)))
                .toList();
        if (!books.isEmpty()) {
            answer(Json.array(books));
        }
    }

    /** A token that a fault makes silent does not begin with its book either. */
    private boolean isSilent(String token) {
        return !context().faults().none()
                && context().faults().onFrame(connection().prefix(), token).stream()
                        .anyMatch(fault -> fault.kind() == FaultKind.STOP);
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {}

    @Override
    public void ping() {}
}
