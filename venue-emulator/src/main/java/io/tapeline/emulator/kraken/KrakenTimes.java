package io.tapeline.emulator.kraken;

import io.tapeline.emulator.market.TradePrint;
import java.time.Instant;

/** Times as text. The market counts milliseconds, the venue microseconds: what is finer follows from a trade's id. */
final class KrakenTimes {
    private KrakenTimes() {}

    /** Epoch microseconds of a trade; no two of a pair have the same. */
    static long micros(TradePrint trade) {
        return trade.time() * 1_000 + trade.id() % 1_000;
    }

    /** With six decimals. */
    static String text(long micros) {
        return seconds(micros) + "." + "%06d".formatted(micros % 1_000_000) + "Z";
    }

    static String ofMillis(long millis) {
        return text(millis * 1_000);
    }

    /** With nine decimals. */
    static String nanos(long millis) {
        long micros = millis * 1_000;
        return seconds(micros) + "." + "%06d000".formatted(micros % 1_000_000) + "Z";
    }

    private static String seconds(long micros) {
        return Instant.ofEpochSecond(micros / 1_000_000).toString().replace("Z", "");
    }
}
