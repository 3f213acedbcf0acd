package io.tapeline.collector.feed;

import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.instrument.InstrumentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which connection a book that nothing numbers is made from while two overlap: changes of both would be applied twice, and
 * old ones after new. It stays with its connection until a younger one brings it whole, or its own is gone; a venue that
 * repeats whole books would have it go to and fro otherwise. Not for use by several threads.
 */
final class BookSources {
    private final Map<InstrumentId, String> sources = new HashMap<>();
    private final Map<String, Long> ages = new HashMap<>();
    private long opened;

    /** Whether an update that came on a connection is to be used. */
    boolean take(BookUpdate update, String connection) {
        ages.computeIfAbsent(connection, unseen -> ++opened);
        InstrumentId instrument = update.header().instrument();
        String source = sources.get(instrument);
        boolean takes =
                source == null || source.equals(connection) || (update.snapshot() && age(connection) > age(source));
        if (takes && update.snapshot()) {
            sources.put(instrument, connection);
        }
        return takes;
    }

    private long age(String connection) {
        return Objects.requireNonNullElse(ages.get(connection), 0L);
    }

    /**
     * A connection is gone for good.
     *
     * @return the books that were made from it
     */
    List<InstrumentId> forgetConnection(String connection) {
        ages.remove(connection);
        List<InstrumentId> ended = sources.entrySet().stream()
                .filter(source -> source.getValue().equals(connection))
                .map(Map.Entry::getKey)
                .toList();
        ended.forEach(sources::remove);
        return ended;
    }

    /** An instrument is not collected any more. */
    void forget(InstrumentId instrument) {
        sources.remove(instrument);
    }
}
