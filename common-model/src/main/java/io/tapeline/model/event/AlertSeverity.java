package io.tapeline.model.event;

/** How bad an alert is. */
public enum AlertSeverity {
    /** Worth knowing. */
    INFO,
    /** Needs attention soon. */
    WARNING,
    /** Data is being lost or is wrong. */
    CRITICAL
}
