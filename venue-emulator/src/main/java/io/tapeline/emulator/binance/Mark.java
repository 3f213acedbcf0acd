package io.tapeline.emulator.binance;

/**
 * Mark, index and funding of a moment; prices and rate with 8 decimals.
 *
 * @param nextFunding epoch milliseconds, 0 for a dated contract
 */
record Mark(long mark, long index, long settle, long rate, long nextFunding) {}
