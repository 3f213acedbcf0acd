package io.tapeline.venue.htx;

import static io.tapeline.collector.venue.RunningFeed.until;

import io.tapeline.collector.venue.EmulatedFeed;
import io.tapeline.collector.venue.VenueSessionCompatibilityKit;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.venue.testing.EmulatedHost;
import java.util.List;

class HtxSwapSessionTest extends VenueSessionCompatibilityKit {
    /** What is missed is read again from the newest trades, which reach back before it only when some were before. */
    @Override
    protected EmulatedFeed emulate() {
        EmulatedHost host =
                EmulatedHost.start("htx-swap", (rest, ws) -> new HtxSwapVenue(HtxSettings.of(rest, ws)), false);
        for (String symbol : List.of("BTC-USDT", "ETH-USDT")) {
            InstrumentId perpetual = new InstrumentId("htx", Market.PERPETUAL, symbol);
            until(
                    "trades of " + symbol + " from before",
                    () -> host.trades(perpetual).size() > 30);
        }
        return host;
    }

    @Override
    protected String refusedStream() {
        return "market.BTC-USDT.trade.detail";
    }

    /** Versions are those of a connection. */
    @Override
    protected boolean sharesBookSequences() {
        return false;
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
