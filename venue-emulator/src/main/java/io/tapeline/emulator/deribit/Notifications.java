package io.tapeline.emulator.deribit;

import io.tapeline.emulator.kit.Batch;
import io.tapeline.emulator.kit.BookMessage;
import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.Json;
import io.tapeline.emulator.kit.LevelShape;
import io.tapeline.emulator.market.Cadence;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.math.BigDecimal;
import java.util.List;

/** The channels of one instrument. */
final class Notifications implements ContractStreams {
    private static final int BATCH_MILLIS = 100;
    private static final int RAW_MILLIS = 1;

    /** How often a ticker comes, whatever its channel allows. */
    private static final int TICKER_MILLIS = 1_000;

    private final Instrument instrument;
    private final SymbolSpec spec;
    private final StreamChannel trades;
    private final StreamChannel rawTrades;
    private final StreamChannel quotes;
    private final List<StreamChannel> tickers;
    private final Batch<TradePrint> batch;
    private final Cadence tick;

    Notifications(StreamHub hub, Instrument instrument, long start) {
        this.instrument = instrument;
        spec = instrument.listed().spec();
        String name = instrument.name();
        trades = hub.channel("", "trades." + name + ".100ms");
        rawTrades = hub.channel("", "trades." + name + ".raw");
        quotes = hub.channel("", "quote." + name);
        tickers = List.of(
                hub.channel("", "ticker." + name + ".100ms"),
                hub.channel("", "ticker." + name + ".agg2"),
                hub.channel("", "ticker." + name + ".raw"));
        tickers.forEach(channel -> channel.opensWith(() -> List.of(ticker(channel, start))));
        batch = new Batch<>(BATCH_MILLIS, start, due -> publish(trades, due));
        tick = new Cadence(TICKER_MILLIS, start);
        book(hub.channel("", "book." + name + ".100ms"), BATCH_MILLIS);
        book(hub.channel("", "book." + name + ".raw"), RAW_MILLIS);
        StreamChannel candles = hub.channel("", "chart.trades." + name + ".1");
        instrument
                .listed()
                .candles(
                        candles,
                        Interval.MINUTE,
                        (interval, bar, closed, now) ->
                                Rpc.notification(candles.name(), CandleText.live(instrument, bar)));
    }

    private void book(StreamChannel channel, int millis) {
        instrument.listed().book(channel, BookView.changes(millis), message -> book(channel, message));
    }

    private String book(StreamChannel channel, BookMessage message) {
        LevelShape levels = (out, grids, level) -> {
            String action = level.size() == 0 ? "delete" : message.snapshot() ? "new" : "change";
            out.append("[\"").append(action).append("\",").append(Numbers.text(grids.price(), level.price()));
            out.append(',').append(Numbers.text(grids.size(), level.size())).append(']');
        };
        Json data = Json.object()
                .number("timestamp", message.time())
                .text("type", message.snapshot() ? "snapshot" : "change")
                .number("change_id", message.id())
                .text("instrument_name", instrument.name())
                .levels("bids", spec, message.bids(), levels)
                .levels("asks", spec, message.asks(), levels);
        return Rpc.notification(
                channel.name(),
                message.snapshot()
                        ? data.end()
                        : data.number("prev_change_id", message.previousId()).end());
    }

    @Override
    public void trade(TradePrint trade) {
        if (trades.wanted()) {
            batch.add(trade);
        }
        publish(rawTrades, List.of(trade));
    }

    private void publish(StreamChannel channel, List<TradePrint> due) {
        if (channel.wanted()) {
            String rows = Json.array(due.stream().map(trade -> instrument.trade(trade, 0)));
            channel.publish(Rpc.notification(channel.name(), rows));
        }
    }

    /** Nothing is said of it now, see {@link LateFlags}. */
    @Override
    public void liquidation(Liquidation liquidation) {
        instrument.flags().add(liquidation);
    }

    @Override
    public void touch(long time) {
        if (quotes.wanted()) {
            quotes.publish(Rpc.notification(quotes.name(), TickerText.quote(instrument, time)));
        }
    }

    @Override
    public void step(long time) {
        batch.step(time);
        if (tick.due(time)) {
            for (StreamChannel channel : tickers) {
                if (channel.wanted()) {
                    channel.publish(ticker(channel, time));
                }
            }
        }
    }

    private String ticker(StreamChannel channel, long time) {
        long at = Math.max(time, instrument.listed().book().lastTime());
        return Rpc.notification(channel.name(), TickerText.ticker(instrument, at));
    }

    @Override
    public String tradePrice(SymbolSpec grids, TradePrint trade) {
        return plain(grids.price().exact(trade.price()));
    }

    @Override
    public String tradeSize(SymbolSpec grids, TradePrint trade) {
        return plain(grids.size().exact(trade.size()));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    @Override
    public String tradeId(TradePrint trade) {
        return instrument.tradeId(trade);
    }
}
