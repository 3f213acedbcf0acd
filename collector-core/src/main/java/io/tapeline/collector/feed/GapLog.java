package io.tapeline.collector.feed;

import io.tapeline.collector.gap.OpenGap;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;

/**
 * Says in one line what gaps were noticed within a few seconds: a lost connection opens one for each of its streams. Each
 * gap by itself is an event and a row. Lives on the feed's scheduler.
 */
final class GapLog {
    private static final Logger log = LoggerFactory.getLogger(GapLog.class);
    private static final Duration GATHERED = Duration.ofSeconds(3);

    private final String feed;
    private final Scheduler scheduler;
    private final Map<String, Integer> noticed = new TreeMap<>();

    GapLog(String feed, Scheduler scheduler) {
        this.feed = feed;
        this.scheduler = scheduler;
    }

    void noticed(OpenGap gap) {
        log.debug("{} gap: {}", feed, gap);
        if (noticed.isEmpty()) {
            scheduler.schedule(this::say, GATHERED.toMillis(), TimeUnit.MILLISECONDS);
        }
        noticed.merge(gap.cause() + " in " + gap.stream(), 1, Integer::sum);
    }

    private void say() {
        log.warn(
                "{} gaps noticed: {}",
                feed,
                noticed.entrySet().stream()
                        .map(e -> e.getValue() + " by " + e.getKey())
                        .collect(Collectors.joining(", ")));
        noticed.clear();
    }
}
