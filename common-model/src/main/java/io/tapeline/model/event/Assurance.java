package io.tapeline.model.event;

/** How sure it is that a stretch of data is complete. Only the first two count as complete. */
public enum Assurance {
    /** Contiguous ids or sequences. */
    VERIFIED,
    /** Compared with REST. */
    RECONCILED,
    /** Connected, nothing to check against. */
    OBSERVED,
    /** The venue itself thins it. */
    SAMPLED
}
