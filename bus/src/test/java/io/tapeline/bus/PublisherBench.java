package io.tapeline.bus;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.bus.BrokerLink.Outgoing;
import io.tapeline.bus.BrokerLink.Refusal;
import io.tapeline.model.event.MarketEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everything of a publisher but its threads, with a broker played by the test and a clock that the test moves. */
final class PublisherBench implements AutoCloseable {
    final FakeLink link = new FakeLink();
    final List<MarketEvent> durable = new ArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final BusProperties settings;
    final Backlog backlog;
    final Spool spool;
    final Outbound outbound;
    // Soon to overflow, as System.nanoTime may.
    private long now = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

    PublisherBench(Path directory, Object... replaced) {
        this(TestSettings.of(directory, replaced));
    }

    private PublisherBench(BusProperties settings) {
        this(settings, new Spool(settings.spool()));
    }

    PublisherBench(BusProperties settings, Spool spool) {
        this.settings = settings;
        this.spool = spool;
        this.backlog = new Backlog(settings.publisher(), () -> now);
        this.outbound = new Outbound(settings, backlog, spool, link, new BusMetrics(meters), durable::addAll, now);
    }

    PublisherBench up() {
        outbound.up(now);
        return run();
    }

    PublisherBench down() {
        outbound.down("test");
        return run();
    }

    boolean offer(MarketEvent event) {
        return backlog.offer(LaneKey.of(event), event);
    }

    PublisherBench offer(List<MarketEvent> events) {
        events.forEach(event ->
                org.assertj.core.api.Assertions.assertThat(offer(event)).isTrue());
        return this;
    }

    PublisherBench run() {
        outbound.run(now);
        return this;
    }

    PublisherBench after(Duration time) {
        now += time.toNanos();
        return run();
    }

    /** Long enough for a batch, a spool write and a retry to be due. */
    PublisherBench later() {
        return after(Duration.ofMillis(60));
    }

    PublisherBench confirm(Outgoing message) {
        outbound.confirmed(message.id(), now);
        return run();
    }

    PublisherBench refuse(Outgoing message, Refusal why) {
        outbound.refused(message.id(), why, now);
        return run();
    }

    /** Confirms whatever is sent until nothing more comes; returns the messages in the order they were sent. */
    List<Outgoing> confirmAll() {
        List<Outgoing> all = new ArrayList<>();
        for (int quiet = 0; quiet < 3; quiet++) {
            later();
            for (List<Outgoing> sent = link.take(); !sent.isEmpty(); sent = link.take()) {
                all.addAll(sent);
                sent.forEach(this::confirm);
                quiet = 0;
            }
        }
        return all;
    }

    double count(String meter) {
        return meters.counter(meter).count();
    }

    @Override
    public void close() {
        spool.close();
    }
}
