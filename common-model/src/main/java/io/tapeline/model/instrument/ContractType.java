package io.tapeline.model.instrument;

/** How the value of a contract depends on price. */
public enum ContractType {
    /** Profit is linear in price, paid in the quote asset. */
    LINEAR,
    /** Contract has a fixed quote value, paid in the base asset. */
    INVERSE,
    /** Paid in a third asset. */
    QUANTO
}
