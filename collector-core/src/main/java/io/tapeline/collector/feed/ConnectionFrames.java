package io.tapeline.collector.feed;

import io.tapeline.collector.state.StreamKey;
import io.tapeline.model.instrument.InstrumentId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** What came on one connection, the numbers of its frames, and those that could not be read. Not for use by several threads. */
final class ConnectionFrames {
    /** Answers to requests may carry a number given earlier; one that stays away for three seconds is lost. */
    private static final long PATIENCE_MICROS = 3_000_000;

    private static final int MOST_MISSING = 1_000;

    /** Frames that cannot be read make one row when no more than a second passes between them. */
    private static final long QUIET_MICROS = 1_000_000;

    /** A missing number: when the frame before it was received, and when the one after it. */
    private record Missing(long after, long noticed) {}

    private final Map<StreamKey, Long> heard = new LinkedHashMap<>();
    private final TreeMap<Long, Missing> missing = new TreeMap<>();
    private long last = -1;
    private long lastReceived;
    private long unreadableAt = -1;

    /** What has come on the connection, each of which a lost frame may have concerned. */
    Set<StreamKey> heard() {
        return heard.keySet();
    }

    /**
     * Something of a stream was received.
     *
     * @return when that was for the first time
     */
    long heard(StreamKey stream, long received) {
        return heard.computeIfAbsent(stream, first -> received);
    }

    /** An instrument is not collected any more. */
    void forget(InstrumentId instrument) {
        heard.keySet().removeIf(stream -> stream.instrument().equals(instrument));
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
     * @return when the last frame came before one that is lost for good; said once
     */
    OptionalLong lost(long number, long received) {
        if (number <= last) {
            missing.remove(number);
        } else if (last >= 0) {
            miss(number, received);
        }
        last = Math.max(last, number);
        lastReceived = received;
        if (missing.isEmpty() || !(missing.size() > MOST_MISSING || overdue(received))) {
            return OptionalLong.empty();
        }
        long since = missing.values().stream().mapToLong(Missing::after).min().orElse(received);
        missing.clear();
        return OptionalLong.of(since);
    }

    /** More than are remembered are lost whatever comes later. */
    private void miss(long number, long received) {
        long first = Math.max(last + 1, number - MOST_MISSING - 1);
        for (long between = first; between < number; between++) {
            missing.put(between, new Missing(lastReceived, received));
        }
    }

    private boolean overdue(long received) {
        return missing.values().stream().anyMatch(one -> received - one.noticed() > PATIENCE_MICROS);
    }
}
