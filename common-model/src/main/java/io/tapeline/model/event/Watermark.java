package io.tapeline.model.event;

import org.jspecify.annotations.Nullable;

/**
 * States what is complete until when, so that quiet and dead differ.
 *
 * @param count events in the stretch
 */
public record Watermark(
        Header header,
        Kind stream,
        @EpochMicros Long from,
        @EpochMicros Long to,
        @Nullable String firstId,
        @Nullable String lastId,
        long count,
        Assurance assurance)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.WATERMARK;
    }
}
