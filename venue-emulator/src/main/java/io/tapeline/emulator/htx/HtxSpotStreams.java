package io.tapeline.emulator.htx;

import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.List;
import java.util.stream.IntStream;

/** Topics of one pair on the two sockets. */
final class HtxSpotStreams implements ContractStreams {
    private static final int STEP_LEVELS = 150;

    private final ListedContract listed;
    private final SymbolSpec spec;
    private final StreamChannel trades;
    private final StreamChannel quotes;
    private final List<HtxMbpBook> books;

    HtxSpotStreams(StreamHub hub, ListedContract listed) {
        this.listed = listed;
        spec = listed.spec();
        String market = "market." + listed.symbol() + ".";
        trades = hub.channel(HtxSpotSession.MARKET, market + "trade.detail").opensWith(this::lastTrade);
        quotes = hub.channel(HtxSpotSession.MARKET, market + "bbo");
        books = IntStream.of(5, 20, 150, 400)
                .mapToObj(depth -> new HtxMbpBook(hub, listed, depth))
                .toList();
        IntStream.of(5, 10, 20).forEach(depth -> refreshed(hub, market + "mbp.refresh." + depth, depth));
        stepped(hub, market + "depth.step0");
        HtxPeriods.ALL.forEach((period, interval) -> listed.candles(
                hub.channel(HtxSpotSession.MARKET, market + "kline." + period),
                interval,
                (length, bar, closed, now) ->
                        HtxSwapStreams.frame(market + "kline." + period, now, HtxSpotRows.candle(spec, bar))));
    }

    private void refreshed(StreamHub hub, String topic, int depth) {
        listed.book(
                hub.channel(HtxSpotSession.MARKET, topic),
                BookView.whole(depth, 100),
                book -> HtxSwapStreams.frame(
                        topic,
                        book.time() + 3,
                        levels(Json.object().number("seqNum", book.id()), book).end()));
    }

    private void stepped(StreamHub hub, String topic) {
        listed.book(
                hub.channel(HtxSpotSession.MARKET, topic),
                BookView.whole(STEP_LEVELS, 1_000),
                book -> HtxSwapStreams.frame(
                        topic,
                        book.time() + 2,
                        levels(Json.object(), book)
                                .number("version", book.id())
                                .number("ts", book.time())
                                .end()));
    }

    private Json levels(Json tick, BookMessage book) {
        return tick.levels("bids", spec, book.bids(), LevelShape.NUMBERS)
                .levels("asks", spec, book.asks(), LevelShape.NUMBERS);
    }

    List<HtxMbpBook> books() {
        return books;
    }

    /** The venue answers a subscription with the last trade. */
    private List<String> lastTrade() {
        return listed.market().trades().last(1).stream().map(this::frame).toList();
    }

    @Override
    public void trade(TradePrint trade) {
        if (trades.wanted()) {
            trades.publish(frame(trade));
        }
    }

    private String frame(TradePrint trade) {
        String tick = Json.object()
                .number("id", HtxSpotRows.match(trade))
                .number("ts", trade.time())
                .raw("data", "[" + HtxSpotRows.sent(spec, trade) + "]")
                .end();
        return HtxSwapStreams.frame(trades.name(), trade.time() + 5, tick);
    }

    @Override
    public void touch(long time) {
        if (quotes.wanted()) {
            String tick = Json.object()
                    .number("seqId", listed.book().lastId())
                    .number("ask", spec.price(), listed.book().bestAsk().price())
                    .number("askSize", spec.size(), listed.book().bestAsk().size())
                    .number("bid", spec.price(), listed.book().bestBid().price())
                    .number("bidSize", spec.size(), listed.book().bestBid().size())
                    .number("quoteTime", time)
                    .text("symbol", listed.symbol())
                    .end();
            quotes.publish(HtxSwapStreams.frame(quotes.name(), time + 1, tick));
        }
    }
}
