package io.tapeline.bus;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What consuming counts, per queue. */
record ConsumerMetrics(Counter consumed, Counter dead, Counter retries, Timer handling) {
    ConsumerMetrics(MeterRegistry registry, String queue) {
        this(
                counter(registry, queue, "tapeline.bus.consumed", "Events stored or found impossible to store"),
                counter(registry, queue, "tapeline.bus.dead", "Events and messages put into the dead-letter queue"),
                counter(registry, queue, "tapeline.bus.retries", "Batches tried again because the handler failed"),
                Timer.builder("tapeline.bus.handling")
                        .description("Time the handler took for a batch")
                        .tag("queue", queue)
                        .register(registry));
    }

    private static Counter counter(MeterRegistry registry, String queue, String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("queue", queue)
                .register(registry);
    }
}
