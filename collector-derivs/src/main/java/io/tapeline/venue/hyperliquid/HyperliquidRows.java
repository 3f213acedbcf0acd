package io.tapeline.venue.hyperliquid;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trades, books, quotes and candles. Sizes are units of the base asset; times are those of the block, in milliseconds. */
final class HyperliquidRows {
    /** A candle may change for a moment after its end. */
    static final Duration CANDLE_SETTLES = Duration.ofSeconds(5);

    private HyperliquidRows() {}

    /** {@code side} is the aggressor's; {@code tid} is unique and has no order. */
    static List<Decoded> trade(JsonValue row, long received) {
        String coin = row.text("coin");
        if (HyperliquidNames.isOutcome(coin)) {
            return List.of(new Decoded.Ignored("outcome market " + coin));
        }
        return List.of(new Decoded.Event(new Trade(
                Header.venue(HyperliquidNames.instrument(coin), row.millis("time"), received),
                row.text("tid"),
                side(row.text("side")),
                row.decimal("px"),
                row.decimal("sz"),
                SizeUnit.BASE,
                null,
                null,
                null,
                false,
                Map.of())));
    }

    private static Side side(String side) {
        return switch (side) {
            case "B" -> Side.BUY;
            case "A" -> Side.SELL;
            default -> Side.UNKNOWN;
        };
    }

    /** A whole book, bids before asks; {@code [[],[]]} is an empty one. */
    static Decoded book(JsonValue data, long received) {
        String coin = data.text("coin");
        if (HyperliquidNames.isOutcome(coin)) {
            return new Decoded.Ignored("outcome market " + coin);
        }
        JsonValue sides = data.get("levels");
        long time = data.integer("time");
        return new Decoded.BookUpdate(
                Header.venue(HyperliquidNames.instrument(coin), data.millis("time"), received),
                true,
                sides.at(0).levelsHere("px", "sz"),
                sides.at(1).levelsHere("px", "sz"),
                SizeUnit.BASE,
                time,
                time,
                null,
                null);
    }

    /** Bid and ask; a side that is missing is null, or not there when it is the second. */
    static Decoded quote(JsonValue data, long received) {
        String coin = data.text("coin");
        if (HyperliquidNames.isOutcome(coin)) {
            return new Decoded.Ignored("outcome market " + coin);
        }
        List<JsonValue> sides = data.get("bbo").elements();
        return new Decoded.Event(new Quote(
                Header.venue(HyperliquidNames.instrument(coin), data.millis("time"), received),
                number(sides, 0, "px"),
                number(sides, 0, "sz"),
                number(sides, 1, "px"),
                number(sides, 1, "sz"),
                SizeUnit.BASE,
                null));
    }

    private static @Nullable BigDecimal number(List<JsonValue> sides, int side, String member) {
        return side < sides.size() && !sides.get(side).isNull()
                ? sides.get(side).decimal(member)
                : null;
    }

    /** @param past whether it is one of a list, where the time tells those that are over */
    static Decoded candle(JsonValue row, boolean past, long received) {
        String coin = row.text("s");
        if (HyperliquidNames.isOutcome(coin)) {
            return new Decoded.Ignored("outcome market " + coin);
        }
        String interval = row.text("i");
        HyperliquidIntervals.length(interval);
        long end = row.millis("T") + CANDLE_SETTLES.toMillis() * 1_000;
        return new Decoded.Event(new Candle(
                Header.venue(HyperliquidNames.instrument(coin), row.millis("t"), received),
                interval,
                CandleSource.TRADE,
                row.decimal("o"),
                row.decimal("h"),
                row.decimal("l"),
                row.decimal("c"),
                row.optionalDecimal("v"),
                null,
                null,
                row.optionalInteger("n"),
                past && end < received));
    }
}
