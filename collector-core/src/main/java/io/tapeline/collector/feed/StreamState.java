package io.tapeline.collector.feed;

import io.tapeline.collector.gap.Coverage;
import io.tapeline.collector.gap.IdTracker;
import io.tapeline.collector.state.Position;
import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.Continuity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a feed knows about one of its streams. Not for use by several threads. */
final class StreamState {
    /**
     * A stretch of which nothing is known.
     *
     * @param from last time the stream was known to be whole
     */
    record Interruption(long from, String cause) {}

    final StreamKey key;
    final Continuity continuity;
    final Coverage coverage = new Coverage();
    private final @Nullable IdTracker ids;
    private @Nullable Interruption interruption;
    private long lastReceived;

    StreamState(StreamKey key, Continuity continuity) {
        this.key = key;
        this.continuity = continuity;
        this.ids = continuity.consecutive() ? new IdTracker() : null;
    }

    /** Tracks consecutive ids; null where the venue has none. */
    @Nullable
    IdTracker ids() {
        return ids;
    }

    /** Continues where another process stopped: the time since is a gap like any other. */
    void restore(Position position) {
        lastReceived = position.lastReceived();
        if (ids != null && position.lastId() >= 0) {
            ids.restore(position.lastId(), position.lastTime(), List.of());
        }
        interrupt(position.lastReceived(), "down");
    }

    void received(long time) {
        lastReceived = time;
    }

    /** When its last event was received, 0 when none was. */
    long lastReceived() {
        return lastReceived;
    }

    /** Nothing is known from a time on. The earliest interruption counts until it is mended. */
    void interrupt(long from, String cause) {
        coverage.interrupt();
        if (interruption == null) {
            interruption = new Interruption(from, cause);
        }
    }

    /** The interruption that is over now, null when there was none. */
    @Nullable
    Interruption mend() {
        Interruption over = interruption;
        interruption = null;
        return over;
    }

    /** Why ids are missing: what interrupted the stream, or a plain loss. */
    String causeOfJump() {
        return interruption == null ? "sequence" : interruption.cause();
    }
}
