package io.tapeline.collector.state;

import io.tapeline.collector.gap.OpenGap;
import java.util.List;
import java.util.Map;

/** What a feed remembers between two runs: how far each stream is durable, and the gaps that are still open. */
public record FeedState(Map<StreamKey, Position> positions, List<OpenGap> gaps) {
    public static final FeedState EMPTY = new FeedState(Map.of(), List.of());
}
