package io.tapeline.bus;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.model.event.MarketEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/**
 * Measures events per second from offering to the consumer's acknowledgement, and what the confirms took. Run by hand:
 * host, port, seconds, keys, events per second (0: as many as go with 50 000 unconfirmed).
 */
final class ThroughputMeasurement {
    private static final int WINDOW = 50_000;
    private static final LongAdder durable = new LongAdder();
    private static long sent;

    private ThroughputMeasurement() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.stopped()) {
            boolean embedded = arguments[0].equals("embedded");
            if (embedded) {
                broker.start();
            }
            String host = embedded ? "127.0.0.1" : arguments[0];
            int port = embedded ? broker.port() : Integer.parseInt(arguments[1]);
            measure(
                    host,
                    port,
                    Integer.parseInt(arguments[2]),
                    Integer.parseInt(arguments[3]),
                    Long.parseLong(arguments[4]));
        }
        System.exit(0);
    }

    private static void measure(String host, int port, int seconds, int keys, long rate) throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        CachingConnectionFactory publishing = new CachingConnectionFactory(host, port);
        CachingConnectionFactory consuming = new CachingConnectionFactory(host, port);
        BusProperties settings = TestSettings.of(Files.createTempDirectory(Path.of("target"), "spool"));
        LongAdder consumed = new LongAdder();
        EventConsumer consumer = new EventConsumer(
                consuming,
                settings,
                BusTopology.WRITER_QUEUE,
                batch -> {
                    consumed.add(batch.size());
                    return List.of();
                },
                meters,
                Clock.systemUTC());
        try (SpoolingPublisher publisher = SpoolingPublisher.open(publishing, settings, meters)) {
            publisher.onDurable(events -> durable.add(events.size()));
            consumer.start();
            run(publisher, seconds / 2, keys, rate);
            double warm = meters.counter("tapeline.bus.published").count();
            long consumedWarm = consumed.sum();
            long from = System.nanoTime();
            long refused = run(publisher, seconds, keys, rate);
            publisher.flush().get(1, TimeUnit.MINUTES);
            while (publisher.spooledBytes() > 0) {
                LockSupport.parkNanos(1_000_000);
            }
            double published = meters.counter("tapeline.bus.published").count() - warm;
            double took = (System.nanoTime() - from) / 1e9;
            System.out.printf(
                    "%s: published and confirmed %.0f/s, consumed %.0f/s, confirm mean %.1f ms max %.1f ms, spooled %.0f,"
                            + " refused %d, events per message %.1f%n",
                    host + ":" + port,
                    published / took,
                    (consumed.sum() - consumedWarm) / took,
                    meters.timer("tapeline.bus.confirm.latency").mean(TimeUnit.MILLISECONDS),
                    meters.timer("tapeline.bus.confirm.latency").max(TimeUnit.MILLISECONDS),
                    meters.counter("tapeline.bus.spooled").count(),
                    refused,
                    meters.counter("tapeline.bus.published").count()
                            / meters.timer("tapeline.bus.confirm.latency").count());
        }
        consumer.stop();
        publishing.destroy();
        consuming.destroy();
    }

    private static long run(EventPublisher publisher, int seconds, int keys, long rate) {
        MarketEvent[] events = new MarketEvent[keys];
        for (int i = 0; i < keys; i++) {
            events[i] = Events.trade("KEY" + i, i);
        }
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        long refused = 0;
        long offered = 0;
        for (long now = start; now < end; now = System.nanoTime()) {
            long due = rate == 0 ? Long.MAX_VALUE : (long) ((now - start) / 1e9 * rate);
            if (offered >= due || sent - durable.sum() > WINDOW) {
                LockSupport.parkNanos(500_000);
            } else if (publisher.offer(events[(int) (offered % keys)])) {
                offered++;
                sent++;
            } else {
                refused++;
            }
        }
        return refused;
    }
}
