package io.tapeline.bus;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What publishing counts. */
final class BusMetrics {
    private final MeterRegistry registry;
    private final Counter published;
    private final Counter spooled;
    private final Counter refused;
    private final Counter nacks;
    private final Counter returns;
    private final Counter unpublishable;
    private final Timer confirmLatency;

    BusMetrics(MeterRegistry registry) {
        this.registry = registry;
        published = counter("tapeline.bus.published", "Events confirmed by the broker");
        spooled = counter("tapeline.bus.spooled", "Events written to the spool");
        refused = counter("tapeline.bus.refused", "Events not taken because memory and spool are full");
        nacks = counter("tapeline.bus.nacks", "Messages the broker refused or did not confirm in time");
        returns = counter("tapeline.bus.returns", "Messages no queue was bound for");
        unpublishable = counter("tapeline.bus.unpublishable", "Events that have no JSON form or no routing key");
        confirmLatency = Timer.builder("tapeline.bus.confirm.latency")
                .description("From sending a message to its confirm")
                .publishPercentileHistogram()
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    void watch(Spool spool, Backlog backlog) {
        Gauge.builder("tapeline.bus.spool.bytes", spool, Spool::bytes)
                .description("Bytes in the spool")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("tapeline.bus.spool.entries", spool, Spool::entries)
                .description("Groups of messages in the spool")
                .register(registry);
        Gauge.builder("tapeline.bus.memory.events", backlog, Backlog::weight)
                .description("Events in memory that are not durable yet")
                .register(registry);
    }

    void confirmed(int events, long nanos) {
        published.increment(events);
        confirmLatency.record(nanos, TimeUnit.NANOSECONDS);
    }

    void spooled(int events) {
        spooled.increment(events);
    }

    void refusedOffer() {
        refused.increment();
    }

    void notAccepted(BrokerLink.Refusal why) {
        switch (why) {
            case NACK -> nacks.increment();
            case RETURNED -> returns.increment();
            case UNSENT -> {}
        }
    }

    void unpublishable() {
        unpublishable.increment();
    }
}
