package io.tapeline.venue.krakenfutures;

import io.tapeline.collector.decode.BadMember;
import io.tapeline.collector.decode.JsonValue;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.model.decimal.Levels;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Liquidation;
import io.tapeline.model.event.Quote;
import io.tapeline.model.event.Side;
import io.tapeline.model.event.Trade;
import io.tapeline.model.instrument.InstrumentId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages about one product to events. Sizes count dollars' worth of contracts or base units, as the product's name says. */
record KrakenFuturesEvents(KrakenProduct product, InstrumentId id, long received) {

    List<Decoded> trade(JsonValue row) {
        return trade(row, row.millis("time"), "qty", row.integer("seq"));
    }

    /**
     * A trade, and the liquidation it is of. {@code side} is the taker's, of a liquidation that of the forced order.
     * Terminations, assignments and block trades are trades that say so in their metadata.
     */
    List<Decoded> trade(JsonValue row, long time, String size, @Nullable Long sequence) {
        Header header = Header.venue(id, time, received);
        String type = row.textOr("type", "fill");
        boolean forced = type.equals("liquidation");
        Trade trade = new Trade(
                header,
                row.text("uid"),
                side(row),
                row.decimal("price"),
                row.decimal(size),
                product.sizeUnit(),
                null,
                null,
                sequence,
                forced,
                forced || type.equals("fill") ? Map.of() : Map.of("type", type));
        return forced ? List.of(new Decoded.Event(trade), liquidation(trade)) : List.of(new Decoded.Event(trade));
    }

    private static Decoded liquidation(Trade trade) {
        return new Decoded.Event(new Liquidation(
                trade.header(),
                trade.side(),
                trade.price(),
                trade.size(),
                trade.sizeUnit(),
                null,
                null,
                trade.tradeId()));
    }

    private static Side side(JsonValue row) {
        String side = row.text("side");
        return switch (side) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw new BadMember("side", "expected buy or sell, got '" + side + "'");
        };
    }

    Decoded book(JsonValue message) {
        return update(
                Header.venue(id, message.millis("timestamp"), received),
                true,
                message.levels("bids", "price", "qty"),
                message.levels("asks", "price", "qty"),
                message.integer("seq"));
    }

    /** One level with its absolute size. */
    Decoded change(JsonValue message) {
        BigDecimal size = message.decimal("qty");
        Levels level = level(message.get("price"), size.signum() < 0 ? BigDecimal.ZERO : size);
        boolean bid = side(message) == Side.BUY;
        return update(
                Header.venue(id, message.millis("timestamp"), received),
                false,
                bid ? level : Levels.EMPTY,
                bid ? Levels.EMPTY : level,
                message.integer("seq"));
    }

    private static Levels level(JsonValue price, BigDecimal size) {
        try {
            return Levels.builder(1).add(price.decimal(), size).build();
        } catch (NumberFormatException e) {
            throw new BadMember(price.name(), String.valueOf(e.getMessage()));
        }
    }

    Decoded update(Header header, boolean snapshot, Levels bids, Levels asks, @Nullable Long sequence) {
        return new BookUpdate(header, snapshot, bids, asks, product.sizeUnit(), sequence, sequence, null, null);
    }

    /** Best prices, and what a derivative has beside its book. */
    List<Decoded> ticker(JsonValue message) {
        Header header = Header.venue(id, message.millis("time"), received);
        List<Decoded> decoded = new ArrayList<>();
        decoded.add(new Decoded.TickerChange(header, true, KrakenFuturesTickers.streamed(message, product)));
        if (message.has("bid") || message.has("ask")) {
            decoded.add(quote(header, message, "bid_size", "ask_size"));
        }
        return decoded;
    }

    /** {@code ticker_lite} has neither sizes nor a time. */
    Decoded bestPrices(JsonValue message) {
        return quote(Header.received(id, received), message, "bid_size", "ask_size");
    }

    /** A product without orders on a side has the price 0 there. */
    Decoded quote(Header header, JsonValue message, String bidSize, String askSize) {
        BigDecimal bid = KrakenFuturesTickers.positive(message, "bid");
        BigDecimal ask = KrakenFuturesTickers.positive(message, "ask");
        return new Decoded.Event(new Quote(
                header,
                bid,
                bid == null ? null : message.optionalDecimal(bidSize),
                ask,
                ask == null ? null : message.optionalDecimal(askSize),
                product.sizeUnit(),
                null));
    }
}
