package io.tapeline.collector.feed;

import io.tapeline.collector.gap.Coverage;
import io.tapeline.collector.gap.IdTracker;
import io.tapeline.collector.state.Position;
import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.Continuity;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a feed knows about one of its streams. Not for use by several threads. */
final class StreamState {
    /** How long an event may be on its way after the venue said that it is there. */
    private static final long TRANSIT_MICROS = 10_000_000;

    /** An event that the venue said to be there and that has not come. @param at when that was said first */
    private record Announced(long id, long at) {}

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
    private @Nullable Announced announced;
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

    /**
     * The venue says which of its events is the newest.
     *
     * @param seen the highest id that came
     * @return the highest id that should have come by now and did not
     */
    OptionalLong overdue(long newest, long seen, long now) {
        Announced before = announced;
        if (before != null && before.id() > seen && now - before.at() <= TRANSIT_MICROS) {
            return OptionalLong.empty();
        }
        announced = newest > seen ? new Announced(newest, now) : null;
        return before != null && before.id() > seen ? OptionalLong.of(before.id()) : OptionalLong.empty();
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
