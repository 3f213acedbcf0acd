package io.tapeline.model.event;

import java.math.BigDecimal;

/**
 * Cost of borrowing.
 *
 * @param side {@code long}, {@code short} or {@code loan}
 * @param bpsPerDay basis points per day
 */
public record BorrowRate(Header header, String side, BigDecimal bpsPerDay) implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.BORROW_RATE;
    }
}
