package io.tapeline.collector.gap;

import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.InstrumentId;
import org.jspecify.annotations.Nullable;

/**
 * A gap that is being dealt with.
 *
 * @param hole the missing ids, null where the stream has none
 * @param from last time before it that is known to be complete, epoch microseconds
 * @param to first time after it, epoch microseconds
 * @param cause as in {@link io.tapeline.model.event.Gap}
 */
public record OpenGap(
        String gapId,
        Kind stream,
        InstrumentId instrument,
        @Nullable IdHole hole,
        long from,
        long to,
        String cause,
        long noticedAt) {

    /** Its part up to a time, under the same id. */
    OpenGap until(long time) {
        return new OpenGap(gapId, stream, instrument, hole, from, time, cause, noticedAt);
    }

    @Override
    public String toString() {
        return stream + " " + instrument + (hole == null ? " by time" : " ids " + hole) + ", " + cause;
    }
}
