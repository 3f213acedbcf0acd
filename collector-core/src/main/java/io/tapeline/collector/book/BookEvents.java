package io.tapeline.collector.book;

import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.Instrument;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The events of one book, each of which names the one before it. Not for use by several threads. */
final class BookEvents {
    private final BookSequencer rules;
    private final BookOutput output;
    private final Supplier<@Nullable Instrument> metadata;
    private @Nullable Long published;

    BookEvents(BookSequencer rules, BookOutput output, Supplier<@Nullable Instrument> metadata) {
        this.rules = rules;
        this.output = output;
        this.metadata = metadata;
    }

    /** What comes next continues nothing. */
    void restart() {
        published = null;
    }

    /** Publishes the whole book. @param last update that it is made of */
    void snapshot(OrderBook book, BookUpdate last, Header header) {
        output.publish(new Book(
                header,
                true,
                book.bids(Integer.MAX_VALUE),
                book.asks(Integer.MAX_VALUE),
                last.sizeUnit(),
                contractSize(),
                last.lastSequence(),
                null,
                verified(last)));
        published = last.lastSequence();
    }

    void delta(BookUpdate update, Verified verified) {
        output.publish(new Book(
                update.header(),
                false,
                update.bids(),
                update.asks(),
                update.sizeUnit(),
                contractSize(),
                update.lastSequence(),
                published,
                verified));
        published = update.lastSequence();
    }

    /** What was checked of the book that an update led to. */
    Verified verified(BookUpdate update) {
        if (rules.checksums() && update.checksum() != null) {
            return Verified.CHECKSUM;
        }
        return update.lastSequence() == null ? Verified.NONE : Verified.SEQUENCE;
    }

    private @Nullable BigDecimal contractSize() {
        Instrument instrument = metadata.get();
        return instrument == null ? null : instrument.contractSize();
    }
}
