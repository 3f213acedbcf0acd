package io.tapeline.collector.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.collector.frame.Recordings;
import io.tapeline.collector.rest.ReactorRestGateway;
import io.tapeline.collector.rest.RestBudgets;
import io.tapeline.collector.rest.RestGateway;
import io.tapeline.collector.rest.VenueClock;
import io.tapeline.collector.session.ReactorSessionPool;
import io.tapeline.collector.session.SessionListener;
import io.tapeline.collector.session.SessionPool;
import io.tapeline.collector.time.MonotonicClock;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.Venue;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** WebSocket and REST over Reactor Netty; the budgets of a host are shared by the feeds that talk to it. */
public final class NettyTransport implements FeedTransport, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NettyTransport.class);

    private final CollectorProperties properties;
    private final ReceiveClock clock;
    private final Recordings recordings;
    private final MeterRegistry registry;
    private final Scheduler budgetTimer = Schedulers.newSingle("rest-budgets", true);
    private final RestBudgets budgets;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    public NettyTransport(
            CollectorProperties properties, ReceiveClock clock, Recordings recordings, MeterRegistry registry) {
        this.properties = properties;
        this.clock = clock;
        this.recordings = recordings;
        this.registry = registry;
        this.budgets = new RestBudgets(properties.rest(), MonotonicClock.SYSTEM, budgetTimer, registry);
    }

    @Override
    public SessionPool sessions(
            Venue venue, InstrumentLookup instruments, SessionListener listener, Scheduler scheduler) {
        return new ReactorSessionPool(
                venue,
                instruments,
                listener,
                scheduler,
                clock,
                recordings.of(venue.feed()),
                registry,
                properties.session());
    }

    @Override
    public RestGateway rest(Venue venue, Scheduler scheduler) {
        ReactorRestGateway gateway = new ReactorRestGateway(
                venue, budgets, scheduler, clock, recordings.of(venue.feed()), registry, properties.rest());
        VenueClock venueClock = new VenueClock(
                venue, gateway, scheduler, clock, registry, properties.rest().clockInterval());
        venueClock.start();
        opened.push(gateway);
        opened.push(venueClock);
        return gateway;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                log.warn("a connection did not close cleanly: {}", e.toString());
            }
        }
        budgetTimer.dispose();
    }
}
