package io.tapeline.model.event;

/** How an event came to be known. */
public enum Origin {
    /** Received on a stream or by a regular poll. */
    LIVE,
    /** Fetched to fill a gap. */
    REPAIR,
    /** Fetched as history. */
    BACKFILL,
    /** Read from a recording. */
    REPLAY
}
