package io.tapeline.model.event;

/** Which price a candle is made of. */
public enum CandleSource {
    /** Trades. */
    TRADE,
    /** Mark price. */
    MARK,
    /** Index price. */
    INDEX,
    /** Premium index. */
    PREMIUM
}
