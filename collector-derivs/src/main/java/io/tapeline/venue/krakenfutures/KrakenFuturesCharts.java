package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.CandleLengths;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Candles of {@code /api/charts/v1/<price>/<product>/<interval>}: asked for in seconds, answered in milliseconds. Volumes
 * count base units of linear products and dollars of inverse ones; mark and index candles have none.
 */
final class KrakenFuturesCharts {
    /** Lengths by the venue's names, which are everybody's. */
    static final Map<String, Duration> INTERVALS =
            new TreeMap<>(CandleLengths.of("1m", "5m", "15m", "30m", "1h", "4h", "12h", "1d", "1w"));

    private KrakenFuturesCharts() {}

    /** @param path of the question, which alone says what the answer is about */
    static List<Decoded> read(JsonValue answer, String path, long received, InstrumentLookup instruments) {
        String[] parts = path.split("/");
        int last = parts.length - 1;
        Duration length = last < 2 ? null : INTERVALS.get(parts[last]);
        if (length == null) {
            throw new BadMember("url", "expected a path with price, product and interval, got '" + path + "'");
        }
        KrakenProduct product = KrakenProduct.of(parts[last - 1]);
        InstrumentId id = product.id(instruments);
        CandleSource source = source(parts[last - 2]);
        return JsonDecoder.rows(
                answer.get("candles").elements(),
                row -> List.of(candle(row, product, id, parts[last], source, length, received)));
    }

    private static CandleSource source(String price) {
        return switch (price) {
            case "trade" -> CandleSource.TRADE;
            case "mark" -> CandleSource.MARK;
            case "spot" -> CandleSource.INDEX;
            default -> throw new BadMember("url", "expected trade, mark or spot, got '" + price + "'");
        };
    }

    /** Closed once its end is past; the answer does not say so, nor the venue's time. */
    private static Decoded candle(
            JsonValue row,
            KrakenProduct product,
            InstrumentId id,
            String interval,
            CandleSource source,
            Duration length,
            long received) {
        long opened = row.millis("time");
        BigDecimal volume = source == CandleSource.TRADE ? row.optionalDecimal("volume") : null;
        return new Decoded.Event(new Candle(
                Header.venue(id, opened, received),
                interval,
                source,
                row.decimal("open"),
                row.decimal("high"),
                row.decimal("low"),
                row.decimal("close"),
                product.inverse() ? null : volume,
                product.inverse() ? volume : null,
                null,
                null,
                received - opened >= length.toMillis() * 1_000));
    }
}
