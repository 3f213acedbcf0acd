package io.tapeline.collector.gap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches the consecutive ids of one stream: finds holes, tells what fills them and what is a duplicate. Not for use by
 * several threads.
 */
public final class IdTracker {
    /** Holes remembered at a time; when there are more, the oldest is given up. */
    static final int MAX_HOLES = 1_000;

    /** What an id means. */
    public sealed interface Answer {
        /** The next one. */
        record Next() implements Answer {}

        /**
         * Ids before it are missing.
         *
         * @param givenUp an older hole that there is no room to remember any more
         */
        record Jump(IdHole hole, @Nullable IdHole givenUp) implements Answer {}

        /**
         * It was missing.
         *
         * @param hole the hole it belongs to
         * @param filled whether nothing of that is missing any more
         */
        record Fills(IdHole hole, boolean filled) implements Answer {}

        /** It was seen before. */
        record Duplicate() implements Answer {}
    }

    private final List<IdHole> holes = new ArrayList<>();
    private long first = -1;
    private long last = -1;
    private long lastTime;

    /**
     * Takes the next id of the stream, or one that was fetched.
     *
     * @param time of the event, epoch microseconds
     */
    public Answer accept(long id, long time) {
        if (last < 0 || id == last + 1) {
            advance(id, time);
            return new Answer.Next();
        } else if (id > last) {
            IdHole hole = new IdHole(last + 1, id - 1, lastTime, time);
            advance(id, time);
            return new Answer.Jump(hole, remember(hole));
        }
        if (id == first - 1) {
            // The very first two came in the wrong order.
            first = id;
            return new Answer.Next();
        }
        IdHole hole = holeOf(id);
        if (hole == null || !hole.fill(id)) {
            return new Answer.Duplicate();
        }
        boolean filled = hole.missing() == 0;
        if (filled) {
            holes.remove(hole);
        }
        return new Answer.Fills(hole, filled);
    }

    /**
     * The stream is known to have an event with this id, higher than any that was seen: it is missing, and so is what lies
     * before it.
     *
     * @param time when that was known, epoch microseconds
     */
    public Answer.Jump missing(long id, long time) {
        IdHole hole = new IdHole(last + 1, id, lastTime, time);
        advance(id, time);
        return new Answer.Jump(hole, remember(hole));
    }

    private void advance(long id, long time) {
        first = last < 0 ? id : first;
        last = id;
        lastTime = time;
    }

    private @Nullable IdHole remember(IdHole hole) {
        holes.add(hole);
        return holes.size() > MAX_HOLES ? holes.removeFirst() : null;
    }

    /** Ids that were seen but could not be kept are missing after all. */
    public void reopen(IdHole hole) {
        remember(hole);
    }

    /** Gives a hole up: its ids are never expected again. */
    public void forget(IdHole hole) {
        holes.remove(hole);
    }

    /** Holes that are still open, oldest first. */
    public List<IdHole> holes() {
        return List.copyOf(holes);
    }

    /** Highest id seen, or -1. */
    public long last() {
        return last;
    }

    /** Time of the event with the highest id. */
    public long lastTime() {
        return lastTime;
    }

    /** Continues where another process stopped. */
    public void restore(long lastId, long time, List<IdHole> openHoles) {
        first = -1;
        last = lastId;
        lastTime = time;
        holes.clear();
        holes.addAll(openHoles);
    }

    private @Nullable IdHole holeOf(long id) {
        for (IdHole hole : holes) {
            if (hole.contains(id)) {
                return hole;
            }
        }
        return null;
    }
}
