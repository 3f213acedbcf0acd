package io.tapeline.collector.book;

import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import java.util.List;

/** Levels that went, or shrank, because the book was crossed, with what is left of each. */
record Uncrossed(Levels bids, Levels asks) {

    /** The update and these: whoever applies it has the same book. */
    BookUpdate after(BookUpdate update) {
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
