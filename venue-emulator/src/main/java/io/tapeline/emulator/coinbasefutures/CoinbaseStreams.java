package io.tapeline.emulator.coinbasefutures;

import io.tapeline.emulator.kit.Batch;
import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.List;
import java.util.stream.Stream;

/** Channels of one product. */
final class CoinbaseStreams implements ContractStreams {
    private static final Interval FIVE_MINUTES = Interval.of("5m").orElseThrow();
    private static final int FIRST_TRADES = 20;
    private static final int TRADES_MILLIS = 250;

    private final ListedContract listed;
    private final SymbolSpec spec;
    private final StreamChannel trades;
    private final StreamChannel tickers;
    private final Batch<TradePrint> batch;

    CoinbaseStreams(StreamHub hub, ListedContract listed, long start) {
        this.listed = listed;
        spec = listed.spec();
        trades = hub.channel("", name("market_trades", listed.symbol())).opensWith(() -> List.of(firstTrades()));
        tickers = hub.channel("", name("ticker", listed.symbol())).opensWith(() -> List.of(ticker("snapshot")));
        batch = new Batch<>(TRADES_MILLIS, start, this::publish);
        listed.book(hub.channel("", name("level2", listed.symbol())), BookView.changes(50), this::book);
        listed.candles(
                hub.channel("", name("candles", listed.symbol())),
                FIVE_MINUTES,
                (interval, bar, closed, now) -> CoinbaseText.message(
                        "candles",
                        now,
                        event(
                                "update",
                                "candles",
                                CoinbaseText.candle(listed, bar)
                                        .text("product_id", listed.symbol())
                                        .end())));
    }

    /** Of a stream: one subscription is of a channel and a product. */
    static String name(String channel, String product) {
        return channel + ":" + product;
    }

    private static String event(String type, String member, String rows) {
        return Json.object().text("type", type).raw(member, "[" + rows + "]").end();
    }

    /** What happened before the subscription, newest first. */
    private String firstTrades() {
        List<TradePrint> last = listed.market().trades().last(FIRST_TRADES).reversed();
        return CoinbaseText.message("market_trades", listed.book().lastTime(), event("snapshot", "trades", rows(last)));
    }

    private String rows(List<TradePrint> prints) {
        return String.join(
                ",",
                prints.stream()
                        .map(trade -> CoinbaseText.trade(listed, trade).end())
                        .toList());
    }

    @Override
    public void trade(TradePrint trade) {
        if (trades.wanted()) {
            batch.add(trade);
        }
        if (tickers.wanted()) {
            tickers.publish(ticker("update"));
        }
    }

    private void publish(List<TradePrint> due) {
        long time = due.getLast().time();
        trades.publish(CoinbaseText.message("market_trades", time, event("update", "trades", rows(due))));
    }

    @Override
    public void step(long time) {
        batch.step(time);
    }

    private String ticker(String type) {
        String price = spec.price().text(listed.market().lastPrice());
        String row = Json.object()
                .text("type", "ticker")
                .text("product_id", listed.symbol())
                .text("price", price)
                .text("volume_24_h", "678476")
                .text("low_24_h", price)
                .text("high_24_h", price)
                .text("low_52_w", price)
                .text("high_52_w", price)
                .text("price_percent_chg_24_h", "-0.18101513286511")
                .decimal("best_bid", spec.price(), listed.book().bestBid().price())
                .decimal(
                        "best_bid_quantity",
                        spec.size(),
                        listed.book().bestBid().size())
                .decimal("best_ask", spec.price(), listed.book().bestAsk().price())
                .decimal(
                        "best_ask_quantity",
                        spec.size(),
                        listed.book().bestAsk().size())
                .end();
        return CoinbaseText.message("ticker", listed.book().lastTime(), event(type, "tickers", row));
    }

    private String book(BookMessage message) {
        String time = CoinbaseText.time(message.time());
        String updates = String.join(
                ",",
                Stream.concat(
                                message.bids().stream().map(level -> update("bid", level, time)),
                                message.asks().stream().map(level -> update("offer", level, time)))
                        .toList());
        String event = Json.object()
                .text("type", message.snapshot() ? "snapshot" : "update")
                .text("product_id", listed.symbol())
                .raw("updates", "[" + updates + "]")
                .end();
        return CoinbaseText.message("l2_data", message.time(), event);
    }

    private String update(String side, Level level, String time) {
        return Json.object()
                .text("side", side)
                .text("event_time", time)
                .decimal("price_level", spec.price(), level.price())
                .decimal("new_quantity", spec.size(), level.size())
                .end();
    }
}
