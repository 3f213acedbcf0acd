package io.tapeline.emulator.polymarket;

import io.tapeline.emulator.kit.Json;
import java.math.BigDecimal;
import java.util.List;

/** Messages of the market channel and the CLOB's answers. */
final class ClobText {
    private ClobText() {}

    /** Without zeros at the end, as on the stream. */
    static String price(int thousandths) {
        return plain(thousandths, 3);
    }

    static String size(long hundredths) {
        return plain(hundredths, 2);
    }

    private static String plain(long count, int decimals) {
        BigDecimal value = BigDecimal.valueOf(count, decimals).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
    }

    static String tick(int thousandths) {
        return plain(thousandths, 3);
    }

    /** A whole book; the first after subscribing says the tick too. */
    static String book(Window window, boolean up, long time, boolean first) {
        Json book = start(window, up, time)
                .raw("bids", levels(window.book().wire(up, true)))
                .raw("asks", levels(window.book().wire(up, false)));
        if (first) {
            book.text("tick_size", tick(window.tick())).text("last_trade_price", last(window, up));
        }
        return book.text("event_type", "book").end();
    }

    /** The same over REST. */
    static String answer(Window window, boolean up, long time) {
        return start(window, up, time)
                .raw("bids", levels(window.book().wire(up, true)))
                .raw("asks", levels(window.book().wire(up, false)))
                .text("min_order_size", "5")
                .text("tick_size", tick(window.tick()))
                .flag("neg_risk", false)
                .text("last_trade_price", last(window, up))
                .end();
    }

    private static Json start(Window window, boolean up, long time) {
        return Json.object()
                .text("market", window.condition())
                .text("asset_id", window.token(up))
                .text("timestamp", Long.toString(time))
                .text("hash", window.hash(up, time));
    }

    private static String levels(List<OutcomeBook.Level> levels) {
        return Json.array(levels.stream().map(level -> Json.object()
                .text("price", price(level.price()))
                .text("size", size(level.size()))
                .end()));
    }

    private static String last(Window window, boolean up) {
        Window.Trade trade = window.trades().peekLast();
        return trade == null ? "" : price(trade.up() == up ? trade.price() : OutcomeBook.WHOLE - trade.price());
    }

    /** One order, which both tokens show. */
    static String change(Window window, boolean bid, int price, long size, long time) {
        return Json.object()
                .text("market", window.condition())
                .raw(
                        "price_changes",
                        Json.array(List.of(
                                element(window, true, bid, price, size, time),
                                element(window, false, !bid, OutcomeBook.WHOLE - price, size, time))))
                .text("timestamp", Long.toString(time))
                .text("event_type", "price_change")
                .end();
    }

    private static String element(Window window, boolean up, boolean bid, int price, long size, long time) {
        return Json.object()
                .text("asset_id", window.token(up))
                .text("price", price(price))
                .text("size", size(size))
                .text("side", bid ? "BUY" : "SELL")
                .text("hash", window.hash(up, time))
                .text("best_bid", price(window.book().best(up, true)))
                .text("best_ask", price(window.book().best(up, false)))
                .end();
    }

    static String best(Window window, boolean up, long time) {
        int bid = window.book().best(up, true);
        int ask = window.book().best(up, false);
        return Json.object()
                .text("market", window.condition())
                .text("asset_id", window.token(up))
                .text("best_bid", price(bid))
                .text("best_ask", price(ask))
                .text("spread", price(ask - bid))
                .text("timestamp", Long.toString(time))
                .text("event_type", "best_bid_ask")
                .end();
    }

    static String trade(Window window, Window.Trade trade, long time) {
        return Json.object()
                .text("market", window.condition())
                .text("asset_id", window.token(trade.up()))
                .text("price", price(trade.price()))
                .text("size", size(trade.size()))
                .text("fee_rate_bps", "0")
                .text("side", trade.buy() ? "BUY" : "SELL")
                .text("timestamp", Long.toString(time))
                .text("event_type", "last_trade_price")
                .text("transaction_hash", transaction(window, trade))
                .end();
    }

    static String transaction(Window window, Window.Trade trade) {
        return "0x" + window.hash(trade.up(), -trade.number())
                + window.condition().substring(2, 26);
    }

    static String refined(Window window, boolean up, long time) {
        return Json.object()
                .text("asset_id", window.token(up))
                .text("event_type", "tick_size_change")
                .text("market", window.condition())
                .text("new_tick_size", tick(window.tick()))
                .text("old_tick_size", "0.01")
                .text("timestamp", Long.toString(time))
                .end();
    }

    static String resolved(Window window, long id, long time) {
        return Json.object()
                .text("event_type", "market_resolved")
                .text("id", Long.toString(id))
                .text("market", window.condition())
                .raw("assets_ids", GammaText.inOrder(window, window.token(true), window.token(false)))
                .text("winning_asset_id", window.token(window.upWins()))
                .text("winning_outcome", window.upWins() ? "Up" : "Down")
                .text("timestamp", Long.toString(time))
                .raw("tags", "[\"crypto\"]")
                .end();
    }
}
