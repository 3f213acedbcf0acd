package io.tapeline.venue.binance;

import io.tapeline.collector.decode.BadMember;

/** Binance times: milliseconds, except where a spot client asked for {@code timeUnit=MICROSECOND}. */
final class BinanceTime {
    /** Beyond this a count of milliseconds lies in the year 5138: it is microseconds. */
    private static final long MICROSECONDS_FROM = 100_000_000_000_000L;

    /** The end of the year 9999, the last that ISO-8601 text of four digits can say. */
    private static final long LAST_MICROS = 253_402_300_799_999_999L;

    private BinanceTime() {}

    /** Epoch microseconds. */
    static long micros(long time, String name) {
        if (time < 0 || time > LAST_MICROS) {
            throw new BadMember(name, "expected milliseconds since 1970, got " + time);
        }
        return time >= MICROSECONDS_FROM ? time : time * 1_000;
    }
}
