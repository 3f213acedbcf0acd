package io.tapeline.venue.htx;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Candles of streams and answers. {@code id} is the opening time in seconds. No message says that a candle is closed: it is
 * when the message was sent after its end.
 *
 * @param period in the venue's spelling
 * @param sent when the venue sent them, epoch microseconds
 */
record HtxCandles(InstrumentId instrument, String period, CandleSource source, long sent, long received) {

    private Decoded read(
            JsonValue row, @Nullable BigDecimal volume, @Nullable BigDecimal quoteVolume, @Nullable Long trades) {
        long opened = row.seconds("id");
        return new Decoded.Event(new Candle(
                Header.venue(instrument, opened, received),
                HtxPeriods.neutral(period),
                source,
                row.decimal("open"),
                row.decimal("high"),
                row.decimal("low"),
                row.decimal("close"),
                volume,
                quoteVolume,
                null,
                trades,
                sent - opened >= HtxPeriods.length(period).toMillis() * 1_000));
    }

    /**
     * Of contracts: of traded candles {@code amount} (coins) and {@code trade_turnover} (USDT) count both sides and are
     * halved; {@code count} is documented likewise but is odd in real messages, so it is taken as it is.
     */
    Decoded ofContracts(JsonValue row) {
        return source == CandleSource.TRADE
                ? read(
                        row,
                        half(row.optionalDecimal("amount")),
                        half(row.optionalDecimal("trade_turnover")),
                        row.optionalInteger("count"))
                : read(row, null, null, null);
    }

    /** Of pairs: {@code amount} is in coins and {@code vol} in the quote, both counted once. */
    Decoded ofPairs(JsonValue row) {
        return read(row, row.optionalDecimal("amount"), row.optionalDecimal("vol"), row.optionalInteger("count"));
    }

    private static @Nullable BigDecimal half(@Nullable BigDecimal bothSides) {
        return bothSides == null ? null : HtxSwapEvents.half(bothSides);
    }
}
