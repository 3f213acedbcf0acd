package io.tapeline.collector.feed;

import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.model.event.FeedState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What regular readings bring, and the gaps of those that fail. Lives on the feed's scheduler. */
final class PollOutcomes {
    private static final Logger log = LoggerFactory.getLogger(PollOutcomes.class);

    private final String feed;
    private final FeedPipeline pipeline;
    private final LongSupplier now;
    private final Map<String, Poll> failing = new HashMap<>();
    private boolean alone;
    private final Set<String> told = new HashSet<>();

    PollOutcomes(String feed, FeedPipeline pipeline, LongSupplier now) {
        this.feed = feed;
        this.pipeline = pipeline;
        this.now = now;
    }

    /** @param noStreams whether the feed lives by its polls, so that they say how it is */
    void alone(boolean noStreams) {
        alone = noStreams;
    }

    void accept(Poll poll, RestResult result) {
        long interval = poll.interval().toNanos() / 1_000;
        String down = null;
        switch (result) {
            case RestResult.Answered answered -> {
                failing.remove(poll.name());
                for (StreamKey key : streams(poll)) {
                    // Several polls may make one stream: it is whole when none of them fails.
                    if (failing.values().stream()
                            .noneMatch(other -> streams(other).contains(key))) {
                        // One reading that came late or failed is no gap, two are.
                        pipeline.streams().mendByTime(key, now.getAsLong(), 2 * interval);
                    }
                }
                pipeline.onFrame(answered.frame(), answered.decoded());
            }
            case RestResult.Failed failed -> {
                failing.put(poll.name(), poll);
                String cause = failed.reason() == RestResult.Reason.REFUSED ? "rejected" : "disconnect";
                streams(poll).forEach(key -> pipeline.streams().interrupt(key, now.getAsLong() - interval, cause));
                if (told.add(poll.name() + failed.reason())) {
                    log.warn("{} poll {} failed: {}", feed, poll.name(), failed.detail());
                }
                down = failed.detail();
            }
        }
        if (alone) {
            summarise(result instanceof RestResult.Answered, down);
        }
    }

    private static List<StreamKey> streams(Poll poll) {
        return poll.kinds().stream()
                .map(kind -> new StreamKey(kind, poll.instrument()))
                .toList();
    }

    private void summarise(boolean answered, @Nullable String reason) {
        if (failing.isEmpty()) {
            pipeline.statuses().feed(FeedState.LIVE, null);
        } else if (!answered) {
            pipeline.statuses().feed(FeedState.DOWN, reason);
        }
    }
}
