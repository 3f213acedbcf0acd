package io.tapeline.writer.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tapeline.bus.BatchHandler.Rejection;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.json.IsoMicros;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What the writer tells about itself. */
public final class WriterMetrics {
    private final Map<Kind, Counter> rows = new EnumMap<>(Kind.class);
    private final Map<Kind, Counter> rejected = new EnumMap<>(Kind.class);
    private final Counter unchanged;
    private final DistributionSummary batch;
    private final Timer commit;
    private final Timer lag;
    private final Clock clock;

    public WriterMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        for (Kind kind : Kind.values()) {
            rows.put(kind, registry.counter("tapeline.writer.rows", "kind", kind.wireName()));
            rejected.put(kind, registry.counter("tapeline.writer.rejected", "kind", kind.wireName()));
        }
        unchanged = Counter.builder("tapeline.writer.rows.unchanged")
                .description("rows that were stored already")
                .register(registry);
        batch = DistributionSummary.builder("tapeline.writer.batch")
                .description("events in a batch from the bus")
                .register(registry);
        commit = Timer.builder("tapeline.writer.commit")
                .description("from the first byte to the database to its commit")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        lag = Timer.builder("tapeline.writer.lag")
                .description("from the receipt of a live event to its commit")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
    }

    void received(int events) {
        batch.record(events);
    }

    /** @param changed rows that were added or changed by it */
    void committed(List<Batch.Copy> stored, long changed, long nanos) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
        long now = IsoMicros.of(clock.instant());
        long count = 0;
        for (Batch.Copy copy : stored) {
            count += copy.rows().size();
            counter(rows, copy.table().kind()).increment(copy.rows().size());
            copy.rows().forEach(row -> lagOf(row, now));
        }
        unchanged.increment((double) (count - changed));
    }

    private void lagOf(Row row, long now) {
        if (row.event().header().origin() == Origin.LIVE) {
            lag.record(Math.max(0, now - row.event().header().receivedAt()), TimeUnit.MICROSECONDS);
        }
    }

    void rejected(List<Rejection> events) {
        events.forEach(e -> counter(rejected, e.event().kind()).increment());
    }

    private static Counter counter(Map<Kind, Counter> counters, Kind kind) {
        return Objects.requireNonNull(counters.get(kind));
    }
}
