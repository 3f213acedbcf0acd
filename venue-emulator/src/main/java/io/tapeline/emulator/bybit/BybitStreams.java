package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;

/** Topics that every category has: trades, books, candles. */
abstract class BybitStreams implements ContractStreams {
    private final BybitCategory category;
    private final ListedContract listed;
    private final StreamChannel trades;

    BybitStreams(BybitCategory category, StreamHub hub, ListedContract listed) {
        this.category = category;
        this.listed = listed;
        String symbol = listed.symbol();
        trades = hub.channel("", "publicTrade." + symbol);
        book(hub, "orderbook.1", BookView.whole(1, 10));
        book(hub, "orderbook.50", BookView.changes(50, 20));
        book(hub, "orderbook.200", BookView.changes(200, 100));
        book(hub, "orderbook.1000", BookView.changes(1000, 200));
        for (BybitInterval interval : BybitInterval.ALL) {
            listed.candles(
                    hub.channel("", "kline." + interval.wireName() + "." + symbol),
                    interval.interval(),
                    (length, bar, closed, now) -> BybitCandles.frame(category, listed, interval, bar, closed, now));
        }
    }

    ListedContract listed() {
        return listed;
    }

    /** A trade as an element of {@code data}. */
    abstract String row(TradePrint trade);

    private void book(StreamHub hub, String topic, BookView view) {
        String name = topic + "." + listed.symbol();
        listed.book(hub.channel("", name), view, message -> book(name, message));
    }

    private String book(String topic, BookMessage message) {
        LevelShape shape = this::level;
        return Json.object()
                .text("topic", topic)
                .text("type", message.snapshot() ? "snapshot" : "delta")
                .number("ts", message.time() + 2)
                .raw(
                        "data",
                        Json.object()
                                .text("s", listed.symbol())
                                .levels("b", listed.spec(), message.bids(), shape)
                                .levels("a", listed.spec(), message.asks(), shape)
                                .number("u", message.sequence())
                                .number("seq", message.id())
                                .end())
                .number("cts", message.time())
                .end();
    }

    /** A level that is gone has the size {@code 0}, without decimals. */
    private void level(StringBuilder out, SymbolSpec spec, Level level) {
        String size = level.size() == 0 ? "0" : category.text(spec.size(), level.size());
        out.append("[\"")
                .append(category.text(spec.price(), level.price()))
                .append("\",\"")
                .append(size)
                .append("\"]");
    }

    @Override
    public void trade(TradePrint trade) {
        if (trades.wanted()) {
            trades.publish(Json.object()
                    .text("topic", trades.name())
                    .text("type", "snapshot")
                    .number("ts", trade.time() + 1)
                    .raw("data", "[" + row(trade) + "]")
                    .end());
        }
    }

    static String side(TradePrint trade) {
        return trade.buyerMaker() ? "Sell" : "Buy";
    }

    @Override
    public String tradePrice(SymbolSpec spec, TradePrint trade) {
        return category.text(spec.price(), trade.price());
    }

    @Override
    public String tradeSize(SymbolSpec spec, TradePrint trade) {
        return category.text(spec.size(), trade.size());
    }
}
