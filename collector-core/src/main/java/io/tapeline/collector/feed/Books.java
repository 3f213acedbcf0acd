package io.tapeline.collector.feed;

import io.tapeline.collector.book.BookKeeper;
import io.tapeline.collector.book.BookOutput;
import io.tapeline.collector.derived.DepthMeter;
import io.tapeline.collector.feed.StreamState.Interruption;
import io.tapeline.collector.gap.GapLedger;
import io.tapeline.collector.gap.OpenGap;
import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.BookSequencer;
import io.tapeline.collector.venue.BookSequencer.SnapshotSource;
import io.tapeline.collector.venue.Decoded.BookUpdate;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.model.event.Book;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Orderbook;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.event.Verified;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The books of a feed, each synchronised by itself. Not for use by several threads. */
final class Books implements BookOutput {
    /** A book that the venue begins anew is fetched within this, with tries. */
    private static final long RESTART_MICROS = 10_000_000;

    private final BookSequencer rules;
    private final InstrumentLookup instruments;
    private final Consumer<MarketEvent> output;
    private final PipelineHost host;
    private final Statuses statuses;
    private final GapLedger gaps;
    private final Streams streams;
    private final Predicate<InstrumentId> snapshotExpected;
    private final Map<InstrumentId, BookKeeper> keepers = new LinkedHashMap<>();
    private final Map<InstrumentId, OpenGap> open = new HashMap<>();
    private final Map<InstrumentId, BookUpdate> shown = new HashMap<>();
    private final Set<InstrumentId> restarted = new HashSet<>();
    private final BookSources sources = new BookSources();
    private final BookLosses losses = new BookLosses();

    Books(
            BookSequencer rules,
            InstrumentLookup instruments,
            Consumer<MarketEvent> output,
            PipelineHost host,
            Statuses statuses,
            GapLedger gaps,
            Streams streams,
            Predicate<InstrumentId> snapshotExpected) {
        this.rules = rules;
        this.instruments = instruments;
        this.output = output;
        this.host = host;
        this.statuses = statuses;
        this.gaps = gaps;
        this.streams = streams;
        this.snapshotExpected = snapshotExpected;
    }

    /** @param connection that brought it, null where nothing is known of that */
    void onUpdate(BookUpdate update, @Nullable String connection) {
        if (!rules.numbered() && connection != null && !sources.take(update, connection)) {
            return;
        }
        keepers.computeIfAbsent(update.header().instrument(), this::keeper).onUpdate(update);
    }

    /** Books that follow a connection end with it, unless another has taken over. */
    void onConnectionGone(String connection) {
        for (InstrumentId instrument : sources.forgetConnection(connection)) {
            BookKeeper keeper = keepers.get(instrument);
            if (keeper != null) {
                keeper.onSourceLost();
            }
        }
    }

    /** Whether a book is kept and not in sync. */
    boolean outOfSync(InstrumentId instrument) {
        BookKeeper keeper = keepers.get(instrument);
        return keeper != null && !keeper.inSync();
    }

    void onSnapshotFailed(InstrumentId instrument) {
        BookKeeper keeper = keepers.get(instrument);
        if (keeper != null) {
            keeper.onSnapshotFailed();
        }
    }

    /** Whether a change that never came shows. */
    boolean showLosses() {
        return rules.showsLosses();
    }

    /** Another connection carries the stream: what was asked for on the one before is not answered any more. */
    void onReplaced(InstrumentId instrument) {
        if (rules.snapshotSource() == SnapshotSource.REQUEST) {
            onSnapshotFailed(instrument);
        }
    }

    void onDisconnect(InstrumentId instrument) {
        restarted.remove(instrument);
        abandon(instrument, "connection lost");
    }

    /** Frames that may have concerned the book are missing, or cannot be read. */
    void onLostFrames(InstrumentId instrument, String reason, long now) {
        BookKeeper keeper = keepers.get(instrument);
        if (keeper != null) {
            if (keeper.inSync()) {
                losses.lost(instrument, now);
            }
            abandon(instrument, reason);
            keeper.askForSnapshot();
        }
    }

    /** What was said of the book cannot be read. */
    void onUnreadable(InstrumentId instrument, String reason, long now) {
        if (outOfSync(instrument)) {
            // It may be the very snapshot that was asked for.
            losses.lost(instrument, now);
        }
        onLostFrames(instrument, reason, now);
    }

    /**
     * The venue begins a book anew. Nothing of it is lost, since what comes until it is fetched follows it: that is a gap
     * only when it takes long.
     */
    void onRestart(Header header, String reason) {
        InstrumentId instrument = header.instrument();
        BookKeeper keeper = keepers.get(instrument);
        if (keeper != null && keeper.inSync()) {
            restarted.add(instrument);
            streams.interrupt(new StreamKey(Kind.BOOK, instrument), header.receivedAt(), "sequence");
            host.counted(PipelineHost.Count.RESYNC, reason);
            abandon(instrument, reason);
            keeper.askForSnapshot();
        }
    }

    private void abandon(InstrumentId instrument, String reason) {
        BookKeeper keeper = keepers.get(instrument);
        if (keeper != null) {
            if (keeper.inSync()) {
                statuses.stream(instrument, Kind.BOOK, FeedState.RESYNCING, reason);
            }
            keeper.onDisconnect();
        }
    }

    /** Has books built anew of which nothing proves that they are still right; they are published all the while. */
    void renew() {
        keepers.forEach((instrument, keeper) -> {
            if (keeper.inSync()) {
                wantAnew(instrument);
            }
        });
    }

    private void wantAnew(InstrumentId instrument) {
        switch (rules.snapshotSource()) {
            case REST, REQUEST -> host.snapshotWanted(instrument, Duration.ZERO);
            case STREAM -> host.resubscribeWanted(instrument, Duration.ZERO);
        }
    }

    void forget(InstrumentId instrument) {
        keepers.remove(instrument);
        shown.remove(instrument);
        restarted.remove(instrument);
        OpenGap gap = open.remove(instrument);
        if (gap != null) {
            gaps.unrecoverable(gap);
        }
        sources.forget(instrument);
        losses.forget(instrument);
    }

    /** Publishes every book that is in sync whole. */
    void republish(long now) {
        keepers.values().forEach(keeper -> keeper.republish(now));
    }

    /** Publishes the best levels of every book that changed since the last time. */
    @SuppressWarnings("ReferenceEquality") // the very update that was shown last
    void publishTops(int levels, long now) {
        keepers.forEach((instrument, keeper) -> {
            BookUpdate last = keeper.last();
            if (keeper.inSync() && last != null && shown.put(instrument, last) != last) {
                output.accept(top(keeper, last, levels, now));
            }
        });
    }

    /**
     * Publishes the liquidity figures of every book that is in sync.
     *
     * @param moment the moment they are of, epoch microseconds
     * @param now epoch microseconds
     */
    void publishDepth(long moment, long now, String interval) {
        keepers.forEach((id, keeper) -> {
            BookUpdate last = keeper.last();
            if (keeper.inSync() && last != null) {
                DepthMeter.of(
                                new Header(id, moment, TimeSource.RECEIVE, now, Origin.LIVE, 0),
                                keeper.book().bids(DepthMeter.LEVELS),
                                keeper.book().asks(DepthMeter.LEVELS),
                                last.sizeUnit(),
                                instruments.find(id.symbol()),
                                interval)
                        .ifPresent(output);
            }
        });
    }

    /** No snapshot will come any more: what waits for one is published unverified. */
    void releaseUnverified() {
        keepers.values().forEach(BookKeeper::releaseUnverified);
    }

    private Orderbook top(BookKeeper keeper, BookUpdate last, int levels, long now) {
        Header header = last.header();
        Instrument instrument = instruments.find(header.instrument().symbol());
        return new Orderbook(
                new Header(header.instrument(), header.timestamp(), header.timeSource(), now, header.origin(), 0),
                true,
                keeper.book().bids(levels),
                keeper.book().asks(levels),
                last.sizeUnit(),
                instrument == null ? null : instrument.contractSize(),
                last.lastSequence(),
                null,
                keeper.verified());
    }

    private BookKeeper keeper(InstrumentId id) {
        return new BookKeeper(id, rules, this, () -> instruments.find(id.symbol()), snapshotExpected);
    }

    @Override
    public void publish(Book book) {
        if (!book.snapshot() && book.verified() != Verified.NONE) {
            streams.continues(
                    new StreamKey(Kind.BOOK, book.instrumentId()), book.header().receivedAt());
        }
        output.accept(book);
    }

    @Override
    public void snapshotWanted(InstrumentId instrument) {
        host.snapshotWanted(instrument, losses.pause(instrument));
    }

    @Override
    public void resubscribeWanted(InstrumentId instrument) {
        host.resubscribeWanted(instrument, losses.pause(instrument));
    }

    @Override
    public void lost(Header lastGood, Header found, String reason) {
        InstrumentId instrument = lastGood.instrument();
        // Subscribers must stop trusting the book before they hear anything else of it.
        statuses.stream(instrument, Kind.BOOK, FeedState.RESYNCING, reason);
        host.counted(PipelineHost.Count.RESYNC, reason);
        Interruption since = streams.lost(new StreamKey(Kind.BOOK, instrument), lastGood.receivedAt(), "sequence");
        if (!open.containsKey(instrument)) {
            open.put(instrument, gaps.open(Kind.BOOK, instrument, since.from(), found.receivedAt(), since.cause()));
            host.counted(PipelineHost.Count.GAP, "book");
        }
        shown.remove(instrument);
        losses.lost(instrument, found.receivedAt());
    }

    @Override
    public void synced(Header header) {
        InstrumentId instrument = header.instrument();
        OpenGap gap = open.remove(instrument);
        if (gap != null) {
            // The book is whole again, but the changes in between cannot be had from anywhere.
            gaps.unrecoverable(gap);
        }
        long tolerated = restarted.remove(instrument) ? RESTART_MICROS : 0;
        streams.mendByTime(new StreamKey(Kind.BOOK, instrument), header.receivedAt(), tolerated);
        statuses.stream(instrument, Kind.BOOK, FeedState.LIVE, null);
    }
}
