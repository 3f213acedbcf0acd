package io.tapeline.emulator.coinbase;

import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Channels of one product. */
final class CoinbaseStreams implements ContractStreams {
    private static final Interval DAY = Interval.of("1d").orElseThrow();
    private static final int BATCH_MILLIS = 50;

    private final ListedContract listed;
    private final SymbolSpec spec;
    private final StreamChannel matches;
    private final StreamChannel tickers;
    private final StreamChannel heartbeats;

    CoinbaseStreams(StreamHub hub, ListedContract listed) {
        this.listed = listed;
        spec = listed.spec();
        matches = channel(hub, "matches").opensWith(() -> ofNewest(trade -> match("last_match", trade)));
        tickers = channel(hub, "ticker").opensWith(() -> ofNewest(this::ticker));
        heartbeats = channel(hub, "heartbeat");
        listed.book(channel(hub, "level2_batch"), BookView.changes(BATCH_MILLIS), this::book);
        listed.book(channel(hub, "level2"), BookView.changes(1), this::book);
    }

    private StreamChannel channel(StreamHub hub, String channel) {
        return hub.channel("", name(channel, listed.symbol()));
    }

    /** Of a stream: one subscription is of a channel and a product. */
    static String name(String channel, String product) {
        return channel + ":" + product;
    }

    private List<String> ofNewest(Function<TradePrint, String> text) {
        return listed.market().trades().newest().map(text).stream().toList();
    }

    @Override
    public void trade(TradePrint trade) {
        if (matches.wanted()) {
            matches.publish(match("match", trade));
        }
        if (tickers.wanted()) {
            tickers.publish(ticker(trade));
        }
    }

    @Override
    public String tradePrice(SymbolSpec ignored, TradePrint trade) {
        return CoinbaseText.trimmed(spec.price(), trade.price());
    }

    @Override
    public String tradeSize(SymbolSpec ignored, TradePrint trade) {
        return CoinbaseText.trimmed(spec.size(), trade.size());
    }

    private String match(String type, TradePrint trade) {
        return Json.object()
                .text("type", type)
                .number("trade_id", trade.id())
                .text("maker_order_id", CoinbaseText.order(trade, "maker"))
                .text("taker_order_id", CoinbaseText.order(trade, "taker"))
                .text("side", CoinbaseText.maker(trade))
                .text("size", tradeSize(spec, trade))
                .text("price", tradePrice(spec, trade))
                .text("product_id", listed.symbol())
                .number("sequence", CoinbaseText.sequence(trade.id()))
                .text("time", CoinbaseText.time(trade.time()))
                .end();
    }

    /** Here the side is the taker's. */
    private String ticker(TradePrint trade) {
        Bar day = listed.candles().last(DAY, Long.MAX_VALUE, 1).getFirst();
        Level bid = listed.book().bestBid();
        Level ask = listed.book().bestAsk();
        return Json.object()
                .text("type", "ticker")
                .number("sequence", CoinbaseText.sequence(trade.id()))
                .text("product_id", listed.symbol())
                .text("price", tradePrice(spec, trade))
                .text("open_24h", CoinbaseText.trimmed(spec.price(), day.open()))
                .decimal("volume_24h", spec.size(), day.volume())
                .text("low_24h", CoinbaseText.trimmed(spec.price(), day.low()))
                .text("high_24h", CoinbaseText.trimmed(spec.price(), day.high()))
                .decimal("volume_30d", spec.size(), 30 * day.volume())
                .decimal("best_bid", spec.price(), bid.price())
                .decimal("best_bid_size", spec.size(), bid.size())
                .decimal("best_ask", spec.price(), ask.price())
                .decimal("best_ask_size", spec.size(), ask.size())
                .text("side", CoinbaseText.taker(trade))
                .text("time", CoinbaseText.time(trade.time()))
                .number("trade_id", trade.id())
                .text("last_size", tradeSize(spec, trade))
                .end();
    }

    /** Once a second. */
    void heartbeat(long time) {
        if (heartbeats.wanted()) {
            long newest = listed.market().trades().endId() - 1;
            heartbeats.publish(Json.object()
                    .text("type", "heartbeat")
                    .number("last_trade_id", newest)
                    .text("product_id", listed.symbol())
                    .number("sequence", CoinbaseText.sequence(newest) + 1)
                    .text("time", CoinbaseText.time(time))
                    .end());
        }
    }

    private String book(BookMessage message) {
        return message.snapshot()
                ? Json.object()
                        .text("type", "snapshot")
                        .text("product_id", listed.symbol())
                        .levels("asks", spec, message.asks())
                        .levels("bids", spec, message.bids())
                        .text("time", CoinbaseText.time(message.time()))
                        .end()
                : Json.object()
                        .text("type", "l2update")
                        .text("product_id", listed.symbol())
                        .raw("changes", changes(message))
                        .text("time", CoinbaseText.time(message.time()))
                        .end();
    }

    private String changes(BookMessage message) {
        return Json.array(Stream.concat(
                message.bids().stream().map(level -> row("buy", level)),
                message.asks().stream().map(level -> row("sell", level))));
    }

    private String row(String side, Level level) {
        return "[\"" + side + "\",\"" + spec.price().text(level.price()) + "\",\""
                + spec.size().text(level.size()) + "\"]";
    }
}
