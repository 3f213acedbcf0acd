package io.tapeline.collector.book;

import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import java.util.List;

/**
 * Levels that an update changed beside those it names, with what is left of each: cut off because more are not kept, or
 * gone or shrunk because the book was crossed.
 */
record Aftermath(Levels bids, Levels asks) {

    /** The update and these: whoever applies it has the same book. */
    BookUpdate of(BookUpdate update) {
        if (bids.isEmpty() && asks.isEmpty()) {
            return update;
        }
        return new BookUpdate(
                update.header(),
                update.snapshot(),
                joined(update.bids(), bids),
                joined(update.asks(), asks),
                update.sizeUnit(),
                update.firstSequence(),
                update.lastSequence(),
                update.previousSequence(),
                update.checksum(),
                update.top());
    }

    private static Levels joined(Levels first, Levels second) {
        Levels.Builder all = Levels.builder(first.size() + second.size());
        for (Levels part : List.of(first, second)) {
            for (int i = 0; i < part.size(); i++) {
                all.add(part.priceMantissa(i), part.priceScale(i), part.sizeMantissa(i), part.sizeScale(i));
            }
        }
        return all.build();
    }
}
