package io.tapeline.collector.book;

import io.tapeline.model.event.Book;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;

/** What a book that is being kept in sync has to say. */
public interface BookOutput {

    /** A snapshot or a delta of a book that is in sync, or an unverified delta where there is no snapshot to be had. */
    void publish(Book book);

    /**
     * The book needs a snapshot, by REST or on the connection of its stream; answered through {@link BookKeeper#onUpdate}
     * or asked again.
     */
    void snapshotWanted(InstrumentId instrument);

    /** The stream must be subscribed afresh, since it begins with a snapshot. */
    void resubscribeWanted(InstrumentId instrument);

    /**
     * The book is not in sync any more.
     *
     * @param lastGood header of the last update that was applied
     * @param found header of the update that did not fit
     * @param reason one line
     */
    void lost(Header lastGood, Header found, String reason);

    /**
     * The book is in sync.
     *
     * @param header of the snapshot it was built from
     */
    void synced(Header header);
}
