package io.tapeline.model.event;

/** State of a gap. */
public enum GapState {
    /** Known to be missing, being repaired. */
    OPEN,
    /** Filled completely. */
    REPAIRED,
    /** The venue cannot supply it. */
    UNRECOVERABLE
}
