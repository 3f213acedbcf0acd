package io.tapeline.collector.feed;

import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.VenueRest.Poll;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What regular readings bring, and the gaps of those that fail. Lives on the feed's scheduler. */
final class PollOutcomes {
    private static final Logger log = LoggerFactory.getLogger(PollOutcomes.class);

    private final String feed;
    private final FeedPipeline pipeline;
    private final LongSupplier now;
    private final Map<String, StreamKey> failing = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    PollOutcomes(String feed, FeedPipeline pipeline, LongSupplier now) {
        this.feed = feed;
        this.pipeline = pipeline;
        this.now = now;
    }

    void accept(Poll poll, RestResult result) {
        StreamKey key = new StreamKey(poll.kind(), poll.instrument());
        long interval = poll.interval().toNanos() / 1_000;
        switch (result) {
            case RestResult.Answered answered -> {
                failing.remove(poll.name());
                // Several polls may make one stream: it is whole when none of them fails.
                if (!failing.containsValue(key)) {
                    // One reading that came late or failed is no gap, two are.
                    pipeline.streams().mendByTime(key, now.getAsLong(), 2 * interval);
                }
                pipeline.onFrame(answered.frame(), answered.decoded());
            }
            case RestResult.Failed failed -> {
                failing.put(poll.name(), key);
                String cause = failed.reason() == RestResult.Reason.REFUSED ? "rejected" : "disconnect";
                pipeline.streams().interrupt(key, now.getAsLong() - interval, cause);
                if (told.add(poll.name() + failed.reason())) {
                    log.warn("{} poll {} failed: {}", feed, poll.name(), failed.detail());
                }
            }
        }
    }
}
