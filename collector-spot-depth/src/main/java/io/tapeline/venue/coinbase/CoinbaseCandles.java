package io.tapeline.venue.coinbase;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;

/** Candles, rows of {@code [time, low, high, open, close, volume]}. They do not say whether they are final. */
final class CoinbaseCandles {
    /** Answers lag behind the market and clocks differ: a candle is final some time after its end. */
    private static final long SETTLED_MICROS = 10_000_000;

    private CoinbaseCandles() {}

    static Candle read(JsonValue row, String product, CoinbaseGranularity length, long received) {
        long start = EpochTime.seconds("time", row.at(0).decimal());
        return new Candle(
                Header.venue(CoinbaseVenue.instrument(product), start, received),
                length.interval(),
                CandleSource.TRADE,
                row.at(3).decimal(),
                row.at(2).decimal(),
                row.at(1).decimal(),
                row.at(4).decimal(),
                row.at(5).decimal(),
                null,
                null,
                null,
                start + length.length().toMillis() * 1_000 + SETTLED_MICROS <= received);
    }
}
