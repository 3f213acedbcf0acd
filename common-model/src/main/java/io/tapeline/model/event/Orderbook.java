package io.tapeline.model.event;

import io.tapeline.model.decimal.Levels;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The best levels of an order book at a moment.
 *
 * @param snapshot always true
 * @param bids best first
 * @param asks best first
 * @param sequence the venue's number of the book state shown
 * @param previousSequence always null
 */
public record Orderbook(
        Header header,
        boolean snapshot,
        Levels bids,
        Levels asks,
        SizeUnit sizeUnit,
        @Nullable BigDecimal contractSize,
        @Nullable Long sequence,
        @Nullable Long previousSequence,
        Verified verified)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.ORDERBOOK;
    }
}
