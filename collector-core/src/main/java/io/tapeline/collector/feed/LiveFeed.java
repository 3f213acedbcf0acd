package io.tapeline.collector.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.bus.EventPublisher;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.gap.GapRepair;
import io.tapeline.collector.gap.IdHole;
import io.tapeline.collector.gap.OpenGap;
import io.tapeline.collector.rest.RestGateway;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.session.SessionPool;
import io.tapeline.collector.state.StateDirectory;
import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;

/**
 * A feed that is being collected: discovers, subscribes, polls, repairs, publishes. Everything happens on its own
 * scheduler, one thing at a time.
 */
final class LiveFeed implements PipelineHost, GapRepair.Feed, Backfill.Output {
    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);

    private final Venue venue;
    private final FeedSettings settings;
    private final CollectorProperties properties;
    private final EventPublisher publisher;
    private final Scheduler scheduler;
    private final LongSupplier now;
    private final FeedInstruments instruments = new FeedInstruments();
    private final FeedMetrics metrics;
    private final FeedPipeline pipeline;
    private final RestGateway gateway;
    private final Connections connections;
    private final SessionPool sessions;
    private final Room room;
    private final GapRepair repair;
    private final GapLog gapLog;
    private final PollOutcomes pollOutcomes;
    private final Polls polls;
    private final BookSnapshots snapshots;
    private final boolean booksOnRequest;
    private final Discovery discovery;
    private final SavedPositions positions;
    private final Backfill backfill;
    private final Collected collected;
    private final SelectionNews news;
    private final Departures departures;
    private final Set<String> told = new HashSet<>();
    private List<OpenGap> inherited = List.of();

    LiveFeed(
            Venue venue,
            CollectorProperties properties,
            EventPublisher publisher,
            FeedTransport transport,
            StateDirectory directory,
            Scheduler scheduler,
            LongSupplier now,
            MeterRegistry registry) {
        this.venue = venue;
        this.settings = properties.feed(venue.feed());
        this.properties = properties;
        this.publisher = publisher;
        this.scheduler = scheduler;
        this.now = now;
        this.collected = new Collected(venue, instruments, properties.books());
        this.metrics = new FeedMetrics(registry, venue.feed(), now);
        this.pipeline =
                new FeedPipeline(venue, instruments, this, now, properties.largeTradeThresholds(), instrument -> true);
        this.gateway = transport.rest(venue, scheduler);
        this.connections = new Connections(venue.feed(), pipeline, frame -> metrics.frame(), now);
        this.sessions = transport.sessions(venue, instruments, connections, scheduler);
        this.room = new Room(venue.feed(), publisher, sessions, pipeline, scheduler);
        this.repair = new GapRepair(venue, gateway, instruments, pipeline.gaps(), this, scheduler);
        this.gapLog = new GapLog(venue.feed(), scheduler);
        this.pollOutcomes = new PollOutcomes(venue.feed(), pipeline, now);
        this.polls = new Polls(
                gateway,
                instruments,
                scheduler,
                now,
                venue.rest().restsWhenBlocked().orElse(properties.session().switchedOffFor()),
                pollOutcomes::accept);
        this.snapshots = new BookSnapshots(venue.feed(), venue.rest(), gateway, instruments, scheduler, pipeline);
        this.booksOnRequest = venue.books()
                .filter(books -> books.snapshotSource() == BookSequencer.SnapshotSource.REQUEST)
                .isPresent();
        this.discovery = new Discovery(
                venue,
                gateway,
                instruments,
                scheduler,
                now,
                properties.discoveryInterval(),
                answer -> pipeline.onFrame(answer.frame(), answer.decoded()),
                this::onDiscovered,
                (state, reason) -> pipeline.statuses().feed(state, reason),
                properties.session().switchedOffFor());
        this.positions = new SavedPositions(venue, directory, metrics);
        this.backfill = new Backfill(
                venue.feed(), venue.rest(), gateway, instruments, scheduler, now, properties.historicalDays(), this);
        this.news = new SelectionNews(venue, settings.quote(), pipeline.statuses());
        this.departures = new Departures(venue.feed(), instruments, pipeline, backfill, positions, now);
        publisher.onDurable(positions::onDurable);
        metrics.gauge("tapeline.gaps.open", () -> pipeline.gaps().open().size());
    }

    String feed() {
        return venue.feed();
    }

    /** The state last published for the whole feed. */
    @Nullable
    FeedState state() {
        return pipeline.statuses().ofFeed();
    }

    void start() {
        scheduler.schedule(() -> {
            pipeline.statuses().feed(FeedState.CONNECTING, "reading instruments");
            io.tapeline.collector.state.FeedState saved = positions.load();
            inherited = pipeline.restore(saved);
            backfill.restore(saved);
            // What the first listing tells of instruments that ended is wanted too, of the kinds that are configured.
            collected.take(Selection.of(venue, settings, List.of()));
            discovery.run();
        });
        every(properties.orderbookInterval(), () -> pipeline.books()
                .ifPresent(books -> books.publishTops(properties.topLevels(), now.getAsLong())));
        pipeline.books().ifPresent(books -> new DepthClock(scheduler, now, books::publishDepth).start());
        every(properties.bookRepublishInterval(), () -> pipeline.books()
                .ifPresent(books -> books.republish(now.getAsLong())));
        venue.books()
                .map(BookSequencer::renewal)
                .filter(Duration::isPositive)
                .ifPresent(renewal -> every(renewal, () -> pipeline.books().ifPresent(Books::renew)));
        every(properties.watermarkInterval(), () -> pipeline.streams()
                .watermarks(now.getAsLong(), pipeline.outlet()::publish));
        every(properties.stateInterval(), () -> positions.save(pipeline.gaps().open(), backfill.pending()));
    }

    private void every(Duration interval, Runnable action) {
        scheduler.schedulePeriodically(
                () -> {
                    try {
                        action.run();
                    } catch (RuntimeException e) {
                        log.error("{}: a timer failed", venue.feed(), e);
                    }
                },
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void onDiscovered() {
        Selection selection = Selection.of(venue, settings, instruments.all());
        news.tell(selection);
        collected.take(selection).forEach(departures::leave);
        connections.wanted(collected.streams());
        if (!room.closed()) {
            sessions.subscribe(collected.streams());
        }
        news.tellIfIdle(selection);
        pollOutcomes.set(collected.streams(), collected.polls());
        polls.set(collected.polls());
        backfill.want(collected.withHistory(), collected.kinds());
        departures.forgetEnded();
        inherited.forEach(repair::add);
        inherited = List.of();
    }

    @Override
    public boolean wants(InstrumentId instrument) {
        return collected.wants(instrument);
    }

    @Override
    public boolean offer(MarketEvent event) {
        if (!collected.wants(event)) {
            return true;
        }
        boolean taken = publisher.offer(event);
        if (taken) {
            metrics.event(event);
        }
        return taken;
    }

    @Override
    public void overflowed(MarketEvent event) {
        room.ranOut();
    }

    @Override
    public void snapshotWanted(InstrumentId instrument, Duration pause) {
        after(pause, instrument, () -> requestBook(instrument));
    }

    /** By REST, or on the connection of its stream. */
    private void requestBook(InstrumentId instrument) {
        VenueStream stream = booksOnRequest ? collected.stream(Kind.BOOK, instrument) : null;
        if (stream != null) {
            sessions.requestBook(stream);
        } else {
            snapshots.fetch(instrument);
        }
    }

    @Override
    public void resubscribeWanted(InstrumentId instrument, Duration pause) {
        after(pause, instrument, () -> resubscribe(Kind.BOOK, instrument));
    }

    /** Asks for a book, after a pause only if it is still wanted then. */
    private void after(Duration pause, InstrumentId instrument, Runnable ask) {
        if (pause.isZero()) {
            ask.run();
        } else {
            scheduler.schedule(
                    () -> pipeline.books()
                            .filter(books -> books.outOfSync(instrument))
                            .ifPresent(books -> ask.run()),
                    pause.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void resubscribe(Kind kind, InstrumentId instrument) {
        VenueStream stream = collected.stream(kind, instrument);
        if (stream != null) {
            sessions.resubscribe(stream);
        }
    }

    @Override
    public void gapOpened(OpenGap gap) {
        metrics.count(Count.GAP);
        gapLog.noticed(gap);
        repair.add(gap);
    }

    @Override
    public void holeFilled(IdHole hole) {
        repair.filled(hole);
    }

    @Override
    public void counted(Count count, String detail) {
        metrics.count(count);
        switch (count) {
            case MALFORMED, UNKNOWN, ODD_TIME -> {
                if (told.size() < 1_000 && told.add(count + detail)) {
                    log.warn("{} {}: {}", venue.feed(), count.name().toLowerCase(Locale.ROOT), detail);
                }
            }
            case EVENT, DUPLICATE, GAP, RESYNC -> {}
        }
    }

    @Override
    public void onRepaired(List<Decoded> decoded, RawFrame frame) {
        pipeline.onFrame(frame, decoded);
    }

    @Override
    public void take(RestResult.Answered answer) {
        pipeline.onFrame(answer.frame(), answer.decoded());
    }

    @Override
    public boolean room() {
        return room.any();
    }

    @Override
    public void whenDurable(Runnable action) {
        var _ = publisher.flush().thenRun(() -> scheduler.schedule(action));
    }

    @Override
    public void giveUp(OpenGap gap) {
        pipeline.streams().giveUp(gap);
    }

    /** Stops reading; what was read is flushed by the publisher, what is durable is saved. */
    void stop() {
        connections.stopping();
        sessions.close();
        polls.stop();
        backfill.stop();
        positions.saveAndStop(pipeline.gaps().open(), backfill.pending());
    }
}
