package io.tapeline.venue.htx;

import static io.tapeline.collector.venue.RunningFeed.until;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

class HtxSpotSessionTest extends VenueSessionCompatibilityKit {
    /** What is missed is read again from the newest trades, which reach back before it only when some were before. */
    @Override
    protected EmulatedFeed emulate() {
        EmulatedHost host =
                EmulatedHost.start("htx", (rest, ws) -> new HtxSpotVenue(HtxSpotSettings.of(rest, ws)), false);
        for (String symbol : List.of("btcusdt", "ethusdt")) {
            InstrumentId pair = new InstrumentId("htx", Market.SPOT, symbol);
            until(
                    "trades of " + symbol + " from before",
                    () -> host.trades(pair).size() > 30);
        }
        return host;
    }

    @Override
    protected String refusedStream() {
        return "market.btcusdt.trade.detail";
    }

    @Override
    protected boolean repeatsAfterARestart() {
        return true;
    }

    /** The venue bans nobody. */
    @Override
    protected List<Integer> tooManyRequests() {
        return List.of(429);
    }
}
