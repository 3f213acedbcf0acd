package io.tapeline.model.event;

/** State of an alert. */
public enum AlertState {
    /** The condition holds. */
    FIRING,
    /** It no longer holds. */
    RESOLVED
}
