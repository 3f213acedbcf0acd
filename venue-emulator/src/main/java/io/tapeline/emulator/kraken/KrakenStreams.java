package io.tapeline.emulator.kraken;

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
import java.util.ArrayList;
import java.util.List;

/**
 * Channels of one pair: {@code trade}, {@code ticker}, {@code book-<depth>} and {@code ohlc-<minutes>}. Trades of one step
 * come in one message. The ticker speaks when a best price changes; figures of its day are those of the running hour.
 */
final class KrakenStreams implements ContractStreams {
    static final String HEARTBEAT = "heartbeat";
    static final String INSTRUMENT = "instrument";

    private static final int BOOK_MILLIS = 50;
    private static final int FIRST_CANDLES = 10;
    private static final List<Integer> DEPTHS = List.of(10, 25, 100, 500, 1000);
    private static final List<Integer> MINUTES = List.of(1, 5, 15, 30, 60, 240, 1440, 10080, 21600);
    private static final Interval HOUR = new Interval("1h", 60);

    private final ListedContract listed;
    private final SymbolSpec spec;
    private final KrakenCandles candles;
    private final StreamChannel trades;
    private final StreamChannel ticker;
    private final List<TradePrint> untold = new ArrayList<>();
    private long bestBid;
    private long bestAsk;

    KrakenStreams(StreamHub hub, ListedContract listed) {
        this.listed = listed;
        spec = listed.spec();
        candles = new KrakenCandles(spec);
        trades = hub.channel("", name("trade", listed.symbol()));
        ticker = hub.channel("", name("ticker", listed.symbol()))
                .opensWith(() -> List.of(ticker("snapshot", listed.book().lastTime())));
        DEPTHS.forEach(depth -> listed.book(
                hub.channel("", name("book-" + depth, listed.symbol())),
                BookView.changes(depth, BOOK_MILLIS),
                new KrakenBook(spec, depth)::text));
        MINUTES.forEach(minutes -> candles(hub, interval(minutes)));
    }

    static String name(String channel, String symbol) {
        return channel + ':' + symbol;
    }

    /** By the kit's name where it has one, since weeks begin on Mondays. */
    static Interval interval(int minutes) {
        return Interval.ALL.stream()
                .filter(one -> one.minutes() == minutes)
                .findFirst()
                .orElseGet(() -> new Interval(minutes + "m", minutes));
    }

    static boolean hasInterval(int minutes) {
        return MINUTES.contains(minutes);
    }

    private void candles(StreamHub hub, Interval interval) {
        StreamChannel channel = hub.channel("", name("ohlc-" + interval.minutes(), listed.symbol()));
        listed.candles(
                channel, interval, (length, bar, closed, now) -> candles.message("update", length, List.of(bar), now));
        channel.opensWith(() -> List.of(candles.message(
                "snapshot",
                interval,
                listed.candles().last(interval, listed.book().lastTime(), FIRST_CANDLES),
                listed.book().lastTime())));
    }

    @Override
    public void trade(TradePrint trade) {
        if (trades.wanted()) {
            untold.add(trade);
        }
    }

    @Override
    public void step(long time) {
        if (!untold.isEmpty()) {
            trades.publish(Json.object()
                    .text("channel", "trade")
                    .text("type", "update")
                    .raw("data", Json.array(untold.stream().map(this::row)))
                    .end());
            untold.clear();
        }
    }

    private String row(TradePrint trade) {
        return Json.object()
                .text("symbol", listed.symbol())
                .text("side", trade.side())
                .number("price", spec.price(), trade.price())
                .number("qty", spec.size(), trade.size())
                .text("ord_type", trade.id() % 3 == 0 ? "limit" : "market")
                .number("trade_id", trade.id())
                .text("timestamp", KrakenTimes.text(KrakenTimes.micros(trade)))
                .end();
    }

    @Override
    public void touch(long time) {
        long bid = listed.book().bestBid().price();
        long ask = listed.book().bestAsk().price();
        if (ticker.wanted() && (bid != bestBid || ask != bestAsk)) {
            ticker.publish(ticker("update", time));
        }
        bestBid = bid;
        bestAsk = ask;
    }

    private String ticker(String type, long time) {
        Level bid = listed.book().bestBid();
        Level ask = listed.book().bestAsk();
        Bar day = listed.candles().last(HOUR, time, 1).getLast();
        String row = Json.object()
                .text("symbol", listed.symbol())
                .number("bid", spec.price(), bid.price())
                .number("bid_qty", spec.size(), bid.size())
                .number("ask", spec.price(), ask.price())
                .number("ask_qty", spec.size(), ask.size())
                .number("last", spec.price(), day.close())
                .number("volume", spec.size(), day.volume())
                .number("vwap", spec.price(), KrakenCandles.average(day))
                .number("low", spec.price(), day.low())
                .number("high", spec.price(), day.high())
                .number("change", spec.price(), day.close() - day.open())
                .raw("change_pct", "0.17")
                .text("timestamp", KrakenTimes.ofMillis(time))
                .end();
        return Json.object()
                .text("channel", "ticker")
                .text("type", type)
                .raw("data", "[" + row + "]")
                .end();
    }
}
