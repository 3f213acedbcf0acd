package io.tapeline.collector.state;

import io.tapeline.collector.gap.OpenGap;
import java.util.List;
import java.util.Map;

/**
 * What a feed remembers between two runs.
 *
 * @param positions how far each stream is durable
 * @param gaps those that are still open
 * @param history what is still to be fetched of the time before the first run
 */
public record FeedState(Map<StreamKey, Position> positions, List<OpenGap> gaps, List<PendingHistory> history) {
    public static final FeedState EMPTY = new FeedState(Map.of(), List.of(), List.of());
}
