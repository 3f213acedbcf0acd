package io.tapeline.emulator.binance;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.kit.Handshakes;
import io.tapeline.emulator.kit.Outbox;
import io.tapeline.emulator.kit.StartIds;
import io.tapeline.emulator.market.AssetWalk;
import io.tapeline.emulator.market.UpdateIds;
import io.tapeline.emulator.server.RestAnswer;
import io.tapeline.emulator.server.RestRequest;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import io.tapeline.emulator.stream.StreamHub;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** USD-M futures: a perpetual for each asset, a dated future and, in all-market streams only, a COIN-M perpetual. */
final class UsdmVenue implements EmulatedVenue {
    static final String PUBLIC = "public";
    static final String MARKET = "market";

    /** Assets whose funding interval is not the usual eight hours. */
    private static final Map<String, Integer> FUNDING_HOURS = Map.of("GALA", 4, "IMX", 4, "CRV", 4);

    private final VenueContext context;
    private final StreamHub hub;
    private final Map<String, UsdmSymbol> symbols = new LinkedHashMap<>();
    private final Map<UsdmSymbol, AssetWalk> walks = new LinkedHashMap<>();
    private final MarkPriceArrays markArrays;
    private final UsdmRest rest;
    private final Handshakes handshakes;
    private final Outbox outbox = new Outbox(110);

    UsdmVenue(VenueContext context) {
        this.context = context;
        hub = context.hub(prefix());
        EmulatorSettings settings = context.settings();
        long start = context.engine().now();
        UpdateIds ids = new StartIds(start).global(settings.seed());
        String first = settings.assets().getFirst();
        for (String asset : settings.assets()) {
            add(Contract.perpetual(Listings.perpetual(asset), FUNDING_HOURS.getOrDefault(asset, 8)), asset, ids);
        }
        Quarter quarter = Quarter.after(start);
        add(Contract.dated(Listings.dated(first, quarter.code()), quarter.delivery()), first, ids);
        add(Contract.inverse(Listings.inverse(first)), first, ids);
        markArrays = new MarkPriceArrays(hub, List.copyOf(symbols.values()), start);
        rest = new UsdmRest(context, symbols);
        handshakes = Dialect.USDM.handshakes(context.settings());
    }

    @Override
    public String prefix() {
        return Dialect.USDM.prefix();
    }

    @Override
    public void step(long time, double seconds) {
        outbox.release(time);
        walks.forEach((symbol, walk) -> {
            walk.step(seconds);
            symbol.step(time, seconds, walk.factor());
        });
        markArrays.step(time);
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
        return new BinanceSession(context, Dialect.USDM, hub, connection);
    }

    private void add(Contract contract, String asset, UpdateIds ids) {
        UsdmSymbol symbol = new UsdmSymbol(context, hub, contract, ids, outbox);
        symbols.put(contract.spec().symbol(), symbol);
        walks.put(symbol, new AssetWalk(context.settings().seed(), asset));
    }
}
