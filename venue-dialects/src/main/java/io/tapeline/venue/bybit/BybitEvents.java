package io.tapeline.venue.bybit;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.util.List;
import java.util.function.Function;

/**
 * Events of one message. {@code ts} is when the gateway made it; trades and books have the engine's own time.
 *
 * @param message with {@code topic} and {@code data}
 */
record BybitEvents(BybitCategory category, InstrumentLookup instruments, JsonValue message, long received) {

    /** {@code type} is always snapshot and means nothing: every element is a new trade. {@code S} is the taker. */
    List<Decoded> trades() {
        return rows(
                "s",
                row -> new Decoded.Event(new Trade(
                        Header.venue(id(row, "s"), row.millis("T"), received),
                        row.text("i"),
                        BybitSides.taker(row.text("S")),
                        row.decimal("p"),
                        row.decimal("v"),
                        category.sizeUnit(row.text("s")),
                        null,
                        null,
                        row.optionalInteger("seq"),
                        false,
                        BybitTrades.metadata(row.flag("BT"), row.flag("RPI")))));
    }

    List<Decoded> book() {
        JsonValue data = message.get("data");
        if (category.option(data.text("s"))) {
            return List.of(option());
        }
        long sequence = data.integer("u");
        return List.of(new Decoded.BookUpdate(
                Header.venue(id(data, "s"), engineTime(), received),
                // After a restart of the service the first frame is a snapshot whatever it says.
                snapshot() || sequence == 1,
                data.levels("b"),
                data.levels("a"),
                category.sizeUnit(data.text("s")),
                sequence,
                sequence,
                null,
                null));
    }

    /**
     * One level, repeated after 3 s without change under the same {@code u}. Until March 2025 it came as a snapshot and
     * changes of single sides.
     */
    List<Decoded> quote() {
        JsonValue data = message.get("data");
        return List.of(new Decoded.QuoteChange(
                Header.venue(id(data, "s"), engineTime(), received),
                snapshot(),
                data.levels("b"),
                data.levels("a"),
                category.sizeUnit(data.text("s")),
                data.integer("u")));
    }

    List<Decoded> ticker() {
        JsonValue data = message.get("data");
        return List.of(
                category.option(data.text("symbol"))
                        ? option()
                        : new Decoded.TickerChange(
                                Header.venue(id(data, "symbol"), message.millis("ts"), received),
                                snapshot(),
                                BybitTickers.read(data)));
    }

    /** The side is that of the position: a long is closed by selling. The price is that of bankruptcy. */
    List<Decoded> liquidations() {
        return rows(
                "s",
                row -> new Decoded.Event(new Liquidation(
                        Header.venue(id(row, "s"), row.millis("T"), received),
                        BybitSides.closing(row.text("S")),
                        row.decimal("p"),
                        row.decimal("v"),
                        category.sizeUnit(row.text("s")),
                        null,
                        null,
                        null)));
    }

    /** The topic before February 2025: one liquidation a second and symbol, the side that of the position too. */
    List<Decoded> retiredLiquidation() {
        JsonValue data = message.get("data");
        return List.of(new Decoded.Event(new Liquidation(
                Header.venue(id(data, "symbol"), data.millis("updatedTime"), received),
                BybitSides.closing(data.text("side")),
                data.decimal("price"),
                data.decimal("size"),
                category.sizeUnit(data.text("symbol")),
                null,
                null,
                null)));
    }

    /** @param symbol of the topic: rows have none */
    List<Decoded> candles(String symbol) {
        boolean inverse = category.inverse(symbol);
        return JsonDecoder.rows(
                message.get("data").elements(),
                row -> List.of(new Decoded.Event(new Candle(
                        Header.venue(category.instrument(symbol, instruments), row.millis("start"), received),
                        BybitInterval.ofWireName(row.text("interval")).interval(),
                        CandleSource.TRADE,
                        row.decimal("open"),
                        row.decimal("high"),
                        row.decimal("low"),
                        row.decimal("close"),
                        row.decimal(inverse ? "turnover" : "volume"),
                        row.decimal(inverse ? "volume" : "turnover"),
                        null,
                        null,
                        row.flag("confirm")))));
    }

    private List<Decoded> rows(String symbol, Function<JsonValue, Decoded> row) {
        return JsonDecoder.rows(
                message.get("data").elements(),
                one -> List.of(category.option(one.text(symbol)) ? option() : row.apply(one)));
    }

    private static Decoded option() {
        return new Decoded.Ignored("options are not collected");
    }

    private InstrumentId id(JsonValue row, String member) {
        return category.instrument(row.text(member), instruments);
    }

    /** Frames of 2023 have no engine time. */
    private long engineTime() {
        return message.millis(message.has("cts") ? "cts" : "ts");
    }

    private boolean snapshot() {
        String type = message.text("type");
        return switch (type) {
            case "snapshot" -> true;
            case "delta" -> false;
            default -> throw new BadMember("type", "expected snapshot or delta, got '" + type + "'");
        };
    }
}
