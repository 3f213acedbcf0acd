package io.tapeline.collector.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.TimeSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Figures of a feed: frames, events, lags, gaps, resyncs, decode errors. Keys are feed and kind, never symbols. */
final class FeedMetrics {
    private final MeterRegistry registry;
    private final String feed;
    private final LongSupplier now;
    private final Counter frames;
    private final Timer venueLag;
    private final Timer confirmLag;
    private final Map<Kind, Counter> events = new EnumMap<>(Kind.class);
    private final Map<PipelineHost.Count, Counter> counts = new EnumMap<>(PipelineHost.Count.class);

    FeedMetrics(MeterRegistry registry, String feed, LongSupplier now) {
        this.registry = registry;
        this.feed = feed;
        this.now = now;
        this.frames = Counter.builder("tapeline.frames").tag("feed", feed).register(registry);
        this.venueLag = lag("venue_to_receive");
        this.confirmLag = lag("receive_to_confirm");
        for (Kind kind : Kind.values()) {
            events.put(
                    kind,
                    Counter.builder("tapeline.events")
                            .tag("feed", feed)
                            .tag("kind", kind.wireName())
                            .register(registry));
        }
        for (PipelineHost.Count count : PipelineHost.Count.values()) {
            if (count != PipelineHost.Count.EVENT) {
                counts.put(count, Counter.builder(name(count)).tag("feed", feed).register(registry));
            }
        }
    }

    private static String name(PipelineHost.Count count) {
        return switch (count) {
            case EVENT -> "tapeline.events";
            case DUPLICATE -> "tapeline.duplicates";
            case MALFORMED -> "tapeline.decode.errors";
            case UNKNOWN -> "tapeline.decode.unknown";
            case GAP -> "tapeline.gaps";
            case RESYNC -> "tapeline.resyncs";
            case ODD_TIME -> "tapeline.odd.times";
        };
    }

    private Timer lag(String stretch) {
        return Timer.builder("tapeline.lag")
                .tag("feed", feed)
                .tag("stretch", stretch)
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void frame() {
        frames.increment();
    }

    void count(PipelineHost.Count count) {
        Counter counter = counts.get(count);
        if (counter != null) {
            counter.increment();
        }
    }

    void event(MarketEvent event) {
        Counter counter = events.get(event.kind());
        if (counter != null) {
            counter.increment();
        }
        if (event.header().timeSource() == TimeSource.VENUE
                && event.header().origin() == Origin.LIVE
                && !event.kind().derived()
                && event.kind() != Kind.CANDLE) {
            venueLag.record(
                    Math.max(0, event.header().receivedAt() - event.header().timestamp()), TimeUnit.MICROSECONDS);
        }
    }

    void durable(List<MarketEvent> batch) {
        long time = now.getAsLong();
        for (MarketEvent event : batch) {
            if (event.header().origin() == Origin.LIVE) {
                confirmLag.record(Math.max(0, time - event.header().receivedAt()), TimeUnit.MICROSECONDS);
            }
        }
    }

    /** A figure that is read when asked for. */
    void gauge(String name, Supplier<Number> value) {
        Gauge.builder(name, value).tag("feed", feed).register(registry);
    }
}
