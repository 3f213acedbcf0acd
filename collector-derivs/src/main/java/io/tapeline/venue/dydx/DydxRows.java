package io.tapeline.venue.dydx;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonDecoder;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that stream and REST share: trades, levels, candles. Sizes are units of the base asset. */
final class DydxRows {
    /** A candle may change for a block or two after its end. */
    static final Duration CANDLE_SETTLES = Duration.ofSeconds(5);

    private static final String LIQUIDATED = "LIQUIDATED";
    private static final String DELEVERAGED = "DELEVERAGED";

    private DydxRows() {}

    static List<Decoded> trades(JsonValue contents, String ticker, Origin origin, long received) {
        InstrumentId instrument = DydxNames.instrument(ticker);
        return JsonDecoder.rows(contents.get("trades").elements(), row -> trade(row, instrument, origin, received));
    }

    /**
     * A fill. One that liquidates is a trade and a liquidation; one that deleverages is no trade of the market, made at a
     * price nobody offered, and a liquidation alone.
     */
    static List<Decoded> trade(JsonValue row, InstrumentId instrument, Origin origin, long received) {
        Header header = Header.venue(instrument, row.iso("createdAt"), received).withOrigin(origin);
        String type = row.textOr("type", "LIMIT");
        List<Decoded> events = new ArrayList<>(2);
        if (!type.equals(DELEVERAGED)) {
            events.add(new Decoded.Event(new Trade(
                    header,
                    row.optionalText("id"),
                    side(row),
                    row.decimal("price"),
                    row.decimal("size"),
                    SizeUnit.BASE,
                    null,
                    null,
                    null,
                    type.equals(LIQUIDATED),
                    type.equals("LIMIT") || type.equals(LIQUIDATED) ? Map.of() : Map.of("type", type))));
        }
        if (type.equals(LIQUIDATED) || type.equals(DELEVERAGED)) {
            events.add(new Decoded.Event(new Liquidation(
                    header,
                    side(row),
                    row.decimal("price"),
                    row.decimal("size"),
                    SizeUnit.BASE,
                    null,
                    null,
                    row.optionalText("id"))));
        }
        return events;
    }

    /** The taker's side; the account that is liquidated is the taker, so that SELL closed a long. */
    private static Side side(JsonValue row) {
        return switch (row.textOr("side", "")) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> Side.UNKNOWN;
        };
    }

    /** @param number of the frame, which dates the levels it sets; null in an answer to a call */
    static Decoded book(JsonValue contents, String ticker, boolean snapshot, @Nullable Long number, long received) {
        if (!contents.has("bids") && !contents.has("asks")) {
            throw new BadMember("bids", "expected levels, or asks with levels, got neither");
        }
        return new Decoded.BookUpdate(
                Header.received(DydxNames.instrument(ticker), received),
                snapshot,
                levels(contents, "bids"),
                levels(contents, "asks"),
                SizeUnit.BASE,
                number,
                number,
                null,
                null);
    }

    /** A snapshot has objects, a change has arrays; a change of one side has only that. */
    private static Levels levels(JsonValue contents, String side) {
        JsonValue found = contents.find(side);
        boolean objects = found != null
                && !found.elements().isEmpty()
                && found.elements().getFirst().isObject();
        return objects ? contents.levels(side, "price", "size") : contents.levels(side);
    }

    /** Candles of a list, which has the newest first, oldest first. */
    static List<Decoded> candles(JsonValue contents, long received) {
        return JsonDecoder.rows(
                contents.get("candles").elements().reversed(),
                row -> List.of(new Decoded.Event(candle(row, true, received))));
    }

    /** @param past whether it is one of a list, where the time tells those that are over */
    static Candle candle(JsonValue row, boolean past, long received) {
        DydxResolution resolution = DydxResolution.ofWire(row.text("resolution"));
        long start = row.iso("startedAt");
        boolean over = past && start + resolution.micros() + CANDLE_SETTLES.toMillis() * 1_000 <= received;
        return new Candle(
                Header.venue(DydxNames.instrument(row.text("ticker")), start, received)
                        .withOrigin(over ? Origin.BACKFILL : Origin.LIVE),
                resolution.interval,
                CandleSource.TRADE,
                row.decimal("open"),
                row.decimal("high"),
                row.decimal("low"),
                row.decimal("close"),
                row.optionalDecimal("baseTokenVolume"),
                row.optionalDecimal("usdVolume"),
                null,
                row.optionalInteger("trades"),
                over);
    }
}
