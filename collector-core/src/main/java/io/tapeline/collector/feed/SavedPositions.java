package io.tapeline.collector.feed;

import io.tapeline.collector.gap.OpenGap;
import io.tapeline.collector.state.FeedState;
import io.tapeline.collector.state.PendingHistory;
import io.tapeline.collector.state.PositionKeeper;
import io.tapeline.collector.state.StateDirectory;
import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Market;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Schedulers;

/** Keeps the positions of one feed on disk. A disk that is full costs only the positions, never the feed. */
final class SavedPositions {
    private static final Logger log = LoggerFactory.getLogger(SavedPositions.class);

    private final String feed;
    private final String exchange;
    private final Set<Market> markets;
    private final StateDirectory directory;
    private final FeedMetrics metrics;
    private final PositionKeeper keeper;
    private final AtomicBoolean saving = new AtomicBoolean();
    private boolean failing;
    private boolean stopped;

    SavedPositions(Venue venue, StateDirectory directory, FeedMetrics metrics) {
        this.feed = venue.feed();
        this.exchange = venue.exchange();
        this.markets = venue.markets();
        this.keeper = new PositionKeeper(venue.continuity(Kind.TRADE));
        this.directory = directory;
        this.metrics = metrics;
    }

    FeedState load() {
        FeedState saved = directory.load(feed);
        keeper.restore(saved.positions());
        return saved;
    }

    /** Events became durable; those of other feeds in the same process are none of its business. */
    void onDurable(List<MarketEvent> events) {
        List<MarketEvent> own = events.stream().filter(this::own).toList();
        if (!own.isEmpty()) {
            keeper.onDurable(own);
            metrics.durable(own);
        }
    }

    /** Forgets streams that will not go on, and says which it knew. */
    List<StreamKey> forget(Predicate<StreamKey> ended) {
        return keeper.forget(ended);
    }

    private boolean own(MarketEvent event) {
        return event.instrumentId().exchange().equals(exchange)
                && markets.contains(event.instrumentId().market());
    }

    /** Saves in the background; a save that is under way is enough. */
    void save(Collection<OpenGap> gaps, Collection<PendingHistory> history) {
        if (saving.compareAndSet(false, true)) {
            // Positions first: a gap found since then is of later events.
            FeedState state = new FeedState(keeper.positions(), List.copyOf(gaps), List.copyOf(history));
            Schedulers.boundedElastic().schedule(() -> {
                try {
                    write(state);
                } finally {
                    saving.set(false);
                }
            });
        }
    }

    /** The last time: a save still under way would put older positions in its place. */
    synchronized void saveAndStop(Collection<OpenGap> gaps, Collection<PendingHistory> history) {
        write(new FeedState(keeper.positions(), List.copyOf(gaps), List.copyOf(history)));
        stopped = true;
    }

    private synchronized void write(FeedState state) {
        if (stopped) {
            return;
        }
        try {
            directory.save(feed, state);
            if (failing) {
                failing = false;
                log.info("{}: positions are saved again", feed);
            }
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                log.error("{}: positions cannot be saved: {}", feed, e.toString());
            }
        }
    }
}
