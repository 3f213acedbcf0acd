package io.tapeline.collector.feed;

import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.instrument.InstrumentId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which connection a book is made from while two overlap. Where the venue numbers changes, the numbers tell what is known;
 * where it does not, changes of both would be applied twice and old ones after new. There a book stays with its connection
 * until a younger one brings it whole, or its own is gone. Not for use by several threads.
 */
final class BookSources {
    private final Map<InstrumentId, String> sources = new HashMap<>();
    private final Map<String, Long> ages = new HashMap<>();
    private long opened;

    /**
     * Whether an update is to be used.
     *
     * @param connection it came on, null for REST
     */
    boolean take(BookUpdate update, @Nullable String connection) {
        if (connection == null || update.lastSequence() != null) {
            return true;
        }
        ages.computeIfAbsent(connection, unseen -> ++opened);
        InstrumentId instrument = update.header().instrument();
        String source = sources.get(instrument);
        boolean takes =
                source == null || source.equals(connection) || (update.snapshot() && age(connection) > age(source));
        if (takes) {
            sources.put(instrument, connection);
        }
        return takes;
    }

    private long age(String connection) {
        return Objects.requireNonNullElse(ages.get(connection), 0L);
    }

    void forgetConnection(String connection) {
        ages.remove(connection);
        sources.values().removeIf(connection::equals);
    }

    /** An instrument is not collected any more. */
    void forget(InstrumentId instrument) {
        sources.remove(instrument);
    }
}
