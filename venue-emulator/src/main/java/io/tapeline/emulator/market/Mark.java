package io.tapeline.emulator.market;

/**
 * Mark, index and funding of a moment. Prices and rate are counts of {@link FuturesMarks#GRID}.
 *
 * @param settle estimate of the settlement price
 * @param rate funding estimate of the running interval, 0 where none is paid
 * @param nextFunding epoch milliseconds, 0 where none is paid
 */
public record Mark(long mark, long index, long settle, long rate, long nextFunding) {}
