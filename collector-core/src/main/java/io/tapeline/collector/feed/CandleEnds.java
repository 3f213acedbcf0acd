package io.tapeline.collector.feed;

import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Origin;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Closes candles of a venue that does not say when one is final. Not for use by several threads. */
final class CandleEnds {
    private record SeriesKey(InstrumentId instrument, String interval, CandleSource source) {}

    private final long settleMicros;
    private final Map<SeriesKey, Series> all = new HashMap<>();

    /** @param settle how long after the beginning of the next candle one may still change */
    CandleEnds(Duration settle) {
        this.settleMicros = settle.toNanos() / 1_000;
    }

    /** Takes a candle as it came; answers the one before it, closed, once it has settled. */
    Optional<Candle> take(Candle candle) {
        if (candle.header().origin() != Origin.LIVE || candle.closed()) {
            return Optional.empty();
        }
        SeriesKey key = new SeriesKey(candle.instrumentId(), candle.interval(), candle.source());
        Series series = all.get(key);
        if (series == null) {
            all.put(key, new Series(candle));
            return Optional.empty();
        }
        return series.take(candle);
    }

    /** An instrument is not collected any more. */
    void forget(InstrumentId instrument) {
        all.keySet().removeIf(key -> key.instrument().equals(instrument));
    }

    /** The candle that runs, and the one before it until it has settled. */
    private final class Series {
        private Candle running;
        private @Nullable Candle ended;
        private long endedAt;

        Series(Candle first) {
            running = first;
        }

        Optional<Candle> take(Candle candle) {
            Candle before = ended;
            if (before != null && opens(candle) == opens(before)) {
                ended = candle;
                return Optional.empty();
            } else if (opens(candle) < opens(running)) {
                return Optional.empty();
            }
            boolean next = opens(candle) > opens(running);
            long now = candle.header().receivedAt();
            Optional<Candle> settled = before != null && (next || now - endedAt >= settleMicros)
                    ? Optional.of(closed(before, now))
                    : Optional.empty();
            if (next) {
                ended = running;
                endedAt = now;
            } else if (settled.isPresent()) {
                ended = null;
            }
            running = candle;
            return settled;
        }
    }

    private static long opens(Candle candle) {
        return candle.header().timestamp();
    }

    private static Candle closed(Candle c, long now) {
        Header header = c.header();
        return new Candle(
                new Header(
                        header.instrument(), header.timestamp(), header.timeSource(), now, header.origin(), header.n()),
                c.interval(),
                c.source(),
                c.open(),
                c.high(),
                c.low(),
                c.close(),
                c.volume(),
                c.quoteVolume(),
                c.buyVolume(),
                c.trades(),
                true);
    }
}
