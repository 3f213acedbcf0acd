package io.tapeline.venue.upbit;

import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import java.time.Duration;

/**
 * Candles. None says whether it is final: of those that are streamed the core closes one after the next has begun, of those
 * that are fetched the time tells. A stretch without trades has no candle.
 */
final class UpbitCandles {
    /** A candle may change for a moment after its end. */
    static final Duration SETTLES = Duration.ofSeconds(5);

    private static final long DAY_MICROS = Duration.ofDays(1).toNanos() / 1_000;

    private UpbitCandles() {}

    static Decoded streamed(UpbitRow row, UpbitInterval interval, long received) {
        return candle(row, interval, false, received);
    }

    static Decoded fetched(UpbitRow row, UpbitInterval interval, long received) {
        long end = interval.next(row.utc(UpbitField.CANDLE_START));
        return candle(row, interval, end + SETTLES.toNanos() / 1_000 < received, received);
    }

    private static Decoded candle(UpbitRow row, UpbitInterval interval, boolean closed, long received) {
        return new Decoded.Event(new Candle(
                Header.venue(row.instrument(), row.utc(UpbitField.CANDLE_START), received),
                interval.interval(),
                CandleSource.TRADE,
                row.decimal(UpbitField.OPENING_PRICE),
                row.decimal(UpbitField.HIGH_PRICE),
                row.decimal(UpbitField.LOW_PRICE),
                row.decimal(UpbitField.TRADE_PRICE),
                row.optionalDecimal(UpbitField.CANDLE_VOLUME),
                row.optionalDecimal(UpbitField.CANDLE_TURNOVER),
                null,
                null,
                closed));
    }

    /**
     * A ticker: figures of the day, which begins at 00:00 UTC. Before the first trade of a day it is not documented which
     * day they are of.
     */
    static Decoded day(UpbitRow row, long received) {
        long day = day(row.time(UpbitField.TRADE_TIMESTAMP));
        if (day != day(row.time(UpbitField.TIMESTAMP))) {
            return new Decoded.Ignored("a ticker of a day without trades");
        }
        return new Decoded.Event(new Candle(
                Header.venue(row.instrument(), day, received),
                UpbitInterval.DAY.interval(),
                CandleSource.TRADE,
                row.decimal(UpbitField.OPENING_PRICE),
                row.decimal(UpbitField.HIGH_PRICE),
                row.decimal(UpbitField.LOW_PRICE),
                row.decimal(UpbitField.TRADE_PRICE),
                row.optionalDecimal(UpbitField.DAY_VOLUME),
                row.optionalDecimal(UpbitField.DAY_TURNOVER),
                row.optionalDecimal(UpbitField.DAY_BOUGHT),
                null,
                false));
    }

    private static long day(long micros) {
        return Math.floorDiv(micros, DAY_MICROS) * DAY_MICROS;
    }
}
