package io.tapeline.venue.bybit;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.RunningFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

class BybitSpotSessionTest extends VenueSessionCompatibilityKit {
    /** Few enough for the 60 trades that repair a gap to be those of 15 s, and too many to be silent for 3 s by chance. */
    private static final double TRADES_PER_SECOND = 4;

    /** A gap is repaired when the venue's trades begin two seconds before it; no trade takes longer to come. */
    private static final long BEFORE_ANY_GAP_MILLIS = 3_000;

    @Override
    protected EmulatedFeed emulate() {
        EmulatedHost host = EmulatedHost.start(
                "bybit-spot",
                (rest, ws) -> new BybitSpotVenue(BybitSpotSettings.of(rest, "", ws)),
                false,
                TRADES_PER_SECOND);
        for (String asset : host.assets()) {
            InstrumentId pair = new InstrumentId("bybit", Market.SPOT, asset + "USDT");
            RunningFeed.until("trades of " + pair, () -> hasAPast(host.trades(pair)));
        }
        return host;
    }

    private static boolean hasAPast(List<EmulatedFeed.Trade> trades) {
        return !trades.isEmpty() && trades.getLast().time() - trades.getFirst().time() > BEFORE_ANY_GAP_MILLIS;
    }

    @Override
    protected String refusedStream() {
        return "publicTrade.BTCUSDT";
    }

    /** A gap is filled from the newest trades, from two seconds before it. */
    @Override
    protected boolean repeatsAfterARestart() {
        return true;
    }

    /** There is no 418, and a 403 means silence of ten minutes. */
    @Override
    protected List<Integer> tooManyRequests() {
        return List.of(429);
    }
}
