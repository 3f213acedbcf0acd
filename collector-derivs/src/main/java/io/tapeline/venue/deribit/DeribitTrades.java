package io.tapeline.venue.deribit;

import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.SizeUnit;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows of trades, from streams and answers. {@code direction} is the taker's. {@code trade_id} is unique per currency,
 * {@code trade_seq} consecutive per instrument. A flag {@code liquidation} says who was liquidated: {@code T} the taker,
 * so the forced order has the side of the trade; {@code M} the maker, so it has the other; {@code MT} both, which are two
 * forced orders: the maker's has {@code :maker} behind its trade id to be told from the taker's.
 */
final class DeribitTrades {
    private static final List<String> KEPT = List.of("liquidation", "combo_id", "block_trade_id", "block_rfq_id");

    private DeribitTrades() {}

    /** The trade and, where it is flagged, the liquidations; a combo's own row is left out, its legs have rows too. */
    static List<Decoded> read(JsonValue row, long received) {
        DeribitSymbol symbol = DeribitSymbol.of(row.text("instrument_name"));
        if (symbol.market() == null) {
            return List.of(new Decoded.Ignored("a combo: its legs are collected"));
        }
        Trade trade = trade(symbol, row, received);
        List<Decoded> decoded = new ArrayList<>(3);
        decoded.add(new Decoded.Event(trade));
        String flag = row.textOr("liquidation", "");
        String id = Objects.requireNonNull(trade.tradeId());
        if (flag.contains("T")) {
            decoded.add(liquidation(trade, trade.side(), id));
        }
        if (flag.contains("M")) {
            decoded.add(liquidation(trade, opposite(trade.side()), flag.contains("T") ? id + ":maker" : id));
        }
        return decoded;
    }

    /** Id and time of a row, whatever its kind. */
    static Header header(DeribitSymbol symbol, JsonValue row, long received) {
        return Header.venue(id(symbol), row.millis("timestamp"), received);
    }

    static InstrumentId id(DeribitSymbol symbol) {
        return new InstrumentId(DeribitSymbol.EXCHANGE, Objects.requireNonNull(symbol.market()), symbol.name());
    }

    private static Trade trade(DeribitSymbol symbol, JsonValue row, long received) {
        return new Trade(
                header(symbol, row, received),
                row.text("trade_id"),
                side(row.text("direction")),
                row.decimal("price"),
                row.decimal("amount"),
                symbol.sizeUnit(),
                null,
                null,
                row.optionalInteger("trade_seq"),
                row.has("liquidation"),
                metadata(symbol, row));
    }

    /**
     * Volatility in percent, and what the row belongs to. The price of an inverse option is in coins: {@code usd_rate} is
     * the index price at the trade, the venue's own word for what a coin was worth.
     */
    private static Map<String, Object> metadata(DeribitSymbol symbol, JsonValue row) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        KEPT.forEach(name -> put(metadata, name, row.optionalText(name)));
        put(metadata, "iv", row.optionalDecimal("iv"));
        if (symbol.inverse() && symbol.market() == Market.OPTION) {
            put(metadata, "usd_rate", row.optionalDecimal("index_price"));
        }
        return metadata;
    }

    private static void put(Map<String, Object> metadata, String name, @Nullable Object value) {
        if (value != null) {
            metadata.put(name, value);
        }
    }

    private static Decoded liquidation(Trade trade, Side side, String id) {
        SizeUnit unit = trade.sizeUnit();
        return new Decoded.Event(
                new Liquidation(trade.header(), side, trade.price(), trade.size(), unit, null, null, id));
    }

    private static Side side(String direction) {
        return switch (direction) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> Side.UNKNOWN;
        };
    }

    private static Side opposite(Side side) {
        return switch (side) {
            case BUY -> Side.SELL;
            case SELL -> Side.BUY;
            case UNKNOWN -> Side.UNKNOWN;
        };
    }
}
