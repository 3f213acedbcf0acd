package io.tapeline.model.event;

/** Direction of the aggressor of a trade, or of the forced order of a liquidation. */
public enum Side {
    /** A buyer took, or a short was closed. */
    BUY,
    /** A seller took, or a long was closed. */
    SELL,
    /** The venue does not tell. */
    UNKNOWN
}
