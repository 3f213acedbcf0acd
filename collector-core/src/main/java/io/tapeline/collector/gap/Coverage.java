package io.tapeline.collector.gap;

import io.tapeline.model.event.Assurance;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.TimeSource;
import io.tapeline.model.event.Watermark;
import io.tapeline.model.instrument.InstrumentId;
import org.jspecify.annotations.Nullable;

/** Counts what one stream delivered since the last watermark, so that quiet and dead differ. */
public final class Coverage {
    private long from;
    private long count;
    private @Nullable String firstId;
    private @Nullable String lastId;
    private boolean broken = true;

    /** The stream is delivering, or begins again after a gap. */
    public void begin(long now) {
        if (broken) {
            broken = false;
            from = now;
            clear();
        }
    }

    /** What follows does not continue what was. */
    public void interrupt() {
        broken = true;
    }

    public boolean interrupted() {
        return broken;
    }

    public void count(@Nullable String id) {
        count++;
        if (id != null) {
            firstId = firstId == null ? id : firstId;
            lastId = id;
        }
    }

    /** States the stretch up to now and begins the next; null while the stream is interrupted. */
    public @Nullable Watermark state(Kind stream, InstrumentId instrument, Assurance assurance, long now) {
        if (broken) {
            return null;
        }
        Watermark watermark = new Watermark(
                new Header(instrument, now, TimeSource.RECEIVE, now, Origin.LIVE, 0),
                stream,
                from,
                now,
                firstId,
                lastId,
                count,
                assurance);
        from = now;
        clear();
        return watermark;
    }

    private void clear() {
        count = 0;
        firstId = null;
        lastId = null;
    }
}
