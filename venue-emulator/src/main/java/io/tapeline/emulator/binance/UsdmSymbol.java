package io.tapeline.emulator.binance;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.kit.CandleStream;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.Outbox;
import io.tapeline.emulator.kit.StartIds;
import io.tapeline.emulator.ledger.Ledger;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.BookDiff;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.market.FuturesMarks;
import io.tapeline.emulator.market.FuturesState;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.MarketListener;
import io.tapeline.emulator.market.SymbolMarket;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.market.UpdateIds;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A contract's market and streams. Streams exist on one route only. */
final class UsdmSymbol implements MarketListener {
    private static final String PREFIX = Dialect.USDM.prefix();

    /** Diff streams by milliseconds. */
    private static final Map<Integer, String> DEPTHS = Map.of(100, "@depth@100ms", 250, "@depth", 500, "@depth@500ms");

    private final Ledger ledger;
    private final Contract contract;
    private final SymbolMarket market;
    private final Marks marks;
    private final Outbox outbox;
    private final StreamChannel aggTrades;
    private final StreamChannel tickers;
    private final List<StreamChannel> forceOrders;
    private final List<DepthStream> depths;
    private final List<CandleStream> klines;
    private final Cadence klineCadence;

    UsdmSymbol(VenueContext context, StreamHub hub, Contract contract, UpdateIds ids, Outbox outbox) {
        ledger = context.ledger();
        this.contract = contract;
        this.outbox = outbox;
        long start = context.engine().now();
        market = new SymbolMarket(
                contract.spec(),
                context.settings().market(),
                PREFIX,
                context.settings().seed(),
                start,
                new StartIds(start).trades(),
                ids,
                List.copyOf(DEPTHS.keySet()),
                this);
        // COIN-M symbols have no streams of their own on this host: a channel under another name is never asked for.
        String name = (contract.listed() ? "" : "#") + spec().symbol().toLowerCase(Locale.ROOT);
        aggTrades = hub.channel(UsdmVenue.MARKET, name + "@aggTrade");
        tickers = hub.channel(UsdmVenue.PUBLIC, name + "@bookTicker");
        forceOrders = Stream.of(name + "@forceOrder", "!forceOrder@arr")
                .map(stream -> hub.channel(UsdmVenue.MARKET, stream))
                .toList();
        depths = DEPTHS.entrySet().stream()
                .map(e -> new DepthStream(
                        e.getKey(), start, hub.channel(UsdmVenue.PUBLIC, name + e.getValue()), this::depth))
                .toList();
        klines = Interval.ALL.stream()
                .map(i -> new CandleStream(
                        market.candles(),
                        i,
                        hub.channel(UsdmVenue.MARKET, name + "@kline_" + i.name()),
                        (interval, bar, closed, now) -> KlineText.frame(spec(), interval, bar, closed, now, ", ")))
                .toList();
        klineCadence = new Cadence(250, start);
        marks = new Marks(context, hub, contract, market, name);
    }

    void step(long time, double seconds, double assetFactor) {
        for (Bar minute : market.candles().roll(time)) {
            candleEnded(minute, time);
        }
        market.step(time, seconds, assetFactor, true);
        depths.forEach(stream -> stream.step(market.book(), time));
        if (klineCadence.due(time)) {
            outbox.add(time, () -> klines.forEach(stream -> stream.update(time + 110)));
        }
        marks.step(time);
    }

    private void candleEnded(Bar minute, long time) {
        ledger.produced(
                PREFIX,
                spec().symbol(),
                "candle",
                minute.openTime() + 59_999,
                minute.openTime(),
                KlineText.row(spec(), Interval.MINUTE, minute));
        outbox.add(time, () -> klines.forEach(stream -> stream.minuteEnded(minute, time + 110)));
    }

    @Override
    public void trade(SymbolMarket source, TradePrint trade) {
        marks().state().traded(trade);
        ledger.produced(PREFIX, spec().symbol(), "trade", trade.time(), trade.id(), UsdmFrames.tradeRow(spec(), trade));
        if (aggTrades.wanted()) {
            String frame = UsdmFrames.aggTrade(contract, trade, trade.time() + 110);
            outbox.add(trade.time(), () -> aggTrades.publish(frame));
        }
    }

    @Override
    public void touch(SymbolMarket source, long time) {
        if (tickers.wanted()) {
            tickers.publish(UsdmFrames.bookTicker(contract, source, time));
        }
    }

    @Override
    public void liquidation(SymbolMarket source, Liquidation liquidation) {
        String order = UsdmFrames.order(contract, liquidation);
        ledger.produced(PREFIX, spec().symbol(), "liquidation", liquidation.time(), liquidation.time(), order);
        outbox.add(
                liquidation.time(),
                () -> forceOrders.forEach(
                        channel -> channel.publish(UsdmFrames.forceOrder(order, liquidation.time() + 110))));
    }

    private void depth(StreamChannel channel, BookDiff diff, long time) {
        String facts = Json.object()
                .text("stream", channel.name())
                .number("U", diff.firstId())
                .number("u", diff.lastId())
                .number("pu", diff.previousId())
                .end();
        ledger.produced(PREFIX, spec().symbol(), "book", time, diff.lastId(), facts);
        if (channel.wanted()) {
            channel.publish(UsdmFrames.depth(contract, diff, time));
        }
    }

    String markPrice(long time) {
        return UsdmFrames.markPrice(contract, marks().at(time), time / 1000 * 1000);
    }

    SymbolSpec spec() {
        return contract.spec();
    }

    Contract contract() {
        return contract;
    }

    SymbolMarket market() {
        return market;
    }

    FuturesState state() {
        return marks().state();
    }

    FuturesMarks marks() {
        return marks.marks();
    }
}
