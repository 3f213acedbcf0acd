package io.tapeline.collector.feed;

import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.state.StreamKey;
import io.tapeline.collector.venue.VenueRest.Poll;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.Kind;
import io.tapeline.model.instrument.InstrumentId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What regular readings bring, and the gaps of those that fail. A feed without streams lives by its readings: it is live
 * while one of them is answered, down when none is, off when the venue does not serve this place. Lives on the feed's
 * scheduler.
 */
final class PollOutcomes {
    private static final Logger log = LoggerFactory.getLogger(PollOutcomes.class);

    private final String feed;
    private final FeedPipeline pipeline;
    private final LongSupplier now;
    private final Map<String, Poll> failing = new HashMap<>();
    private final Set<String> polled = new HashSet<>();
    private final Set<Kind> streamed = EnumSet.noneOf(Kind.class);
    private final Set<StreamKey> single = new HashSet<>();
    private final Set<StreamKey> carried = new HashSet<>();
    private boolean alone;
    private final Map<String, Set<RestResult.Reason>> told = new HashMap<>();

    PollOutcomes(String feed, FeedPipeline pipeline, LongSupplier now) {
        this.feed = feed;
        this.pipeline = pipeline;
        this.now = now;
    }

    /** What is collected from now on. */
    void set(List<VenueStream> streams, List<Poll> polls) {
        streamed.clear();
        carried.clear();
        for (VenueStream stream : streams) {
            streamed.addAll(stream.kinds());
            stream.kinds().forEach(kind -> carried.add(new StreamKey(kind, stream.instrument())));
        }
        single.clear();
        polls.forEach(poll -> single.addAll(streams(poll)));
        alone = streams.isEmpty() && !polls.isEmpty();
        Set<String> names = polls.stream().map(Poll::name).collect(Collectors.toSet());
        failing.keySet().retainAll(names);
        polled.retainAll(names);
        told.keySet().retainAll(names);
    }

    void accept(Poll poll, RestResult result) {
        polled.add(poll.name());
        switch (result) {
            case RestResult.Answered answered -> answered(poll, answered);
            case RestResult.Failed failed -> failed(poll, failed);
        }
    }

    private void answered(Poll poll, RestResult.Answered answered) {
        boolean failedBefore = failing.remove(poll.name()) != null;
        long interval = micros(poll);
        for (StreamKey key : streams(poll)) {
            if (carried.contains(key) && !failedBefore) {
                // What interrupted the stream beside it is not made good by a regular reading.
                continue;
            }
            // Several polls may make one stream: it is whole when none of them fails.
            if (failing.values().stream().noneMatch(other -> streams(other).contains(key))) {
                if (ofWholeVenue(key)) {
                    pipeline.streams().uniteInterruptions(key, other -> !single.contains(other), now.getAsLong());
                }
                // One reading that came late or failed is no gap, two are.
                pipeline.streams().mendByTime(key, now.getAsLong(), 2 * interval);
                say(key, FeedState.LIVE, null);
            }
        }
        pipeline.onFrame(answered.frame(), answered.decoded());
        if (alone) {
            pipeline.statuses().feed(FeedState.LIVE, null);
        }
    }

    private boolean ofWholeVenue(StreamKey key) {
        return key.instrument().symbol().equals(InstrumentId.WHOLE_FEED) && !streamed.contains(key.kind());
    }

    private void failed(Poll poll, RestResult.Failed failed) {
        failing.put(poll.name(), poll);
        String cause = failed.reason() == RestResult.Reason.REFUSED ? "rejected" : "disconnect";
        FeedState state = failed.reason() == RestResult.Reason.BLOCKED ? FeedState.OFF : FeedState.DOWN;
        for (StreamKey key : streams(poll)) {
            long from = now.getAsLong() - micros(poll);
            if (ofWholeVenue(key)) {
                pipeline.streams().interruptAll(key, other -> !single.contains(other), from, cause);
            } else {
                pipeline.streams().interrupt(key, from, cause);
            }
            say(key, state, failed.detail());
        }
        if (told.computeIfAbsent(poll.name(), name -> EnumSet.noneOf(RestResult.Reason.class))
                .add(failed.reason())) {
            log.warn("{} poll {} failed: {}", feed, poll.name(), failed.detail());
        }
        if (alone && failing.keySet().containsAll(polled)) {
            pipeline.statuses().feed(state, failed.detail());
        }
    }

    private void say(StreamKey key, FeedState state, @Nullable String reason) {
        boolean news = state != FeedState.LIVE || pipeline.statuses().of(key.instrument(), key.kind()) != null;
        if (alone && news) {
            pipeline.statuses().stream(key.instrument(), key.kind(), state, reason);
        }
    }

    private static long micros(Poll poll) {
        return poll.interval().toNanos() / 1_000;
    }

    private static List<StreamKey> streams(Poll poll) {
        return poll.kinds().stream()
                .map(kind -> new StreamKey(kind, poll.instrument()))
                .toList();
    }
}
