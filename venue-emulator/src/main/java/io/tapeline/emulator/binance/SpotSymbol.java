package io.tapeline.emulator.binance;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.kit.CandleStream;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.StartIds;
import io.tapeline.emulator.ledger.Ledger;
import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.BookDiff;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.MarketListener;
import io.tapeline.emulator.market.SymbolMarket;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A spot symbol's market and streams. */
final class SpotSymbol implements MarketListener {
    private static final String PREFIX = Dialect.SPOT.prefix();

    /** Diff streams by milliseconds. */
    private static final Map<Integer, String> DEPTHS = Map.of(100, "@depth@100ms", 1000, "@depth");

    private final Ledger ledger;
    private final SymbolMarket market;
    private final StreamChannel aggTrades;
    private final StreamChannel tickers;
    private final List<DepthStream> depths;
    private final List<CandleStream> klines;
    private final Cadence klineCadence;

    SpotSymbol(VenueContext context, StreamHub hub, SymbolSpec spec) {
        ledger = context.ledger();
        long start = context.engine().now();
        StartIds ids = new StartIds(start);
        market = new SymbolMarket(
                spec,
                context.settings().market(),
                PREFIX,
                context.settings().seed(),
                start,
                ids.trades(),
                ids.consecutive(),
                List.copyOf(DEPTHS.keySet()),
                this);
        String name = spec.symbol().toLowerCase(Locale.ROOT);
        aggTrades = hub.channel("", name + "@aggTrade");
        tickers = hub.channel("", name + "@bookTicker");
        depths = DEPTHS.entrySet().stream()
                .map(e -> new DepthStream(e.getKey(), start, hub.channel("", name + e.getValue()), this::depth))
                .toList();
        klines = Interval.ALL.stream()
                .map(i -> new CandleStream(
                        market.candles(),
                        i,
                        hub.channel("", name + "@kline_" + i.name()),
                        (interval, bar, closed, now) -> KlineText.frame(spec, interval, bar, closed, now, ",")))
                .toList();
        klineCadence = new Cadence(2000, start);
    }

    void step(long time, double seconds, double assetFactor) {
        for (Bar minute : market.candles().roll(time)) {
            ledger.produced(
                    PREFIX,
                    spec().symbol(),
                    "candle",
                    minute.openTime() + 59_999,
                    minute.openTime(),
                    KlineText.row(spec(), Interval.MINUTE, minute));
            klines.forEach(stream -> stream.minuteEnded(minute, time));
        }
        market.step(time, seconds, assetFactor, false);
        depths.forEach(stream -> stream.step(market.book(), time));
        if (klineCadence.due(time)) {
            klines.forEach(stream -> stream.update(time));
        }
    }

    @Override
    public void trade(SymbolMarket source, TradePrint trade) {
        ledger.produced(PREFIX, spec().symbol(), "trade", trade.time(), trade.id(), SpotFrames.tradeRow(spec(), trade));
        if (aggTrades.wanted()) {
            aggTrades.publish(SpotFrames.aggTrade(spec(), trade, trade.time()));
        }
    }

    @Override
    public void touch(SymbolMarket source, long time) {
        if (tickers.wanted()) {
            tickers.publish(SpotFrames.bookTicker(source));
        }
    }

    @Override
    public void liquidation(SymbolMarket source, Liquidation liquidation) {
        throw new IllegalStateException("spot knows no liquidations");
    }

    private void depth(StreamChannel channel, BookDiff diff, long time) {
        String facts = Json.object()
                .text("stream", channel.name())
                .number("U", diff.firstId())
                .number("u", diff.lastId())
                .end();
        ledger.produced(PREFIX, spec().symbol(), "book", time, diff.lastId(), facts);
        if (channel.wanted()) {
            channel.publish(SpotFrames.depth(spec(), diff, time));
        }
    }

    SymbolSpec spec() {
        return market.spec();
    }

    SymbolMarket market() {
        return market;
    }
}
