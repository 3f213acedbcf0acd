package io.tapeline.emulator.market;

import org.jspecify.annotations.Nullable;

/** A candle in ticks and lots, being built. Quote volumes are sums of ticks times lots. */
public final class Bar {
    private final long openTime;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    private long quoteVolume;
    private long buyVolume;
    private long buyQuoteVolume;
    private long count;
    private long firstId = -1;
    private long lastId = -1;

    /** A candle that nothing was traded in yet. */
    public Bar(long openTime, long price) {
        this.openTime = openTime;
        open = high = low = close = price;
    }

    /** A candle from before trades were kept. */
    static Bar past(long openTime, long open, long high, long low, long close, long volume, long count) {
        Bar bar = new Bar(openTime, open);
        bar.high = high;
        bar.low = low;
        bar.close = close;
        bar.volume = volume;
        bar.quoteVolume = volume * ((open + close) / 2);
        bar.buyVolume = volume / 2;
        bar.buyQuoteVolume = bar.buyVolume * ((open + close) / 2);
        bar.count = count;
        return bar;
    }

    /** Takes a trade into it. */
    public void add(TradePrint trade) {
        sample(trade.price());
        long raw = trade.lastId() - trade.firstId();
        count += raw;
        volume += trade.size();
        quoteVolume += trade.size() * trade.price();
        if (!trade.buyerMaker()) {
            buyVolume += trade.size();
            buyQuoteVolume += trade.size() * trade.price();
        }
        firstId = firstId < 0 ? trade.firstId() : firstId;
        lastId = trade.lastId();
    }

    /** Takes a price without a trade into it. */
    public void sample(long price) {
        if (count++ == 0) {
            open = high = low = price;
        }
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
    }

    /** Appends a later candle; one without trades changes nothing. */
    void append(Bar later) {
        if (later.count == 0) {
            return;
        }
        if (count == 0) {
            open = high = low = later.open;
        }
        high = Math.max(high, later.high);
        low = Math.min(low, later.low);
        close = later.close;
        volume += later.volume;
        quoteVolume += later.quoteVolume;
        buyVolume += later.buyVolume;
        buyQuoteVolume += later.buyQuoteVolume;
        count += later.count;
        firstId = firstId < 0 ? later.firstId : firstId;
        lastId = later.lastId < 0 ? lastId : later.lastId;
    }

    /** All of them as one; null when there are none. */
    static @Nullable Bar merge(long openTime, Iterable<Bar> bars) {
        Bar merged = null;
        for (Bar bar : bars) {
            merged = merged == null ? new Bar(openTime, bar.open) : merged;
            merged.append(bar);
        }
        return merged;
    }

    public long openTime() {
        return openTime;
    }

    public long open() {
        return open;
    }

    public long high() {
        return high;
    }

    public long low() {
        return low;
    }

    public long close() {
        return close;
    }

    public long volume() {
        return volume;
    }

    public long quoteVolume() {
        return quoteVolume;
    }

    public long buyVolume() {
        return buyVolume;
    }

    public long buyQuoteVolume() {
        return buyQuoteVolume;
    }

    /** Raw fills, or samples. */
    public long count() {
        return count;
    }

    /** First raw fill; -1 when there is none. */
    public long firstId() {
        return firstId;
    }

    public long lastId() {
        return lastId;
    }
}
