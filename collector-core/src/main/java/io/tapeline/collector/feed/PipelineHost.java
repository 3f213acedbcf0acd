package io.tapeline.collector.feed;

import io.tapeline.collector.gap.IdHole;
import io.tapeline.collector.gap.OpenGap;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;

/** What a pipeline needs done. A live feed does it; reading recorded frames does most of it not at all. */
public interface PipelineHost {

    /** Whether events of an instrument are wanted: a stream of a whole market brings more than was asked for. */
    default boolean wants(InstrumentId instrument) {
        return true;
    }

    /** Whether what is missing can be asked for. */
    default boolean fetches() {
        return true;
    }

    /** Takes a finished event; false when there is no room. */
    boolean offer(MarketEvent event);

    /** Market data was lost for want of room: stop reading. */
    void overflowed(MarketEvent event);

    /**
     * A book needs a snapshot by REST.
     *
     * @param pause how long to wait before; by then the book may be in sync again
     */
    void snapshotWanted(InstrumentId instrument, Duration pause);

    /** A book needs its stream subscribed afresh, after a pause as above. */
    void resubscribeWanted(InstrumentId instrument, Duration pause);

    /** Something is missing. */
    void gapOpened(OpenGap gap);

    /** Nothing of a hole is missing any more. */
    void holeFilled(IdHole hole);

    /** Counted for metrics. */
    default void counted(Count count, String detail) {}

    /** What is counted. */
    enum Count {
        EVENT,
        DUPLICATE,
        MALFORMED,
        UNKNOWN,
        GAP,
        RESYNC,
        ODD_TIME
    }
}
