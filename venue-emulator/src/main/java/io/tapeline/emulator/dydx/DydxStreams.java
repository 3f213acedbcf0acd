package io.tapeline.emulator.dydx;

import io.tapeline.emulator.kit.Batch;
import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.ForcedFills;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Grid;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.List;
import java.util.Map;

/** Trades, book and candles of one market. */
final class DydxStreams implements ContractStreams {
    /** The venue's spelling of the intervals it has. */
    static final Map<String, String> RESOLUTIONS = Map.of(
            "1m", "1MIN", "5m", "5MINS", "15m", "15MINS", "30m", "30MINS", "1h", "1HOUR", "4h", "4HOURS", "1d", "1DAY");

    private static final int LEVELS = 100;
    private static final int BOOK_MILLIS = 50;
    private static final int BLOCK_MILLIS = 500;
    private static final int RECENT = 100;
    private static final int REMEMBERED = 5_000;
    private static final LevelShape OBJECTS = LevelShape.objects("price", "size", true);

    private final ListedContract listed;
    private final SymbolSpec spec;
    private final StreamChannel trades;
    private final Batch<TradePrint> block;

    private final ForcedFills forced = new ForcedFills(REMEMBERED);

    DydxStreams(StreamHub hub, ListedContract listed, long start) {
        this.listed = listed;
        spec = listed.spec();
        String ticker = listed.symbol();
        trades = hub.channel("", "v4_trades:" + ticker)
                .opensWith(() -> List.of(DydxText.subscribed("v4_trades", ticker, tradesText(recent()))));
        block = new Batch<>(BLOCK_MILLIS, start, this::publish);
        listed.book(hub.channel("", "v4_orderbook:" + ticker), BookView.changes(LEVELS, BOOK_MILLIS), this::book);
        RESOLUTIONS.forEach((name, resolution) -> candles(hub, Interval.of(name).orElseThrow(), resolution));
    }

    private void candles(StreamHub hub, Interval interval, String resolution) {
        String id = listed.symbol() + "/" + resolution;
        StreamChannel channel = hub.channel("", "v4_candles:" + id);
        listed.candles(
                channel,
                interval,
                (own, bar, closed, now) -> DydxText.data("v4_candles", id, "1.0.0", candle(bar, resolution)));
        channel.opensWith(() -> List.of(DydxText.subscribed(
                "v4_candles",
                id,
                Json.object()
                        .raw("candles", candlesText(interval, listed.candles().last(interval, Long.MAX_VALUE, RECENT)))
                        .end())));
    }

    private List<TradePrint> recent() {
        return listed.market().trades().last(RECENT);
    }

    private String book(BookMessage message) {
        if (message.snapshot()) {
            return DydxText.subscribed("v4_orderbook", listed.symbol(), bookText(message.bids(), message.asks()));
        }
        Json contents = Json.object();
        if (!message.bids().isEmpty()) {
            contents.levels("bids", spec, message.bids());
        }
        if (!message.asks().isEmpty()) {
            contents.levels("asks", spec, message.asks());
        }
        return DydxText.data("v4_orderbook", listed.symbol(), "1.0.0", contents.end());
    }

    /** A whole book, as objects. */
    String bookText(List<Level> bids, List<Level> asks) {
        return Json.object()
                .levels("bids", spec, bids, OBJECTS)
                .levels("asks", spec, asks, OBJECTS)
                .end();
    }

    @Override
    public void trade(TradePrint trade) {
        if (trades.wanted()) {
            block.add(trade);
        }
    }

    @Override
    public void liquidation(Liquidation liquidation) {
        forced.add(liquidation);
    }

    @Override
    public void step(long time) {
        block.step(time);
    }

    private void publish(List<TradePrint> due) {
        String contents = Json.object()
                .raw("trades", Json.array(due.stream().map(this::text)))
                .end();
        trades.publish(DydxText.data("v4_trades", listed.symbol(), "2.1.0", contents));
    }

    /** Rows as of REST, newest first, with the height. */
    String tradesText(List<TradePrint> oldestFirst) {
        return Json.object()
                .raw("trades", Json.array(oldestFirst.reversed().stream().map(trade -> {
                    String text = text(trade);
                    return text.substring(0, text.length() - 1) + ",\"createdAtHeight\":\""
                            + DydxText.height(trade.time()) + "\"}";
                })))
                .end();
    }

    private String text(TradePrint trade) {
        return Json.object()
                .text("id", tradeId(trade))
                .decimal("size", spec.size(), trade.size())
                .decimal("price", spec.price(), trade.price())
                .text("side", trade.buyerMaker() ? "SELL" : "BUY")
                .text("createdAt", DydxText.iso(trade.time()))
                .text("type", forced.contains(trade) ? "LIQUIDATED" : "LIMIT")
                .end();
    }

    /** Block, transaction and event. */
    @Override
    public String tradeId(TradePrint trade) {
        return "%08x%08x%08x".formatted(DydxText.height(trade.time()), 2, trade.id() & 0xffff_ffffL);
    }

    /** Newest first. */
    String candlesText(Interval interval, List<Bar> oldestFirst) {
        String resolution = String.valueOf(RESOLUTIONS.get(interval.name()));
        return Json.array(oldestFirst.reversed().stream().map(bar -> candle(bar, resolution)));
    }

    private String candle(Bar bar, String resolution) {
        Grid value = new Grid(spec.price().scale() + spec.size().scale(), 1);
        return Json.object()
                .text("startedAt", DydxText.iso(bar.openTime()))
                .text("ticker", listed.symbol())
                .text("resolution", resolution)
                .decimal("low", spec.price(), bar.low())
                .decimal("high", spec.price(), bar.high())
                .decimal("open", spec.price(), bar.open())
                .decimal("close", spec.price(), bar.close())
                .decimal("baseTokenVolume", spec.size(), bar.volume())
                .decimal("usdVolume", value, bar.quoteVolume())
                .number("trades", bar.count())
                .decimal(
                        "startingOpenInterest",
                        spec.size(),
                        listed.marks().state().openInterest())
                .decimal("orderbookMidPriceOpen", spec.price(), bar.open())
                .decimal("orderbookMidPriceClose", spec.price(), bar.close())
                .end();
    }
}
