package io.tapeline.emulator.hyperliquid;

import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.List;
import java.util.stream.Stream;

/** Streams of one coin. */
final class HyperliquidStreams implements ContractStreams {
    /** End of the name of a stream that is asked for with {@code fast}. */
    static final String FAST = " fast";

    private static final List<String> INTERVALS = List.of("1m", "5m", "15m", "1h", "4h", "1d");
    private static final int RECENT = 10;

    private final HyperliquidText text;
    private final ListedContract listed;
    private final StreamChannel trades;
    private final StreamChannel quotes;
    private final StreamChannel contexts;
    private final Cadence second;

    HyperliquidStreams(StreamHub hub, ListedContract listed, long start) {
        this.listed = listed;
        text = new HyperliquidText(listed);
        second = new Cadence(1_000, start);
        String coin = listed.symbol();
        trades = hub.channel("", "trades " + coin).opensWith(this::recent);
        quotes = hub.channel("", "bbo " + coin)
                .opensWith(() -> List.of(quote(listed.book().lastTime())));
        contexts = hub.channel("", "activeAssetCtx " + coin);
        listed.book(hub.channel("", "l2Book " + coin), BookView.whole(20, 5_000), message -> book(message, false));
        listed.book(hub.channel("", "l2Book " + coin + FAST), BookView.whole(5, 500), message -> book(message, true));
        for (String interval : INTERVALS) {
            listed.candles(
                    hub.channel("", "candle " + coin + " " + interval),
                    Interval.of(interval).orElseThrow(),
                    (own, bar, closed, now) -> frame("candle", text.candle(own, bar)));
        }
    }

    private static String frame(String channel, String data) {
        return Json.object().text("channel", channel).raw("data", data).end();
    }

    /** What was traded before, in a frame like any other. */
    private List<String> recent() {
        List<TradePrint> last = listed.market().trades().last(RECENT);
        return last.isEmpty() ? List.of() : List.of(trades(last));
    }

    private String trades(List<TradePrint> prints) {
        return frame("trades", Json.array(prints.stream().map(text::trade)));
    }

    @Override
    public void trade(TradePrint trade) {
        if (trades.wanted()) {
            trades.publish(trades(List.of(trade)));
        }
    }

    private String book(BookMessage message, boolean fast) {
        return frame("l2Book", text.book(message.time(), message.bids(), message.asks(), fast));
    }

    @Override
    public void touch(long time) {
        if (quotes.wanted()) {
            quotes.publish(quote(time));
        }
    }

    private String quote(long time) {
        Stream<Level> sides = Stream.of(listed.book().bestBid(), listed.book().bestAsk());
        return frame(
                "bbo",
                Json.object()
                        .text("coin", listed.symbol())
                        .number("time", time)
                        .raw("bbo", Json.array(sides.map(text::level)))
                        .end());
    }

    @Override
    public void mark(Mark mark, long time) {
        if (contexts.wanted()) {
            contexts.publish(frame("activeAssetCtx", context(text.context(mark))));
        }
    }

    /** Spot has no marks of the kit: once a second what it has. */
    @Override
    public void step(long time) {
        if (Coin.spot(listed) && second.due(time) && contexts.wanted()) {
            contexts.publish(frame("activeSpotAssetCtx", context(text.spotContext())));
        }
    }

    private String context(String values) {
        return Json.object().text("coin", listed.symbol()).raw("ctx", values).end();
    }

    @Override
    public String tradeId(TradePrint trade) {
        return Long.toString(HyperliquidText.tid(trade));
    }
}
