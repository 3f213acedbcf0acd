package io.tapeline.model.event;

import io.tapeline.model.decimal.Levels;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A change of an order book, or a whole one.
 *
 * @param snapshot true replaces the book; false carries absolute level sizes, where 0 deletes
 * @param sequence the venue's number of the state this event leads to
 * @param previousSequence {@code sequence} of the book event published before this one for the symbol; null on a snapshot
 * @param verified how the event was checked
 */
public record Book(
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
        return Kind.BOOK;
    }
}
