package io.tapeline.collector.venue;

/** What a venue lets one check about a stream of events. */
public enum Continuity {
    /** Ids are consecutive whole numbers per instrument: a jump is a loss. */
    CONSECUTIVE_IDS,
    /** Ids grow but may skip: order and duplicates can be checked, losses cannot. */
    INCREASING_IDS,
    /** Nothing to check against. */
    NONE,
    /** The venue itself thins the stream. */
    SAMPLED
}
