package io.tapeline.collector.gap;

import io.tapeline.model.event.Gap;
import io.tapeline.model.event.GapState;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.instrument.InstrumentId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The open gaps of a feed; every change of state is a {@link Gap} event. Not for use by several threads. */
public final class GapLedger {
    private final Consumer<MarketEvent> output;
    private final LongSupplier now;
    private final Map<String, OpenGap> open = new LinkedHashMap<>();
    private int number;

    /** @param now epoch microseconds */
    public GapLedger(Consumer<MarketEvent> output, LongSupplier now) {
        this.output = output;
        this.now = now;
    }

    /** Missing ids. */
    public OpenGap open(Kind stream, InstrumentId instrument, IdHole hole, String cause) {
        return open(stream, instrument, hole, hole.from(), hole.to(), cause);
    }

    /** A stretch of time of which nothing is known. */
    public OpenGap open(Kind stream, InstrumentId instrument, long from, long to, String cause) {
        return open(stream, instrument, null, from, to, cause);
    }

    private OpenGap open(
            Kind stream, InstrumentId instrument, @Nullable IdHole hole, long from, long to, String cause) {
        long noticed = now.getAsLong();
        String id = instrument.exchange() + "-" + stream.wireName() + "-" + instrument.symbol() + "-"
                + Long.toString(noticed, 36) + "-" + ++number;
        OpenGap gap = new OpenGap(id, stream, instrument, hole, Math.min(from, to), to, cause, noticed);
        open.put(id, gap);
        emit(gap, GapState.OPEN, null);
        return gap;
    }

    /** Takes up a gap that another process left open. */
    public void restore(OpenGap gap) {
        open.put(gap.gapId(), gap);
    }

    /** Everything that was missing has been stored. */
    public void repaired(OpenGap gap) {
        close(gap, GapState.REPAIRED);
    }

    /** The venue cannot supply what is missing; the stream itself goes on. */
    public void unrecoverable(OpenGap gap) {
        close(gap, GapState.UNRECOVERABLE);
    }

    private void close(OpenGap gap, GapState state) {
        if (open.remove(gap.gapId()) != null) {
            emit(gap, state, now.getAsLong());
        }
    }

    /** The gap of a hole, null when it is closed. */
    public @Nullable OpenGap of(IdHole hole) {
        return open.values().stream()
                .filter(gap -> gap.hole() == hole)
                .findFirst()
                .orElse(null);
    }

    public Collection<OpenGap> open() {
        return open.values();
    }

    private void emit(OpenGap gap, GapState state, @Nullable Long mendedAt) {
        IdHole hole = gap.hole();
        long time = now.getAsLong();
        output.accept(new Gap(
                new Header(gap.instrument(), time, TimeSource.RECEIVE, time, Origin.LIVE, 0),
                gap.gapId(),
                gap.stream(),
                gap.from(),
                gap.to(),
                hole == null ? null : Long.toString(hole.first()),
                hole == null ? null : Long.toString(hole.last()),
                hole == null ? null : state == GapState.UNRECOVERABLE ? (Long) hole.missing() : (Long) hole.length(),
                gap.cause(),
                state,
                gap.noticedAt(),
                mendedAt));
    }
}
