package io.tapeline.collector.feed;

import io.tapeline.model.event.Settlement;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How settled a settlement is: {@code early}, {@code preliminary}, {@code final}. */
final class SettlementStage {
    private static final List<String> ORDER = List.of("early", "preliminary", "final");

    private SettlementStage() {}

    /** Whether one of the same contract and day says more than, or something else than, the one before. */
    static boolean isNews(Settlement before, Settlement now) {
        int later = Integer.compare(rank(now), rank(before));
        return later > 0 || (later == 0 && !sameFigures(before, now));
    }

    private static int rank(Settlement settlement) {
        return ORDER.indexOf(String.valueOf(settlement.metadata().get("stage")));
    }

    private static boolean sameFigures(Settlement before, Settlement now) {
        return same(before.price(), now.price())
                && same(before.openInterest(), now.openInterest())
                && same(before.volume(), now.volume())
                && same(before.basis(), now.basis())
                && before.isFront() == now.isFront()
                && before.roll() == now.roll();
    }

    /** What is not said any more takes nothing back. */
    private static boolean same(@Nullable BigDecimal before, @Nullable BigDecimal now) {
        return now == null || (before != null && before.compareTo(now) == 0);
    }
}
