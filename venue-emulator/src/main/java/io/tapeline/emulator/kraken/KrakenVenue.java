package io.tapeline.emulator.kraken;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.Contract;
import io.tapeline.emulator.kit.EmulatedExchange;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.AssetFacts;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import io.tapeline.emulator.stream.StreamChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lists each asset against the dollar. */
final class KrakenVenue extends EmulatedExchange {
    private static final String QUOTE = "USD";
    private static final Grid LOTS = new Grid(8, 1);

    /** A connection is cut when the client says nothing for a minute, which is stricter than the venue. */
    private static final WireLimits LIMITS = WireLimits.wide().withMessages(20).withSilence(Duration.ofSeconds(60));

    private final KrakenRest rest = new KrakenRest(this);
    private final StreamChannel heartbeats;

    KrakenVenue(VenueContext context) {
        super(context, KrakenEmulation.PREFIX, LIMITS);
        for (String asset : assets()) {
            list(
                    Contract.spot(asset + "/" + QUOTE, asset, QUOTE, ticks(asset), LOTS),
                    listed -> new KrakenStreams(hub(), listed));
        }
        heartbeats = hub().channel("", KrakenStreams.HEARTBEAT);
        hub().channel("", KrakenStreams.INSTRUMENT).opensWith(() -> List.of(KrakenListing.channel(contracts())));
    }

    private static Grid ticks(String asset) {
        double price = AssetFacts.of(asset).price();
        if (price > 10_000) {
            return new Grid(1, 1);
        }
        return price > 10 ? new Grid(2, 1) : new Grid(5, 1);
    }

    /** To everybody who has subscribed something; the venue sends it only while nothing else flows. */
    @Override
    protected void second(long time) {
        heartbeats.publish("{\"channel\":\"heartbeat\"}");
    }

    Optional<ListedContract> pair(String name) {
        return contracts().stream()
                .filter(listed -> KrakenNames.isNamed(listed, name))
                .findAny();
    }

    @Override
    protected RestAnswer answer(RestRequest request) {
        return rest.answer(request);
    }

    @Override
    public RestAnswer failure(int status, long retryAfter) {
        String error = status == 429 ? "EAPI:Rate limit exceeded" : "EService:Unavailable";
        return RestAnswer.of(status, KrakenRest.error(error));
    }

    @Override
    public String symbolOf(RestRequest request) {
        return request.parameter("pair")
                .flatMap(this::pair)
                .map(ListedContract::symbol)
                .orElse("");
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new KrakenSession(this, connection);
    }

    @Override
    protected String unknownEvent(long time) {
        return "{\"channel\":\"something_new\",\"type\":\"update\",\"data\":[{\"symbol\":\"BTC/USD\",\"x\":1}]}";
    }
}
