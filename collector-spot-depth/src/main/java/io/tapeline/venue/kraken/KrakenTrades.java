package io.tapeline.venue.kraken;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trades; {@code side} is the taker's. */
final class KrakenTrades {
    private KrakenTrades() {}

    static Decoded streamed(JsonValue row, long received, InstrumentLookup instruments) {
        InstrumentId id = KrakenPair.id(row.text("symbol"), instruments);
        return trade(
                Header.venue(id, row.iso("timestamp"), received),
                Long.toString(row.get("trade_id").integer()),
                side(row.text("side")),
                row.decimal("price"),
                row.decimal("qty"));
    }

    /**
     * A row of REST: price, size, seconds, side, type, further facts, id. Prices have more zeros there than on the
     * websocket: where the pair's decimals are known, the zeros after them go, so that a trade is told the same either way.
     * The oldest rows of the history have no id.
     */
    static Decoded answered(JsonValue row, KrakenPair pair, long received, InstrumentLookup instruments) {
        Instrument known = instruments.find(pair.symbol());
        return trade(
                Header.venue(pair.id(), time(row), received),
                id(row),
                side(row.at(3).text()),
                cut(row.at(0).decimal(), known == null ? null : known.tickSize()),
                row.at(1).decimal());
    }

    static long time(JsonValue row) {
        return EpochTime.seconds("time", row.at(2).decimal());
    }

    static @Nullable String id(JsonValue row) {
        return row.elements().size() < 7 ? null : Long.toString(row.at(6).integer());
    }

    private static BigDecimal cut(BigDecimal price, @Nullable BigDecimal tick) {
        if (tick == null || price.scale() <= tick.scale()) {
            return price;
        }
        BigDecimal shorter = price.setScale(tick.scale(), RoundingMode.DOWN);
        return shorter.compareTo(price) == 0 ? shorter : price;
    }

    private static Side side(String side) {
        return switch (side) {
            case "buy", "b" -> Side.BUY;
            case "sell", "s" -> Side.SELL;
            default -> throw new BadMember("side", "expected buy or sell, got '" + side + "'");
        };
    }

    private static Decoded trade(Header header, @Nullable String id, Side side, BigDecimal price, BigDecimal size) {
        return new Decoded.Event(
                new Trade(header, id, side, price, size, SizeUnit.BASE, null, null, null, false, Map.of()));
    }
}
