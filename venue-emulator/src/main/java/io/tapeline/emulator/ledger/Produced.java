package io.tapeline.emulator.ledger;

/**
 * Something the market produced, whether or not anybody heard of it.
 *
 * @param number counts everything produced, from 1
 * @param kind trade, candle, book, quote, mark_price, funding_rate, liquidation, open_interest
 * @param time the venue's time of it, epoch milliseconds
 * @param id trade id, book update id, open time of a candle; the time where there is none
 * @param facts the venue's own members and digits, JSON
 */
public record Produced(long number, String prefix, String symbol, String kind, long time, long id, String facts) {}
