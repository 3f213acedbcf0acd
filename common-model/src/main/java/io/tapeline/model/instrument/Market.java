package io.tapeline.model.instrument;

/** Kind of market an instrument trades on. */
public enum Market {
    /** Immediate exchange of assets. */
    SPOT,
    /** Future without expiry. */
    PERPETUAL,
    /** Future with a delivery date. */
    FUTURE,
    /** Option. */
    OPTION,
    /** Outcome token of a prediction market. */
    PREDICTION,
    /** Index or volatility index. */
    INDEX
}
