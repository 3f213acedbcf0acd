package io.tapeline.collector.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What the sessions of a feed count. */
final class SessionMetrics {
    final Counter frames;
    final Counter bytes;
    final Counter reconnects;
    final Counter silent;
    final Counter refused;
    final Counter complaints;
    final Counter replaced;
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger streams = new AtomicInteger();

    SessionMetrics(String feed, MeterRegistry registry) {
        frames = registry.counter("tapeline.session.frames", "feed", feed);
        bytes = registry.counter("tapeline.session.bytes", "feed", feed);
        reconnects = registry.counter("tapeline.session.reconnects", "feed", feed);
        silent = registry.counter("tapeline.session.silent", "feed", feed);
        refused = registry.counter("tapeline.session.refused", "feed", feed);
        complaints = registry.counter("tapeline.session.complaints", "feed", feed);
        replaced = registry.counter("tapeline.session.replaced", "feed", feed);
        registry.gauge(
                "tapeline.session.connections", io.micrometer.core.instrument.Tags.of("feed", feed), connections);
        registry.gauge("tapeline.session.streams", io.micrometer.core.instrument.Tags.of("feed", feed), streams);
    }
}
