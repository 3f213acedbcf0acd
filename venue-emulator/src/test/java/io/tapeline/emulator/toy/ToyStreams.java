package io.tapeline.emulator.toy;

import io.tapeline.emulator.kit.Batch;
import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.List;

/** The toy venue's text for one contract. */
final class ToyStreams implements ContractStreams {
    private final ListedContract listed;
    private final SymbolSpec spec;
    private final StreamChannel trades;
    private final StreamChannel touches;
    private final StreamChannel marks;
    private final StreamChannel liquidations;
    private final Batch<TradePrint> batch;

    ToyStreams(StreamHub hub, ListedContract listed, long start) {
        this.listed = listed;
        spec = listed.spec();
        String symbol = listed.symbol();
        trades = hub.channel("", "trades:" + symbol);
        touches = hub.channel("", "touch:" + symbol);
        marks = hub.channel("", "mark:" + symbol);
        liquidations = hub.channel("", "liquidations:" + symbol);
        batch = new Batch<>(100, start, this::publish);
        listed.book(hub.channel("", "book:" + symbol), BookView.changes(100), this::book);
        listed.book(hub.channel("", "book5:" + symbol), BookView.changes(5, 10), this::book);
        listed.book(hub.channel("", "levels:" + symbol), BookView.levels(250), this::book);
        listed.book(hub.channel("", "full:" + symbol), BookView.whole(3, 500), this::book);
        listed.candles(
                hub.channel("", "candles:" + symbol), Interval.MINUTE, (interval, bar, closed, now) -> Json.object()
                        .number("open", bar.openTime())
                        .number("close", spec.price(), bar.close())
                        .flag("closed", closed)
                        .end());
    }

    private String book(BookMessage message) {
        return Json.object()
                .text("type", message.snapshot() ? "snapshot" : "delta")
                .number("id", message.id())
                .number("previous", message.previousId())
                .number("seq", message.sequence())
                .levels("bids", spec, message.bids(), LevelShape.NUMBERS)
                .levels("asks", spec, message.asks(), LevelShape.objects("price", "size", true))
                .end();
    }

    @Override
    public void trade(TradePrint trade) {
        if (trades.wanted()) {
            batch.add(trade);
        }
    }

    private void publish(List<TradePrint> due) {
        trades.publish(Json.object()
                .raw("trades", Json.array(due.stream().map(this::text)))
                .end());
    }

    private String text(TradePrint trade) {
        return Json.object()
                .text("id", tradeId(trade))
                .text("side", trade.side())
                .number("price", spec.price(), trade.price())
                .number("size", spec.size(), trade.size())
                .end();
    }

    @Override
    public String tradeId(TradePrint trade) {
        return "%s-%012x".formatted(listed.symbol(), trade.id());
    }

    @Override
    public void touch(long time) {
        if (touches.wanted()) {
            touches.publish(Json.object()
                    .decimal("bid", spec.price(), listed.book().bestBid().price())
                    .decimal("ask", spec.price(), listed.book().bestAsk().price())
                    .end());
        }
    }

    @Override
    public void mark(Mark mark, long time) {
        if (marks.wanted()) {
            marks.publish(Json.object()
                    .decimal("mark", FuturesMarks.GRID, mark.mark())
                    .decimal("rate", FuturesMarks.GRID, mark.rate())
                    .number("next", mark.nextFunding())
                    .end());
        }
    }

    @Override
    public void liquidation(Liquidation liquidation) {
        liquidations.publish(
                Json.object().decimal("size", spec.size(), liquidation.size()).end());
    }

    @Override
    public void step(long time) {
        batch.step(time);
    }
}
