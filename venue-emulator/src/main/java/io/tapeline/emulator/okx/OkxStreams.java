package io.tapeline.emulator.okx;

import io.tapeline.emulator.kit.BookView;
import io.tapeline.emulator.kit.ContractStreams;
import io.tapeline.emulator.kit.ListedContract;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.Liquidation;
import io.tapeline.emulator.market.Mark;
import io.tapeline.emulator.market.TradePrint;
import io.tapeline.emulator.stream.StreamChannel;
import io.tapeline.emulator.stream.StreamHub;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one contract. Funding and open interest come every second, oftener than on the venue (30 to 90 s and
 * 3 s), so that a short demonstration shows them; a book that stands still sends no signs of life.
 */
final class OkxStreams implements ContractStreams {
    static final String PUBLIC = "public";
    static final String BUSINESS = "business";

    private static final int BOOK_LEVELS = 400;
    private static final int BOOK_MILLIS = 100;
    private static final List<String> CANDLES = List.of("1m", "5m", "15m", "1h", "4h", "1d");

    private final StreamHub hub;
    private final ListedContract listed;
    private final OkxTerms terms;
    private final OkxFrames frames;
    private final StreamChannel trades;
    private final StreamChannel touches;
    private final @Nullable Derivative derivative;

    OkxStreams(StreamHub hub, ListedContract listed, OkxTerms terms) {
        this.hub = hub;
        this.listed = listed;
        this.terms = terms;
        frames = new OkxFrames(listed, terms);
        trades = channel(BUSINESS, "trades-all");
        touches = channel(PUBLIC, "bbo-tbt")
                .opensWith(() ->
                        List.of(frame("bbo-tbt", frames.touch(listed.book().lastTime()))));
        listed.book(channel(PUBLIC, "books"), BookView.changes(BOOK_LEVELS, BOOK_MILLIS), frames::book);
        Interval.ALL.stream()
                .filter(interval -> CANDLES.contains(interval.name()))
                .forEach(this::candles);
        derivative = terms.spot() ? null : new Derivative();
    }

    private StreamChannel channel(String socket, String channel) {
        return hub.channel(socket, channel + ':' + listed.symbol());
    }

    private String frame(String channel, String row) {
        return OkxFrames.frame(channel, "instId", listed.symbol(), row);
    }

    private void candles(Interval interval) {
        String channel = "candle" + OkxBars.name(interval);
        listed.candles(
                channel(BUSINESS, channel),
                interval,
                (length, bar, closed, now) -> frame(channel, frames.candle(bar, closed)));
    }

    @Override
    public void trade(TradePrint trade) {
        if (trades.wanted()) {
            trades.publish(frame("trades-all", frames.trade(trade)));
        }
    }

    @Override
    public void touch(long time) {
        if (touches.wanted()) {
            touches.publish(frame("bbo-tbt", frames.touch(time)));
        }
    }

    @Override
    public void mark(Mark mark, long time) {
        if (derivative != null) {
            derivative.mark(mark, time);
        }
    }

    @Override
    public void liquidation(Liquidation liquidation) {
        terms.liquidations()
                .map(name -> hub.channel(PUBLIC, name))
                .filter(StreamChannel::wanted)
                .ifPresent(channel -> channel.publish(OkxFrames.frame(
                        "liquidation-orders", "instType", terms.type(), frames.liquidation(liquidation))));
    }

    /** What spot has not. Only a swap speaks for its index. */
    private final class Derivative {
        private final StreamChannel marks = channel(PUBLIC, "mark-price");
        private final StreamChannel interest = channel(PUBLIC, "open-interest");
        private final @Nullable StreamChannel index =
                terms.type().equals("SWAP") ? hub.channel(PUBLIC, "index-tickers:" + terms.index()) : null;
        private final @Nullable StreamChannel funding = terms.perpetual() ? channel(PUBLIC, "funding-rate") : null;

        void mark(Mark mark, long time) {
            publish(marks, () -> frame("mark-price", frames.mark(mark, time)));
            publish(interest, () -> frame("open-interest", frames.openInterest(time)));
            publish(index, () -> OkxFrames.frame("index-tickers", "instId", terms.index(), frames.index(mark, time)));
            publish(funding, () -> frame("funding-rate", frames.funding(mark, time)));
        }

        private static void publish(@Nullable StreamChannel channel, java.util.function.Supplier<String> text) {
            if (channel != null && channel.wanted()) {
                channel.publish(text.get());
            }
        }
    }
}
