package io.tapeline.model.event;

/** Where an event's timestamp comes from. */
public enum TimeSource {
    /** The venue sent it. */
    VENUE,
    /** The venue sent none: it is the time of receipt. */
    RECEIVE
}
