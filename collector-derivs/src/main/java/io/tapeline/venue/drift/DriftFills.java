package io.tapeline.venue.drift;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills, in decimals: {@code baseAssetAmountFilled} counts base units. The price is what was paid for them;
 * {@code oraclePrice} is none. A fill of a liquidation is a trade unless a liquidator took the position over, which has
 * no filler and happens at a price nobody traded at.
 */
final class DriftFills {
    private DriftFills() {}

    /** @param symbol of the market, where the fill does not say */
    static List<Decoded> fill(JsonValue row, @Nullable String symbol, long received) {
        if (!row.textOr("action", "fill").equals("fill")) {
            return List.of(new Decoded.Ignored("no fill: " + row.text("action")));
        }
        String market = row.textOr("symbol", symbol == null ? "" : symbol);
        if (market.isEmpty()) {
            return List.of(new Decoded.Ignored("a fill of a market that is only numbered"));
        }
        if (!DriftMarkets.isPerpetual(market)) {
            return List.of(new Decoded.Ignored("a fill of spot"));
        }
        BigDecimal size = row.decimal("baseAssetAmountFilled");
        if (size.signum() <= 0) {
            throw new BadMember("baseAssetAmountFilled", "expected a size over zero, got '" + size + "'");
        }
        InstrumentId id = DriftMarkets.of(market);
        return events(row, Header.venue(id, row.seconds("ts"), received), plain(price(row, size)), plain(size));
    }

    private static List<Decoded> events(JsonValue row, Header header, BigDecimal price, BigDecimal size) {
        String id = id(row);
        Side side = side(row);
        String how = row.textOr("actionExplanation", "");
        boolean forced = how.contains("liquidation");
        Decoded liquidation =
                new Decoded.Event(new Liquidation(header, side, price, size, SizeUnit.BASE, null, null, id));
        if (forced && !row.has("filler")) {
            return List.of(liquidation);
        }
        Decoded trade = new Decoded.Event(new Trade(
                header,
                id,
                side,
                price,
                size,
                SizeUnit.BASE,
                null,
                null,
                null,
                forced,
                how.isEmpty() ? Map.of() : Map.of("fill", how)));
        return forced ? List.of(trade, liquidation) : List.of(trade);
    }

    /** Answers have zeros at the end that the stream has not: the same fill has the same digits. */
    private static BigDecimal plain(BigDecimal value) {
        return Decimals.plain(value.stripTrailingZeros());
    }

    private static BigDecimal price(JsonValue row, BigDecimal size) {
        BigDecimal said = row.optionalDecimal("price");
        return said == null ? Decimals.divide(row.decimal("quoteAssetAmountFilled"), size) : said;
    }

    /** The number of the fill in its market; a transaction may hold several fills. */
    private static @Nullable String id(JsonValue row) {
        if (row.has("fillRecordId")) {
            return row.text("fillRecordId");
        }
        return row.has("txSig") && row.has("txSigIndex") ? row.text("txSig") + ":" + row.text("txSigIndex") : null;
    }

    /** Of the taker; a fill against the pool may name only the maker. */
    private static Side side(JsonValue row) {
        String taker = row.optionalText("takerOrderDirection");
        if (taker != null) {
            return direction("takerOrderDirection", taker, Side.BUY, Side.SELL);
        }
        String maker = row.optionalText("makerOrderDirection");
        return maker == null ? Side.UNKNOWN : direction("makerOrderDirection", maker, Side.SELL, Side.BUY);
    }

    private static Side direction(String member, String said, Side ofLong, Side ofShort) {
        return switch (said) {
            case "long" -> ofLong;
            case "short" -> ofShort;
            default -> throw new BadMember(member, "expected long or short, got '" + said + "'");
        };
    }
}
