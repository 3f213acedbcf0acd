package io.tapeline.collector.feed;

import io.tapeline.collector.state.StreamKey;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;

/** What came on one connection, the numbers of its frames, and those that could not be read. Not for use by several threads. */
final class ConnectionFrames {
    /** Answers to requests may carry a number given earlier; one that stays away for three seconds is lost. */
    private static final long PATIENCE_MICROS = 3_000_000;

    private static final int MOST_MISSING = 1_000;

    /** Frames that cannot be read make one row when no more than a second passes between them. */
    private static final long QUIET_MICROS = 1_000_000;

    private final Set<StreamKey> heard = new LinkedHashSet<>();
    private final TreeMap<Long, Long> missing = new TreeMap<>();
    private long last = -1;
    private long unreadableAt = -1;

    /** What has come on the connection, each of which a lost frame may have concerned. */
    Set<StreamKey> heard() {
        return heard;
    }

    void heard(StreamKey stream) {
        heard.add(stream);
    }

    /**
     * A frame could not be read: whatever it said is lost.
     *
     * @return whether it is the first of a row of them
     */
    boolean unreadable(long received) {
        boolean first = unreadableAt < 0;
        unreadableAt = received;
        return first;
    }

    /** Whether a row of frames that could not be read is over; said once. */
    boolean readableAgain(long received) {
        boolean over = unreadableAt >= 0 && received - unreadableAt > QUIET_MICROS;
        unreadableAt = over ? -1 : unreadableAt;
        return over;
    }

    /**
     * Takes the number of a frame.
     *
     * @param received epoch microseconds
     * @return whether a frame is lost for good; said once
     */
    boolean lost(long number, long received) {
        if (number <= last) {
            missing.remove(number);
        } else {
            if (last >= 0 && number - last > MOST_MISSING) {
                missing.clear();
                last = number;
                return true;
            }
            for (long between = last + 1; last >= 0 && between < number; between++) {
                missing.put(between, received);
            }
            last = number;
        }
        boolean lost = missing.size() > MOST_MISSING
                || missing.values().stream().anyMatch(noticed -> received - noticed > PATIENCE_MICROS);
        if (lost) {
            missing.clear();
        }
        return lost;
    }
}
