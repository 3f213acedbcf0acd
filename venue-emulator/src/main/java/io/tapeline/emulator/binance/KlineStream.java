package io.tapeline.emulator.binance;

import io.tapeline.emulator.market.Bar;
import io.tapeline.emulator.market.Candles;
import io.tapeline.emulator.market.Interval;
import io.tapeline.emulator.market.SymbolSpec;
import io.tapeline.emulator.stream.StreamChannel;

/** A candle stream: the open candle whenever it has changed, and once more when it closes. */
final class KlineStream {
    private final SymbolSpec spec;
    private final Candles candles;
    private final Interval interval;
    private final StreamChannel channel;
    private final String comma;
    private long sentCount = -1;

    KlineStream(SymbolSpec spec, Candles candles, Interval interval, StreamChannel channel, String comma) {
        this.spec = spec;
        this.candles = candles;
        this.interval = interval;
        this.channel = channel;
        this.comma = comma;
    }

    /** The open candle, if there is news. */
    void update(long now) {
        if (channel.wanted()) {
            candles.bar(interval, interval.open(candles.now()))
                    .filter(bar -> bar.count() != sentCount)
                    .ifPresent(bar -> {
                        sentCount = bar.count();
                        channel.publish(KlineText.frame(spec, interval, bar, false, now, comma));
                    });
        }
    }

    /** A minute has ended, and maybe a candle with it. */
    void minuteEnded(Bar minute, long now) {
        long end = minute.openTime() + 60_000;
        long open = interval.open(minute.openTime());
        if (channel.wanted() && interval.next(open) == end) {
            sentCount = -1;
            candles.bar(interval, open)
                    .ifPresent(bar -> channel.publish(KlineText.frame(spec, interval, bar, true, now, comma)));
        }
    }
}
