package io.tapeline.venue.okx;

import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Candles of one instrument and bar: {@code [start, open, high, low, close, vol, volCcy, volCcyQuote, confirm]}, of mark
 * and index prices {@code [start, open, high, low, close, confirm]}. On spot {@code vol} counts the base asset; elsewhere
 * it counts contracts and {@code volCcy} the base asset. {@code volCcyQuote} is the quote asset everywhere.
 *
 * @param bar in the venue's spelling
 * @param symbol as it was asked for; candles of an index are the swap's
 */
record OkxCandles(CandleSource source, String bar, String symbol, long received) {
    private static final int CONFIRM_OF_TRADES = 8;
    private static final int CONFIRM_OF_PRICES = 5;

    /** What a channel or the end of a path says. */
    static CandleSource source(String name) {
        return name.contains("mark-price")
                ? CandleSource.MARK
                : name.contains("index") ? CandleSource.INDEX : CandleSource.TRADE;
    }

    List<Decoded> read(JsonValue data, InstrumentLookup instruments) {
        String interval = OkxBar.interval(bar);
        if (interval == null) {
            return List.of(new Decoded.Ignored("candles of " + bar + " begin at UTC+8"));
        }
        InstrumentId id =
                source == CandleSource.INDEX ? OkxNames.ofIndex(symbol, instruments) : OkxNames.id(symbol, instruments);
        return JsonDecoder.rows(data.elements(), row -> List.of(new Decoded.Event(candle(row, interval, id))));
    }

    private Candle candle(JsonValue row, String interval, InstrumentId id) {
        boolean traded = source == CandleSource.TRADE;
        return new Candle(
                Header.venue(id, row.at(0).millis(), received),
                interval,
                source,
                row.at(1).decimal(),
                row.at(2).decimal(),
                row.at(3).decimal(),
                row.at(4).decimal(),
                traded ? number(row, id.market() == Market.SPOT ? 5 : 6) : null,
                traded ? number(row, 7) : null,
                null,
                null,
                row.at(traded ? CONFIRM_OF_TRADES : CONFIRM_OF_PRICES).text().equals("1"));
    }

    private static @Nullable BigDecimal number(JsonValue row, int position) {
        return row.at(position).text().isEmpty() ? null : row.at(position).decimal();
    }
}
