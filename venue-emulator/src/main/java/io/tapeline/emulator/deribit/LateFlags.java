package io.tapeline.emulator.deribit;

import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.TradePrint;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/**
 * Which trades were liquidations. The venue tells about an hour later, here after some seconds, and only those who ask for
 * old trades.
 */
final class LateFlags {
    private static final long LATE_MILLIS = Duration.ofSeconds(10).toMillis();

    /** The oldest are forgotten. */
    private static final int MOST = 5_000;

    private final Set<Long> flagged = new HashSet<>();
    private final ArrayDeque<Long> order = new ArrayDeque<>();

    void add(Liquidation liquidation) {
        for (TradePrint fill : liquidation.fills()) {
            flagged.add(fill.id());
            order.add(fill.id());
        }
        while (order.size() > MOST) {
            flagged.remove(order.remove());
        }
    }

    /** Whether the venue says by now that a trade was one. */
    boolean tells(TradePrint trade, long now) {
        return trade.time() + LATE_MILLIS <= now && flagged.contains(trade.id());
    }
}
