package io.tapeline.emulator.kit;

import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Candles;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.stream.StreamChannel;

/** A candle stream: the open candle whenever it has changed, and once more when it closes. */
public final class CandleStream {
    private final Candles candles;
    private final Interval interval;
    private final StreamChannel channel;
    private final Text text;
    private long sentCount = -1;

    public CandleStream(Candles candles, Interval interval, StreamChannel channel, Text text) {
        this.candles = candles;
        this.interval = interval;
        this.channel = channel;
        this.text = text;
    }

    /** A candle as the venue writes it. */
    @FunctionalInterface
    public interface Text {
        String of(Interval interval, Bar bar, boolean closed, long now);
    }

    /** The open candle, if there is news. */
    public void update(long now) {
        if (channel.wanted()) {
            candles.bar(interval, interval.open(candles.now()))
                    .filter(bar -> bar.count() != sentCount)
                    .ifPresent(bar -> {
                        sentCount = bar.count();
                        channel.publish(text.of(interval, bar, false, now));
                    });
        }
    }

    /** A minute has ended, and maybe a candle with it. */
    public void minuteEnded(Bar minute, long now) {
        long end = minute.openTime() + 60_000;
        long open = interval.open(minute.openTime());
        if (channel.wanted() && interval.next(open) == end) {
            sentCount = -1;
            candles.bar(interval, open).ifPresent(bar -> channel.publish(text.of(interval, bar, true, now)));
        }
    }
}
