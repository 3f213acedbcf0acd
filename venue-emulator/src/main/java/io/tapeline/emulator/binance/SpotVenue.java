package io.tapeline.emulator.binance;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.kit.Handshakes;
import io.tapeline.emulator.market.AssetWalk;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import io.tapeline.emulator.stream.StreamHub;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Spot: one symbol against USDT for each asset. */
final class SpotVenue implements EmulatedVenue {
    private final VenueContext context;
    private final StreamHub hub;
    private final Map<String, SpotSymbol> symbols = new LinkedHashMap<>();
    private final Map<SpotSymbol, AssetWalk> walks = new LinkedHashMap<>();
    private final SpotRest rest;
    private final Handshakes handshakes;

    SpotVenue(VenueContext context) {
        this.context = context;
        hub = context.hub(prefix());
        for (String asset : context.settings().assets()) {
            SpotSymbol symbol = new SpotSymbol(context, hub, Listings.spot(asset));
            symbols.put(symbol.spec().symbol(), symbol);
            walks.put(symbol, new AssetWalk(context.settings().seed(), asset));
        }
        rest = new SpotRest(context, symbols);
        handshakes = Dialect.SPOT.handshakes(context.settings());
    }

    @Override
    public String prefix() {
        return Dialect.SPOT.prefix();
    }

    @Override
    public void step(long time, double seconds) {
        walks.forEach((symbol, walk) -> {
            walk.step(seconds);
            symbol.step(time, seconds, walk.factor());
        });
        hub.flush();
    }

    @Override
    public RestAnswer rest(RestRequest request) {
        return rest.answer(request);
    }

    @Override
    public Optional<RestAnswer> refuses(String path) {
        return handshakes.refuses(context.engine().now());
    }

    @Override
    public WsHandler connect(WsConnection connection) {
        return new BinanceSession(context, Dialect.SPOT, hub, connection);
    }
}
