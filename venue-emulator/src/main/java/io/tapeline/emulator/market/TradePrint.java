package io.tapeline.emulator.market;

/**
 * An aggregate trade: fills of one taker order at one price.
 *
 * @param price in ticks
 * @param size in lots
 * @param firstId first of the raw fills' ids
 * @param time epoch milliseconds
 * @param buyerMaker true when the aggressor sold
 */
public record TradePrint(long id, long price, long size, long firstId, long lastId, long time, boolean buyerMaker) {
    /** The aggressor's side, {@code buy} or {@code sell}. */
    public String side() {
        return buyerMaker ? "sell" : "buy";
    }
}
