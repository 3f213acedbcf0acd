package io.tapeline.emulator.htx;

import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Level;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Topics of one contract on the three sockets. */
final class HtxSwapStreams implements ContractStreams {
    /** The venue looks for changes of books so often. */
    private static final int BOOK_MILLIS = 30;

    /** Funding is computed every few seconds and told about once a minute; here at once and then so often. */
    private static final long FUNDING_MILLIS = 2_000;

    private static final int FORCED_KEPT = 500;

    private final Deque<Liquidation> forced = new ArrayDeque<>();
    private final ListedContract listed;
    private final SymbolSpec spec;
    private final StreamChannel trades;
    private final StreamChannel quotes;
    private final StreamChannel marks;
    private final StreamChannel indices;
    private final StreamChannel funding;
    private final StreamChannel liquidations;

    HtxSwapStreams(StreamHub hub, ListedContract listed) {
        this.listed = listed;
        spec = listed.spec();
        String market = "market." + listed.symbol() + ".";
        String notice = "public." + listed.symbol() + ".";
        trades = hub.channel(HtxSession.MARKET, market + "trade.detail");
        quotes = hub.channel(HtxSession.MARKET, market + "bbo");
        marks = hub.channel(HtxSession.INDEX, market + "mark_price.1min");
        indices = hub.channel(HtxSession.INDEX, market + "index.1min");
        liquidations = hub.channel(HtxSession.NOTIFICATION, notice + "liquidation_orders");
        funding = hub.channel(HtxSession.NOTIFICATION, notice + "funding_rate");
        if (listed.contract().fundingHours() > 0) {
            funding.opensWith(() -> List.of(funding(listed.book().lastTime())));
        }
        book(hub, market + "depth.size_20.high_freq", 20);
        book(hub, market + "depth.size_150.high_freq", 150);
        HtxPeriods.ALL.forEach((period, interval) -> listed.candles(
                hub.channel(HtxSession.MARKET, market + "kline." + period),
                interval,
                (length, bar, closed, now) -> frame(market + "kline." + period, now, candle(spec, listed, bar))));
    }

    private void book(StreamHub hub, String topic, int depth) {
        listed.book(
                hub.channel(HtxSession.MARKET, topic),
                BookView.changes(depth, BOOK_MILLIS),
                message -> frame(topic, message.time() + 2, book(topic, message)));
    }

    static String frame(String topic, long time, String tick) {
        return Json.object()
                .text("ch", topic)
                .number("ts", time)
                .raw("tick", tick)
                .end();
    }

    private String book(String topic, BookMessage message) {
        return Json.object()
                .levels("asks", spec, message.asks(), LevelShape.NUMBERS)
                .levels("bids", spec, message.bids(), LevelShape.NUMBERS)
                .text("ch", topic)
                .text("event", message.snapshot() ? "snapshot" : "update")
                .number("id", message.id())
                .number("mrid", message.id())
                .number("ts", message.time())
                .number("version", message.sequence())
                .end();
    }

    @Override
    public void trade(TradePrint trade) {
        if (trades.wanted()) {
            String tick = Json.object()
                    .number("id", trade.id())
                    .number("ts", trade.time())
                    .raw("data", "[" + HtxSwapRows.trade(listed, trade) + "]")
                    .end();
            trades.publish(frame(trades.name(), trade.time() + 5, tick));
        }
    }

    /** Ids of fills are those of matches with four more digits. */
    @Override
    public String tradeId(TradePrint trade) {
        return trade.id() + "0000";
    }

    @Override
    public void touch(long time) {
        if (quotes.wanted()) {
            long id = listed.book().lastId();
            String tick = Json.object()
                    .number("mrid", id)
                    .number("id", time / 1_000)
                    .raw("bid", level(listed.book().bestBid()))
                    .raw("ask", level(listed.book().bestAsk()))
                    .number("ts", time)
                    .number("version", id)
                    .text("ch", quotes.name())
                    .end();
            quotes.publish(frame(quotes.name(), time + 1, tick));
        }
    }

    private String level(Level level) {
        StringBuilder text = new StringBuilder(24);
        LevelShape.NUMBERS.append(text, spec, level);
        return text.toString();
    }

    static String candle(SymbolSpec spec, ListedContract listed, Bar bar) {
        return Json.object()
                .number("id", bar.openTime() / 1_000)
                .number("mrid", listed.book().lastId())
                .raw("open", spec.price().text(bar.open()))
                .raw("close", spec.price().text(bar.close()))
                .raw("high", spec.price().text(bar.high()))
                .raw("low", spec.price().text(bar.low()))
                .raw("amount", HtxSwapRows.coins(spec, 2 * bar.volume()))
                .number("vol", 2 * bar.volume())
                .raw("trade_turnover", HtxSwapRows.turnover(spec, 2 * bar.quoteVolume()))
                .number("count", bar.count())
                .end();
    }

    @Override
    public void mark(Mark mark, long time) {
        if (marks.wanted()) {
            listed.marks()
                    .candles()
                    .last(Interval.MINUTE, time, 1)
                    .forEach(bar -> marks.publish(Json.object()
                            .text("ch", marks.name())
                            .raw(
                                    "tick",
                                    prices(bar)
                                            .text("count", "0")
                                            .text("trade_turnover", "0")
                                            .end())
                            .number("ts", time)
                            .end()));
        }
        if (indices.wanted()) {
            indices.publish(frame(indices.name(), time, flat(mark.index(), time)));
        }
        if (funding.wanted() && mark.nextFunding() > 0 && time / 1_000 % (FUNDING_MILLIS / 1_000) == 0) {
            funding.publish(funding(time));
        }
    }

    private static Json prices(Bar bar) {
        return Json.object()
                .number("id", bar.openTime() / 1_000)
                .decimal("open", FuturesMarks.GRID, bar.open())
                .decimal("close", FuturesMarks.GRID, bar.close())
                .decimal("high", FuturesMarks.GRID, bar.high())
                .decimal("low", FuturesMarks.GRID, bar.low())
                .text("amount", "0")
                .text("vol", "0");
    }

    private static String flat(long price, long time) {
        return prices(new Bar(time / 60_000 * 60_000, price)).number("count", 0).end();
    }

    private String funding(long time) {
        Mark mark = listed.marks().at(time);
        String row = Json.object()
                .text("symbol", spec.base())
                .text("contract_code", listed.symbol())
                .text("fee_asset", spec.quote())
                .text("funding_time", Long.toString(time / 10_000 * 10_000))
                .decimal("funding_rate", FuturesMarks.GRID, mark.rate())
                .raw("estimated_rate", "null")
                .text("settlement_time", Long.toString(mark.nextFunding()))
                .text("trade_partition", spec.quote())
                .end();
        return notice(funding.name(), time, row);
    }

    /** The last forced orders, oldest first. */
    List<Liquidation> forced() {
        return List.copyOf(forced);
    }

    @Override
    public void liquidation(Liquidation liquidation) {
        forced.add(liquidation);
        if (forced.size() > FORCED_KEPT) {
            forced.remove();
        }
        if (liquidations.wanted()) {
            liquidations.publish(
                    notice(liquidations.name(), liquidation.time() + 60, HtxSwapRows.liquidation(listed, liquidation)));
        }
    }

    private static String notice(String topic, long time, String row) {
        return Json.object()
                .text("op", "notify")
                .text("topic", topic)
                .number("ts", time)
                .raw("data", "[" + row + "]")
                .end();
    }
}
