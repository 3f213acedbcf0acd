package io.tapeline.model.event;

/** How a book event was checked before it was published. */
public enum Verified {
    /** The venue's checksum over the resulting book agreed. */
    CHECKSUM,
    /** The venue's sequence numbers are contiguous. */
    SEQUENCE,
    /** Nothing to check against. */
    NONE
}
