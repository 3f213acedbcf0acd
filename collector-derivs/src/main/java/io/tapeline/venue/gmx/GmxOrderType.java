package io.tapeline.venue.gmx;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders that change a position, by the contracts' number; 0 and 1 are swaps (gmx-synthetics, Order.OrderType). */
enum GmxOrderType {
    MARKET_INCREASE(2, true),
    LIMIT_INCREASE(3, true),
    MARKET_DECREASE(4, false),
    LIMIT_DECREASE(5, false),
    STOP_LOSS_DECREASE(6, false),
    LIQUIDATION(7, false),
    STOP_INCREASE(8, true);

    private static final Map<Long, GmxOrderType> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toMap(type -> (long) type.number, Function.identity()));

    final int number;
    private final boolean increases;

    GmxOrderType(int number, boolean increases) {
        this.number = number;
        this.increases = increases;
    }

    /** Null for a swap and for what is not known. */
    static @Nullable GmxOrderType of(long number) {
        return BY_NUMBER.get(number);
    }

    /** Whether a position on that side is traded by buying. */
    boolean buys(boolean isLong) {
        return increases == isLong;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
