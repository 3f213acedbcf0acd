package io.tapeline.venue.coinbasefutures;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import java.math.BigDecimal;

/** Candles, which do not say whether they are final. Their volume counts contracts. */
final class CoinbaseCandles {
    /** Answers are cached for a second and clocks differ: a candle is final some time after its end. */
    private static final long SETTLED_MICROS = 10_000_000;

    private CoinbaseCandles() {}

    /** @param now when the row was true, epoch microseconds */
    static Candle read(
            JsonValue row,
            String product,
            CoinbaseGranularity granularity,
            long now,
            InstrumentLookup instruments,
            long received) {
        long start = row.seconds("start");
        BigDecimal contracts = row.optionalDecimal("volume");
        return new Candle(
                Header.venue(CoinbaseProducts.instrument(product, instruments), start, received),
                granularity.interval(),
                CandleSource.TRADE,
                row.decimal("open"),
                row.decimal("high"),
                row.decimal("low"),
                row.decimal("close"),
                contracts == null ? null : CoinbaseProducts.base(contracts, product, instruments),
                null,
                null,
                null,
                start + granularity.length().toMillis() * 1_000 + SETTLED_MICROS <= now);
    }
}
