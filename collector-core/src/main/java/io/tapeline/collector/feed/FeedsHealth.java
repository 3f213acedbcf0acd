package io.tapeline.collector.feed;

import io.tapeline.model.event.FeedState;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the feeds do their work: up while any of them is live or none runs. Asks no venue. */
final class FeedsHealth implements HealthIndicator {
    private final Feeds feeds;

    FeedsHealth(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public Health health() {
        Map<String, FeedState> states = feeds.states();
        boolean up = states.isEmpty() || states.containsValue(FeedState.LIVE);
        return (up ? Health.up() : Health.outOfService())
                .withDetails(Map.copyOf(states))
                .build();
    }
}
