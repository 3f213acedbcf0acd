package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.decode.RequestAddress;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;
import java.util.ArrayList;
import java.util.List;

/** Candles of trades; their volume counts base units. */
final class KrakenCandles {
    private KrakenCandles() {}

    /** The stream never says that a candle is closed: it is when the next one appears. Minutes without trades do not. */
    static Decoded streamed(JsonValue row, long received, InstrumentLookup instruments) {
        InstrumentId id = KrakenPair.id(row.text("symbol"), instruments);
        return new Decoded.Event(new Candle(
                Header.venue(id, row.iso("interval_begin"), received),
                KrakenInterval.ofMinutes(row.text("interval")).text(),
                CandleSource.TRADE,
                row.decimal("open"),
                row.decimal("high"),
                row.decimal("low"),
                row.decimal("close"),
                row.optionalDecimal("volume"),
                null,
                null,
                row.optionalInteger("trades"),
                false));
    }

    /** The last row is the candle that runs; empty intervals are filled with the price before. */
    static List<Decoded> answered(JsonValue rows, KrakenPair pair, RequestAddress asked, long received) {
        KrakenInterval interval = KrakenInterval.ofMinutes(asked.parameters().getOrDefault("interval", "1"));
        List<JsonValue> all = rows.elements();
        List<Decoded> candles = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean closed = i < all.size() - 1;
            candles.addAll(JsonDecoder.rows(
                    List.of(all.get(i)), row -> List.of(candle(row, pair, interval, received, closed))));
        }
        return candles;
    }

    /** Columns: time, open, high, low, close, average price, volume, trades. */
    private static Decoded candle(
            JsonValue row, KrakenPair pair, KrakenInterval interval, long received, boolean closed) {
        long opened = EpochTime.seconds("time", row.at(0).decimal());
        return new Decoded.Event(new Candle(
                Header.venue(pair.id(), opened, received),
                interval.text(),
                CandleSource.TRADE,
                row.at(1).decimal(),
                row.at(2).decimal(),
                row.at(3).decimal(),
                row.at(4).decimal(),
                row.at(6).decimal(),
                null,
                null,
                row.at(7).integer(),
                closed));
    }
}
