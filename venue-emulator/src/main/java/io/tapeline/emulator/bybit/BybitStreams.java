package io.tapeline.emulator.bybit;

import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Topics of one contract. */
final class BybitStreams implements ContractStreams {
    /** A level that is gone has the size {@code 0}, without decimals. */
    private static final LevelShape LEVEL = (out, spec, level) -> {
        if (level.size() == 0) {
            out.append("[\"");
            spec.price().append(out, level.price());
            out.append("\",\"0\"]");
        } else {
            LevelShape.TEXTS.append(out, spec, level);
        }
    };

    private final ListedContract listed;
    private final SymbolSpec spec;
    private final BybitTicker ticker;
    private final StreamChannel trades;
    private final StreamChannel tickers;
    private final StreamChannel liquidations;
    private long lastPrice;

    BybitStreams(StreamHub hub, ListedContract listed) {
        this.listed = listed;
        spec = listed.spec();
        ticker = new BybitTicker(listed);
        String symbol = listed.symbol();
        trades = hub.channel("", "publicTrade." + symbol);
        liquidations = hub.channel("", "allLiquidation." + symbol);
        tickers = hub.channel("", "tickers." + symbol);
        tickers.opensWith(() -> List.of(ticker.snapshot(listed.book().lastTime())));
        book(hub, "orderbook.1", BookView.whole(1, 10));
        book(hub, "orderbook.50", BookView.changes(50, 20));
        book(hub, "orderbook.200", BookView.changes(200, 100));
        book(hub, "orderbook.1000", BookView.changes(1000, 200));
        for (BybitInterval interval : BybitInterval.ALL) {
            listed.candles(
                    hub.channel("", "kline." + interval.wireName() + "." + symbol),
                    interval.interval(),
                    (length, bar, closed, now) -> BybitCandles.frame(listed, interval, bar, closed, now));
        }
    }

    private void book(StreamHub hub, String topic, BookView view) {
        String name = topic + "." + listed.symbol();
        listed.book(hub.channel("", name), view, message -> book(name, message));
    }

    private String book(String topic, BookMessage message) {
        return Json.object()
                .text("topic", topic)
                .text("type", message.snapshot() ? "snapshot" : "delta")
                .number("ts", message.time() + 2)
                .raw(
                        "data",
                        Json.object()
                                .text("s", listed.symbol())
                                .levels("b", spec, message.bids(), LEVEL)
                                .levels("a", spec, message.asks(), LEVEL)
                                .number("u", message.sequence())
                                .number("seq", message.id())
                                .end())
                .number("cts", message.time())
                .end();
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
        lastPrice = trade.price();
    }

    private String row(TradePrint trade) {
        return Json.object()
                .number("T", trade.time())
                .text("s", listed.symbol())
                .text("S", trade.buyerMaker() ? "Sell" : "Buy")
                .decimal("v", spec.size(), trade.size())
                .decimal("p", spec.price(), trade.price())
                .text("L", direction(trade))
                .text("i", tradeId(trade))
                .flag("BT", false)
                .flag("RPI", false)
                .number("seq", trade.firstId())
                .end();
    }

    private String direction(TradePrint trade) {
        if (trade.price() == lastPrice) {
            return "ZeroPlusTick";
        }
        return trade.price() > lastPrice ? "PlusTick" : "MinusTick";
    }

    @Override
    public String tradeId(TradePrint trade) {
        return id(listed, trade);
    }

    /** Ids are UUIDs, the same for all who ask. */
    static String id(ListedContract listed, TradePrint trade) {
        String name = listed.symbol() + '#' + trade.id();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public void mark(Mark mark, long time) {
        if (tickers.wanted()) {
            tickers.publish(ticker.change(mark, time));
        }
    }

    /** The side is that of the position, the price that of its bankruptcy. */
    @Override
    public void liquidation(Liquidation liquidation) {
        if (liquidations.wanted()) {
            String row = Json.object()
                    .number("T", liquidation.time())
                    .text("s", listed.symbol())
                    .text("S", liquidation.sell() ? "Buy" : "Sell")
                    .decimal("v", spec.size(), liquidation.size())
                    .decimal("p", spec.price(), liquidation.limit())
                    .end();
            liquidations.publish(Json.object()
                    .text("topic", liquidations.name())
                    .text("type", "snapshot")
                    .number("ts", liquidation.time() + 300)
                    .raw("data", "[" + row + "]")
                    .end());
        }
    }
}
