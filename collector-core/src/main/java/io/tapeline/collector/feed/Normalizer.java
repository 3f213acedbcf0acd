package io.tapeline.collector.feed;

import io.tapeline.collector.derived.LargeTrades;
import io.tapeline.collector.frame.FrameLine;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.gap.IdHole;
import io.tapeline.collector.gap.OpenGap;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.Venue;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns recorded frames into events with the pipeline of a live feed. Where the session changes, or a connection begins
 * after all before it ended, everything starts afresh. Books for which the recording holds no further snapshot come as
 * unverified deltas. Not for use by several threads.
 */
public final class Normalizer implements PipelineHost {
    private static final long ORDERBOOK_EVERY_MICROS = 1_000_000;
    private static final int ORDERBOOK_LEVELS = 50;

    /** Told of lines that could not be used. */
    @FunctionalInterface
    public interface Problems {
        void bad(long line, String reason);
    }

    private final Venue venue;
    private final Collection<Instrument> instruments;
    private final boolean derived;
    private final @Nullable RecordingScan scan;
    private final Consumer<MarketEvent> output;
    private final Problems problems;
    private final Set<RecordingScan.Connection> connections = new HashSet<>();
    private final Map<RecordingScan.Snapshots, Integer> snapshots = new HashMap<>();
    private final Map<InstrumentId, Integer> waiting = new HashMap<>();
    private FeedPipeline pipeline;
    private @Nullable String session;
    private boolean begun;
    private long line;
    private long now;
    private long lastTops;

    /**
     * @param instruments metadata; what it does not hold leaves fields null
     * @param derived whether derived events, gaps and states are put out too
     * @param preview reads the recording once before it is used; null when it can be read only once
     */
    public Normalizer(
            Venue venue,
            Collection<Instrument> instruments,
            boolean derived,
            @Nullable Stream<FrameLine> preview,
            Consumer<MarketEvent> output,
            Problems problems) {
        this.venue = venue;
        this.instruments = instruments;
        this.derived = derived;
        this.scan = preview == null ? null : RecordingScan.of(preview, venue.decoder());
        this.output = output;
        this.problems = problems;
        this.pipeline = fresh();
    }

    private FeedPipeline fresh() {
        FeedInstruments known = new FeedInstruments();
        instruments.forEach(known::put);
        connections.clear();
        waiting.clear();
        lastTops = 0;
        return new FeedPipeline(venue, known, this, () -> now, LargeTrades.DEFAULTS, this::snapshotExpected);
    }

    /** Takes the next line. */
    public void accept(FrameLine next) {
        line = next.line();
        switch (next) {
            case FrameLine.Bad bad -> problems.bad(bad.line(), bad.reason());
            case FrameLine.Mark mark -> {}
            case FrameLine.Frame frame -> {
                if (frame.frame().feed().equals(venue.feed())) {
                    onFrame(frame);
                }
            }
        }
    }

    private void onFrame(FrameLine.Frame next) {
        RawFrame frame = next.frame();
        RecordingScan.Connection connection = new RecordingScan.Connection(next.session(), frame.connection());
        boolean otherSession = begun && !Objects.equals(session, next.session());
        boolean afterAll = frame.transport() == RawFrame.Transport.WS
                && !connections.isEmpty()
                && !connections.contains(connection)
                && scan != null
                && connections.stream().allMatch(c -> scan.endedBefore(next.line(), c));
        if (otherSession || afterAll) {
            finish();
            pipeline = fresh();
        }
        if (frame.transport() == RawFrame.Transport.WS) {
            connections.add(connection);
        }
        begun = true;
        session = next.session();
        now = Math.max(now, frame.received());
        List<Decoded> decoded = venue.decoder().decode(frame, symbol -> pipeline.instrument(symbol));
        decoded.forEach(this::countSnapshot);
        pipeline.onFrame(frame, decoded);
        if (derived && now - lastTops >= ORDERBOOK_EVERY_MICROS) {
            lastTops = now;
            pipeline.books().ifPresent(books -> books.publishTops(ORDERBOOK_LEVELS, now));
        }
    }

    private void countSnapshot(Decoded part) {
        if (part instanceof Decoded.BookUpdate update && update.snapshot()) {
            snapshots.merge(new RecordingScan.Snapshots(session, update.header().instrument()), 1, Integer::sum);
        }
    }

    /** The recording ends: what waits for a snapshot is put out unverified. */
    public void finish() {
        pipeline.releaseUnverifiedBooks();
    }

    private boolean snapshotExpected(InstrumentId instrument) {
        if (scan == null) {
            // Nothing is known of what comes: wait as long as a live feed would, then no more.
            return waiting.merge(instrument, 1, Integer::sum) <= 1_000;
        }
        RecordingScan.Snapshots those = new RecordingScan.Snapshots(session, instrument);
        return snapshots.getOrDefault(those, 0) < scan.snapshots().getOrDefault(those, 0);
    }

    @Override
    public boolean fetches() {
        return false;
    }

    @Override
    public boolean offer(MarketEvent event) {
        Kind kind = event.kind();
        if (derived || !kind.derived()) {
            output.accept(event);
        }
        return true;
    }

    @Override
    public void counted(Count count, String detail) {
        switch (count) {
            case MALFORMED -> problems.bad(line, detail);
            case UNKNOWN, EVENT, DUPLICATE, GAP, RESYNC, ODD_TIME -> {}
        }
    }

    @Override
    public void overflowed(MarketEvent event) {}

    @Override
    public void snapshotWanted(InstrumentId instrument, Duration pause) {}

    @Override
    public void resubscribeWanted(InstrumentId instrument, Duration pause) {}

    @Override
    public void gapOpened(OpenGap gap) {}

    @Override
    public void holeFilled(IdHole hole) {}
}
