package io.tapeline.venue.okx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.LongShortRatio;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.RatioType;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Trading statistics ({@code rubik}) of one instrument and period.
 *
 * @param period in the venue's spelling
 */
record OkxStatistics(InstrumentId id, String period, long received) {

    private Header header(JsonValue row) {
        return Header.venue(id, row.at(0).millis(), received);
    }

    /** {@code [ts, contracts, base, USD]}. */
    List<Decoded> openInterest(List<JsonValue> rows) {
        return JsonDecoder.rows(
                rows,
                row -> List.of(new Decoded.Event(new OpenInterest(
                        header(row),
                        row.at(1).decimal(),
                        row.at(2).decimal(),
                        row.at(3).decimal(),
                        Map.of()))));
    }

    /** {@code [ts, long / short]}. */
    List<Decoded> ratios(List<JsonValue> rows, RatioType type) {
        return JsonDecoder.rows(rows, row -> List.of(ratio(row, type, row.at(1).decimal())));
    }

    /** {@code [ts, sell, buy]}: the ratio is that of buying to selling. */
    List<Decoded> takerVolume(List<JsonValue> rows) {
        return JsonDecoder.rows(rows, row -> {
            BigDecimal sold = row.at(1).decimal();
            BigDecimal bought = row.at(2).decimal();
            return List.of(
                    sold.signum() == 0
                            ? new Decoded.Ignored("no taker sold")
                            : ratio(row, RatioType.TAKER_VOLUME, Decimals.divide(bought, sold)));
        });
    }

    private Decoded ratio(JsonValue row, RatioType type, BigDecimal ratio) {
        String interval = OkxBar.interval(period);
        return interval == null
                ? new Decoded.Ignored("statistics of " + period + " begin at UTC+8")
                : new Decoded.Event(new LongShortRatio(header(row), type, interval, null, null, ratio));
    }
}
