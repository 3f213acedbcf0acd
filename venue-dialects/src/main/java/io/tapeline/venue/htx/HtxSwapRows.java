package io.tapeline.venue.htx;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.LongShortRatio;
import io.tapeline.model.event.RatioType;
import io.tapeline.model.event.Settlement;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** Rows that only REST answers have, to events. */
final class HtxSwapRows {
    private HtxSwapRows() {}

    /** The venue sends shares, of accounts with positions on both sides a third; the ratio is computed. */
    static Decoded ratio(JsonValue row, RatioType type, InstrumentId id, String period, long received) {
        BigDecimal longs = row.decimal("buy_ratio");
        BigDecimal shorts = row.decimal("sell_ratio");
        if (shorts.signum() == 0) {
            return new Decoded.Ignored("a ratio to nothing");
        }
        return new Decoded.Event(new LongShortRatio(
                Header.venue(id, row.millis("ts"), received),
                type,
                period,
                longs,
                shorts,
                Decimals.divide(longs, shorts)));
    }

    /** A settlement of profit and loss, or the delivery of a dated future. */
    static Decoded settlement(JsonValue row, InstrumentId id, long received) {
        long time = row.millis("settlement_time");
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(time / 1_000), ZoneOffset.UTC);
        return new Decoded.Event(new Settlement(
                Header.venue(id, time, received),
                row.decimal("settlement_price"),
                day.toString(),
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                Map.of("settlement_type", row.textOr("settlement_type", "settlement"))));
    }
}
