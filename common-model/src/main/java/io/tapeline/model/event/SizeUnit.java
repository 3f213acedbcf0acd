package io.tapeline.model.event;

/** What a size counts. */
public enum SizeUnit {
    /** Units of the base asset. */
    BASE,
    /** Units of the quote asset. */
    QUOTE,
    /** Contracts; multiply by the contract size. */
    CONTRACTS
}
