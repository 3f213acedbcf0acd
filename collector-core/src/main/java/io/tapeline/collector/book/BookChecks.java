package io.tapeline.collector.book;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at after each update of a book: the venue's checksum, that it does not stay crossed, and the best prices
 * that the venue says. Not for use by several threads.
 */
final class BookChecks {
    /** A book may be crossed for one update while the venue matches; longer is divergence. */
    private static final int CROSSED_TOLERATED = 1;

    /** The best prices may differ for one update from what the venue says; longer is divergence. */
    private static final int STRANGE_TOPS_TOLERATED = 1;

    private final BookSequencer rules;
    private final Supplier<@Nullable Instrument> metadata;
    private int crossedFor;
    private int strangeTops;

    BookChecks(BookSequencer rules, Supplier<@Nullable Instrument> metadata) {
        this.rules = rules;
        this.metadata = metadata;
    }

    /** A book begins. */
    void restart() {
        crossedFor = 0;
        strangeTops = 0;
    }

    /** Whether the checksum of an update is the book's; so where the venue sends none. */
    boolean matches(OrderBook book, BookUpdate update) {
        return rules.matches(book, update.checksum(), metadata.get());
    }

    /** Why the book that an update led to cannot be right; null while nothing speaks against it. */
    @Nullable
    String failure(OrderBook book, BookUpdate update) {
        crossedFor = rules.crossing() == BookSequencer.Crossing.RESYNC && book.crossed() ? crossedFor + 1 : 0;
        strangeTops = hasTop(book, update.top()) ? 0 : strangeTops + 1;
        if (!matches(book, update)) {
            return "the book's checksum does not match";
        } else if (crossedFor > CROSSED_TOLERATED) {
            return "the book is crossed";
        } else if (strangeTops > STRANGE_TOPS_TOLERATED) {
            return "the best prices are not those that the venue says";
        }
        return null;
    }

    private static boolean hasTop(OrderBook book, Decoded.@Nullable Top top) {
        return top == null || (isBest(top.bid(), book.bids(1)) && isBest(top.ask(), book.asks(1)));
    }

    private static boolean isBest(@Nullable BigDecimal price, Levels best) {
        return price == null ? best.isEmpty() : !best.isEmpty() && best.price(0).compareTo(price) == 0;
    }
}
