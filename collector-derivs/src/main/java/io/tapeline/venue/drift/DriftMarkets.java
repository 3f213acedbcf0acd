package io.tapeline.venue.drift;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.List;

/**
 * How markets are named: perpetuals {@code SOL-PERP}, loans by the asset. The numbers that the program gives them differ
 * between Drift and Velocity and are not used.
 */
final class DriftMarkets {
    static final String EXCHANGE = "drift";
    private static final String PERPETUAL = "-PERP";

    private DriftMarkets() {}

    static InstrumentId of(String symbol) {
        return new InstrumentId(EXCHANGE, symbol.endsWith(PERPETUAL) ? Market.PERPETUAL : Market.SPOT, symbol);
    }

    static boolean isPerpetual(String symbol) {
        return symbol.endsWith(PERPETUAL);
    }

    static InstrumentId all() {
        return InstrumentId.wholeFeed(EXCHANGE, Market.PERPETUAL);
    }

    /** The market in an address such as {@code /market/SOL-PERP/trades}: what follows a segment. */
    static String in(RequestAddress asked, String segment) {
        List<String> segments = List.of(asked.path().split("/", -1));
        int at = segments.lastIndexOf(segment);
        if (at < 0 || at + 1 >= segments.size() || segments.get(at + 1).isEmpty()) {
            throw new BadMember("url", "expected a market after " + segment + ", got " + asked.path());
        }
        return segments.get(at + 1);
    }
}
