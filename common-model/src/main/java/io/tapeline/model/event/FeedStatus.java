package io.tapeline.model.event;

import org.jspecify.annotations.Nullable;

/**
 * Change of state of a feed, a connection, a stream or a symbol.
 *
 * @param connection the connection, where it concerns one
 * @param stream the kind, where it concerns one
 * @param reason one line for people
 */
public record FeedStatus(
        Header header,
        String feed,
        FeedState state,
        @Nullable String reason,
        @Nullable String connection,
        @Nullable Kind stream)
        implements MarketEvent {
    @Override
    public Kind kind() {
        return Kind.FEED_STATUS;
    }
}
