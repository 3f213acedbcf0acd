package io.tapeline.emulator.upbit;

import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Streams of one market. Each begins with what was so before, marked as such. */
final class UpbitStreams implements ContractStreams {
    static final List<Interval> INTERVALS = List.of(
            Interval.MINUTE,
            new Interval("3m", 3),
            new Interval("5m", 5),
            new Interval("10m", 10),
            new Interval("15m", 15),
            new Interval("30m", 30),
            new Interval("60m", 60),
            new Interval("240m", 240));

    private static final String BEFORE = "SNAPSHOT";
    private static final String NOW = "REALTIME";
    private static final int DEPTH = 30;

    private final String code;
    private final UpbitText text;
    private final UpbitDay day;
    private final ListedContract listed;
    private final StreamChannel trades;
    private final StreamChannel tickers;
    private final Map<Interval, StreamChannel> candles = new LinkedHashMap<>();
    private final Cadence second;
    private boolean traded;
    private long toldBook = Long.MAX_VALUE;

    UpbitStreams(StreamHub hub, ListedContract listed, long start) {
        this.listed = listed;
        code = listed.symbol();
        text = new UpbitText(listed);
        day = new UpbitDay(listed);
        second = new Cadence(1_000, start);
        trades = hub.channel("", "trade:" + code).opensWith(() -> newest().map(trade -> List.of(trade(trade, BEFORE)))
                .orElse(List.of()));
        tickers = hub.channel("", "ticker:" + code)
                .opensWith(() ->
                        newest().map(trade -> List.of(ticker(trade, BEFORE))).orElse(List.of()));
        listed.book(hub.channel("", "orderbook:" + code), BookView.whole(DEPTH, 100), this::book);
        for (Interval interval : INTERVALS) {
            candles.put(
                    interval,
                    hub.channel("", "candle." + interval.name() + ":" + code).opensWith(() -> latest(interval)));
        }
    }

    private Optional<TradePrint> newest() {
        return listed.market().trades().newest();
    }

    @Override
    public void trade(TradePrint trade) {
        traded = true;
        if (trades.wanted()) {
            trades.publish(trade(trade, NOW));
        }
        if (tickers.wanted()) {
            tickers.publish(ticker(trade, NOW));
        }
    }

    private Json object(String type) {
        return Json.object().text("type", type).text("code", code);
    }

    private String trade(TradePrint trade, String when) {
        Json row = object("trade")
                .number("timestamp", trade.time() + 1)
                .text("trade_date", UpbitText.date(trade.time()))
                .text("trade_time", UpbitText.time(trade.time()))
                .number("trade_timestamp", trade.time())
                .number("trade_price", listed.spec().price(), trade.price())
                .number("trade_volume", listed.spec().size(), trade.size())
                .text("ask_bid", UpbitText.side(trade));
        return text.change(row, trade.price(), day.closeBefore(trade.time()))
                .number("sequential_id", UpbitText.id(code, trade))
                .number(
                        "best_ask_price",
                        listed.spec().price(),
                        listed.book().bestAsk().price())
                .number(
                        "best_ask_size",
                        listed.spec().size(),
                        listed.book().bestAsk().size())
                .number(
                        "best_bid_price",
                        listed.spec().price(),
                        listed.book().bestBid().price())
                .number(
                        "best_bid_size",
                        listed.spec().size(),
                        listed.book().bestBid().size())
                .text("stream_type", when)
                .end();
    }

    private String ticker(TradePrint trade, String when) {
        return new UpbitTicker(listed, day)
                .message(object("ticker"), trade)
                .text("stream_type", when)
                .end();
    }

    /** A snapshot for a newcomer has the number of the message before it. */
    private String book(BookMessage message) {
        boolean before = message.sequence() <= toldBook;
        toldBook = message.sequence();
        return text.book(object("orderbook"), message.time(), message.bids(), message.asks())
                .text("stream_type", before ? BEFORE : NOW)
                .number("level", 0)
                .end();
    }

    /** Once a second, when something was traded. */
    @Override
    public void step(long time) {
        if (second.due(time) && traded) {
            traded = false;
            candles.forEach((interval, channel) -> {
                if (channel.wanted()) {
                    running(interval).ifPresent(bar -> channel.publish(candle(interval, bar, NOW)));
                }
            });
        }
    }

    private Optional<Bar> running(Interval interval) {
        return listed.candles()
                .bar(interval, interval.open(listed.candles().now()))
                .filter(bar -> bar.count() > 0);
    }

    private List<String> latest(Interval interval) {
        return running(interval)
                .or(() -> listed.candles().closed(interval))
                .map(bar -> List.of(candle(interval, bar, BEFORE)))
                .orElse(List.of());
    }

    private String candle(Interval interval, Bar bar, String when) {
        Json row = text.starts(object("candle." + interval.name()), bar.openTime());
        return text.prices(row, bar)
                .number("candle_acc_trade_volume", listed.spec().size(), bar.volume())
                .raw("candle_acc_trade_price", text.turnover(bar.quoteVolume()))
                .number("timestamp", newest().map(TradePrint::time).orElse(bar.openTime()))
                .text("stream_type", when)
                .end();
    }

    @Override
    public String tradeId(TradePrint trade) {
        return Long.toString(UpbitText.id(code, trade));
    }
}
