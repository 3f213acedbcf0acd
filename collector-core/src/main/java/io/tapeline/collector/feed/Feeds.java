package io.tapeline.collector.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.bus.EventPublisher;
import io.tapeline.collector.state.StateDirectory;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.FeedState;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The feeds of this process: starts those that are enabled, each on a thread of its own, and stops them. */
public final class Feeds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Feeds.class);

    private static final Duration STOPPING = Duration.ofSeconds(5);

    private final Map<LiveFeed, Scheduler> running = new ConcurrentHashMap<>();
    private final Collection<Venue> venues;
    private final CollectorProperties properties;
    private final EventPublisher publisher;
    private final FeedTransport transport;
    private final LongSupplier now;
    private final MeterRegistry registry;
    private volatile boolean started;

    public Feeds(
            Collection<Venue> venues,
            CollectorProperties properties,
            EventPublisher publisher,
            FeedTransport transport,
            LongSupplier now,
            MeterRegistry registry) {
        this.venues = venues;
        this.properties = properties;
        this.publisher = publisher;
        this.transport = transport;
        this.now = now;
        this.registry = registry;
    }

    @Override
    public void start() {
        List<String> known = venues.stream().map(Venue::feed).sorted().toList();
        properties.feeds().keySet().stream()
                .filter(feed -> !known.contains(feed) && properties.feed(feed).enabled())
                .forEach(feed -> log.warn("feeds: '{}' is no feed of this service, expected one of {}", feed, known));
        StateDirectory directory = new StateDirectory(properties.stateDirectory());
        for (Venue venue : venues) {
            if (properties.feed(venue.feed()).enabled()) {
                Scheduler scheduler = Schedulers.newSingle("feed-" + venue.feed());
                LiveFeed feed =
                        new LiveFeed(venue, properties, publisher, transport, directory, scheduler, now, registry);
                running.put(feed, scheduler);
                feed.start();
                log.info("{} starts", venue.feed());
            } else {
                log.info("{} is switched off", venue.feed());
            }
        }
        started = true;
    }

    /** State of each feed that runs; a feed that has said nothing yet is connecting. */
    public Map<String, FeedState> states() {
        return running.keySet().stream().collect(Collectors.toMap(LiveFeed::feed, feed -> {
            FeedState state = feed.state();
            return state == null ? FeedState.CONNECTING : state;
        }));
    }

    @Override
    public void stop() {
        running.forEach((feed, scheduler) -> {
            stop(feed, scheduler);
            scheduler.dispose();
        });
        running.clear();
        started = false;
    }

    /** On the feed's own thread, as everything it does; a feed that hangs does not hold up the others for ever. */
    private static void stop(LiveFeed feed, Scheduler scheduler) {
        try {
            Mono.fromRunnable(feed::stop).subscribeOn(scheduler).block(STOPPING);
        } catch (IllegalStateException e) {
            log.warn("{} did not stop within {} s", feed.feed(), STOPPING.toSeconds());
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
