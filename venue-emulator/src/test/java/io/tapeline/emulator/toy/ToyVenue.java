package io.tapeline.emulator.toy;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.BadRequest;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.kit.RequestLimit;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.OptionChain;
import io.tapeline.emulator.market.OptionContract;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import io.tapeline.emulator.stream.StreamChannel;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists a spot pair, a linear and an inverse perpetual and a future for each asset, and options on the first. */
final class ToyVenue extends EmulatedExchange {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Grid CENTS = new Grid(2, 1);
    private static final long YEAR = 365L * 86_400_000;

    private final RequestLimit requests = new RequestLimit(
            20, Duration.ofMinutes(1), wait -> RestAnswer.of(403, "{\"error\":\"slow down\",\"wait\":" + wait + "}"));
    private final StreamChannel volatility;
    private final OptionChain chain;

    ToyVenue(VenueContext context, String prefix) {
        super(context, prefix, limits(prefix));
        for (String asset : assets()) {
            list(Contract.spot(asset + "/USD", asset, "USD", CENTS, new Grid(4, 1)), this::streams);
            list(Contract.perpetual(asset + "-PERP", asset, "USD", CENTS, new Grid(3, 1), 1), this::streams);
            list(
                    Contract.perpetual(asset + "-INV", asset, "USD", CENTS, new Grid(0, 10), 8)
                            .ofQuote(1),
                    this::streams);
            list(
                    Contract.future(asset + "-NEXT", asset, "USD", CENTS, new Grid(0, 1), started() + YEAR)
                            .ofBase(0.01),
                    this::streams);
        }
        chain = chain(assets().getFirst(), 2, true);
        for (OptionContract option : chain.contracts()) {
            list(
                    Contract.option(
                            name(option),
                            "BTC",
                            option,
                            new Grid(4, 5),
                            new Grid(1, 1),
                            chain.quote(option).price()),
                    this::streams);
        }
        volatility = hub().channel("", "volatility");
    }

    private static WireLimits limits(String prefix) {
        WireLimits wide = WireLimits.wide().withMessages(20).withStreams(8);
        return prefix.equals(ToyEmulation.GZIP)
                ? wide.withPings(Duration.ofSeconds(5), Duration.ofSeconds(20))
                : wide.withSilence(Duration.ofSeconds(60));
    }

    private ToyStreams streams(ListedContract listed) {
        return new ToyStreams(hub(), listed, started());
    }

    OptionChain chain() {
        return chain;
    }

    static String name(OptionContract option) {
        return option.base() + '-' + option.expiry() + '-' + option.strike() + (option.call() ? "-C" : "-P");
    }

    @Override
    protected void second(long time) {
        if (volatility.wanted()) {
            long value = CENTS.count(chain.volatility().value());
            volatility.publish(Json.object()
                    .number("value", CENTS, value)
                    .number("time", time)
                    .end());
        }
    }

    @Override
    protected String unknownEvent(long time) {
        return "{\"toy\":\"unheard of\"}";
    }

    @Override
    public RestAnswer failure(int status, long retryAfter) {
        return RestAnswer.of(status, "{\"error\":\"ordered\",\"wait\":" + retryAfter + "}");
    }

    @Override
    protected Optional<RestAnswer> overLimit(RestRequest request) {
        return requests.charge(1, now());
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return switch (request.method() + ' ' + request.path()) {
            case "GET /markets" ->
                RestAnswer.ok(Json.array(contracts().stream().map(listed -> '"' + listed.symbol() + '"')));
            case "POST /info" -> info(JSON.readTree(request.body()));
            case "GET /secret" ->
                RestAnswer.ok(request.header("Authorization").isPresent() ? "{\"key\":true}" : "{\"key\":false}");
            default -> RestAnswer.of(404, "{\"error\":\"no such path\"}");
        };
    }

    private RestAnswer info(JsonNode body) {
        ListedContract listed = contract(body.path("coin").asString(""))
                .orElseThrow(() -> new BadRequest(RestAnswer.of(422, "{\"error\":\"no such coin\"}")));
        return RestAnswer.ok(Json.object()
                .number("id", listed.book().lastId())
                .levels("bids", listed.spec(), listed.book().top(true, 1000))
                .levels("asks", listed.spec(), listed.book().top(false, 1000))
                .end());
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new ToySession(this, connection);
    }
}
