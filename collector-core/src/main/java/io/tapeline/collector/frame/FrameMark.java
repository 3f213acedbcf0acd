package io.tapeline.collector.frame;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A moment in the life of a connection, recorded between its frames.
 *
 * @param received epoch microseconds
 * @param detail what was subscribed, or why it closed; null when there is nothing to say
 */
public record FrameMark(
        String feed,
        Event event,
        @Nullable String connection,
        @Nullable String url,
        long received,
        @Nullable String detail) {

    /** What happened. */
    public enum Event {
        OPEN,
        CLOSE,
        SUBSCRIBE;

        /** The name on disk. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
