package io.tapeline.model.event;

/** Whether a funding rate is final. */
public enum FundingStatus {
    /** May still move until the interval ends. */
    ESTIMATED,
    /** Was charged. */
    SETTLED
}
