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
 * Candles of streams and answers. {@code id} is the opening time in seconds. Of traded candles {@code amount} (coins) and
 * {@code trade_turnover} (USDT) count both sides and are halved; {@code count} is documented likewise but is odd in real
 * messages, so it is taken as it is. No message says that a candle is closed: it is when the message was sent after its
 * end.
 */
final class HtxSwapCandles {
    private HtxSwapCandles() {}

    /** @param sent when the venue sent it, epoch microseconds */
    static Decoded read(JsonValue row, InstrumentId id, String period, CandleSource source, long sent, long received) {
        long opened = row.seconds("id");
        boolean traded = source == CandleSource.TRADE;
        return new Decoded.Event(new Candle(
                Header.venue(id, opened, received),
                HtxPeriods.neutral(period),
                source,
                row.decimal("open"),
                row.decimal("high"),
                row.decimal("low"),
                row.decimal("close"),
                traded ? half(row.optionalDecimal("amount")) : null,
                traded ? half(row.optionalDecimal("trade_turnover")) : null,
                null,
                traded ? row.optionalInteger("count") : null,
                sent - opened >= HtxPeriods.length(period).toMillis() * 1_000));
    }

    private static @Nullable BigDecimal half(@Nullable BigDecimal bothSides) {
        return bothSides == null ? null : HtxSwapEvents.half(bothSides);
    }
}
