package io.tapeline.model.event;

/** What a long/short ratio compares. */
public enum RatioType {
    /** All accounts. */
    ACCOUNTS,
    /** The largest accounts, by number. */
    TOP_ACCOUNTS,
    /** The largest accounts, by position. */
    TOP_POSITIONS,
    /** Taker buy and sell volume. */
    TAKER_VOLUME
}
