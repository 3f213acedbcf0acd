package io.tapeline.model.event;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a stream that was missed.
 *
 * @param gapId unique id; every change of state of one gap carries it
 * @param stream kind of the events that are missing
 * @param from last time before the gap that is known to be complete
 * @param to first time after the gap
 * @param firstId first missing id
 * @param lastId last missing id
 * @param missing number of missing events, when known
 * @param cause one word: disconnect, sequence, down, backpressure, stale or rejected
 */
public record Gap(
        Header header,
        String gapId,
        Kind stream,
        @EpochMicros @Nullable Long from,
        @EpochMicros @Nullable Long to,
        @Nullable String firstId,
        @Nullable String lastId,
        @Nullable Long missing,
        String cause,
        GapState state,
        @EpochMicros @Nullable Long noticedAt,
        @EpochMicros @Nullable Long mendedAt)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.GAP;
    }
}
