package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.SymbolMarket;
import io.tapeline.emulator.market.TradePrint;
import java.util.List;
import java.util.OptionalLong;

/** The trades a REST request asks for. */
final class Tape {
    private static final int MOST = 1000;
    private static final int USUAL = 500;

    private Tape() {}

    /** @param longestMillis longest stretch between two given times; futures allow one hour */
    static List<TradePrint> asked(SymbolMarket market, Parameters parameters, long longestMillis) {
        int limit = parameters.limit(USUAL, MOST);
        OptionalLong from = parameters.number("fromId");
        OptionalLong start = parameters.number("startTime");
        OptionalLong end = parameters.number("endTime");
        if (from.isPresent() && (start.isPresent() || end.isPresent())) {
            throw new RestErrors.BadRequest(-1128, "Combination of optional parameters invalid.");
        }
        if (start.isPresent() && end.isPresent() && end.getAsLong() - start.getAsLong() > longestMillis) {
            throw new RestErrors.BadRequest(-1127, "More than 1 hours between startTime and endTime.");
        }
        if (from.isPresent()) {
            return market.trades().from(from.getAsLong(), limit);
        }
        return start.isPresent() || end.isPresent()
                ? market.trades().between(start.orElse(0), end.orElse(Long.MAX_VALUE), limit)
                : market.trades().last(limit);
    }
}
