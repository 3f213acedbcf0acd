package io.tapeline.collector.feed;

import io.tapeline.collector.decode.EpochTime;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.rest.RestGateway;
import io.tapeline.collector.rest.RestResult;
import io.tapeline.collector.session.SessionChange;
import io.tapeline.collector.session.SessionListener;
import io.tapeline.collector.session.SessionPool;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueRest;
import io.tapeline.collector.venue.VenueStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Tries whether a venue can be reached: its instruments over REST, its first stream over WebSocket. */
public final class FeedProbe {
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private FeedProbe() {}

    /**
     * What was found.
     *
     * @param streams whether the venue has streams for what is selected; else its polls are tried
     * @param stream whether a stream, or a poll, delivered
     * @param symbols live instruments that the configuration selects
     * @param clockOffset how far the venue's clock is ahead, as far as a round trip tells; null when it shows none
     * @param reason why not, in one line; empty when all is well
     */
    public record Finding(
            boolean rest,
            boolean streams,
            boolean stream,
            int symbols,
            @Nullable Duration clockOffset,
            String reason) {
        public boolean reached() {
            return rest && stream;
        }

        static Finding unreachable(String reason) {
            return new Finding(false, true, false, 0, null, reason);
        }
    }

    /** Tries one venue; takes at most twice the patience. */
    public static Finding probe(
            Venue venue, CollectorProperties properties, FeedTransport transport, Duration patience) {
        Scheduler scheduler = Schedulers.newSingle("probe-" + venue.feed(), true);
        try {
            FeedInstruments instruments = new FeedInstruments();
            RestGateway gateway = transport.rest(venue, scheduler);
            for (RestCall call : venue.rest().instruments(EpochTime.of(Instant.now()))) {
                RestResult result = gateway.send(call, instruments)
                        .timeout(
                                patience,
                                Mono.just(new RestResult.Failed(
                                        RestResult.Reason.UNAVAILABLE,
                                        "no answer within " + patience.toSeconds() + " s")))
                        .block();
                switch (result) {
                    case null -> {
                        return Finding.unreachable("no answer");
                    }
                    case RestResult.Failed failed -> {
                        return Finding.unreachable("REST: " + failed.detail());
                    }
                    case RestResult.Answered answered -> list(answered.decoded(), instruments);
                }
            }
            Selection selection = Selection.of(venue, properties.feed(venue.feed()), instruments.all());
            Duration offset = clockOffset(venue, gateway, instruments, patience);
            List<VenueStream> streams = venue.subscriptions().streams(selection.instruments(), selection.kinds());
            String problem = streams.isEmpty()
                    ? firstPoll(venue, selection, gateway, instruments, patience)
                    : firstData(venue, streams, instruments, transport, scheduler, patience);
            return new Finding(
                    true,
                    !streams.isEmpty(),
                    problem.isEmpty(),
                    selection.instruments().size(),
                    offset,
                    problem);
        } finally {
            scheduler.dispose();
        }
    }

    private static void list(List<Decoded> decoded, FeedInstruments instruments) {
        for (Decoded part : decoded) {
            if (part instanceof Decoded.Listed listed) {
                instruments.put(listed.instrument());
            }
        }
    }

    private static @Nullable Duration clockOffset(
            Venue venue, RestGateway gateway, FeedInstruments instruments, Duration patience) {
        RestCall call = venue.rest().time().orElse(null);
        if (call == null) {
            return null;
        }
        Instant asked = Instant.now();
        RestResult result = gateway.send(call, instruments).block(patience);
        if (!(result instanceof RestResult.Answered answered)) {
            return null;
        }
        Duration trip = Duration.between(asked, Instant.now());
        long venueMicros = venue.rest().serverTime(answered.frame().body());
        Instant there = Instant.EPOCH.plus(venueMicros, ChronoUnit.MICROS);
        return Duration.between(asked.plus(trip.dividedBy(2)), there);
    }

    /** Why the first poll brings nothing, or nothing when it does. */
    private static String firstPoll(
            Venue venue, Selection selection, RestGateway gateway, FeedInstruments instruments, Duration patience) {
        List<VenueRest.Poll> polls = venue.rest().polls(selection.instruments(), selection.kinds());
        if (polls.isEmpty()) {
            return "nothing to subscribe and nothing to poll";
        }
        RestCall call = polls.getFirst().call().apply(EpochTime.of(Instant.now()));
        return switch (gateway.send(call, instruments).block(patience)) {
            case null -> "poll: no answer";
            case RestResult.Failed failed -> "poll: " + failed.detail();
            case RestResult.Answered answered -> "";
        };
    }

    /** Why no stream delivers, or nothing when one does. */
    private static String firstData(
            Venue venue,
            List<VenueStream> streams,
            FeedInstruments instruments,
            FeedTransport transport,
            Scheduler scheduler,
            Duration patience) {
        Sinks.Many<String> outcome = Sinks.many().replay().latest();
        SessionPool sessions = transport.sessions(venue, instruments, new Listener(outcome), scheduler);
        scheduler.schedule(() -> sessions.subscribe(streams.subList(0, Math.min(20, streams.size()))));
        try {
            String said = outcome.asFlux()
                    .takeUntil(String::isEmpty)
                    .takeUntilOther(Flux.interval(patience, Schedulers.parallel()))
                    .blockLast();
            return said == null ? "stream: no data within " + patience.toSeconds() + " s" : said;
        } finally {
            // To its end, before the thread that frames go to is gone.
            Mono.fromRunnable(sessions::close).subscribeOn(scheduler).block(CLOSING);
        }
    }

    /** Tells the last trouble, or an empty text at the first data. */
    private record Listener(Sinks.Many<String> outcome) implements SessionListener {
        @Override
        public void onFrame(RawFrame frame, List<Decoded> decoded) {}

        @Override
        public void onChange(SessionChange change) {
            switch (change) {
                case SessionChange.Delivering d -> outcome.tryEmitNext("");
                case SessionChange.Refused r -> outcome.tryEmitNext("stream: refused: " + r.reason());
                case SessionChange.Disconnected d -> outcome.tryEmitNext("stream: " + d.reason());
                case SessionChange.SwitchedOff o -> outcome.tryEmitNext("stream: " + o.reason());
                case SessionChange.Connecting c -> {}
                case SessionChange.Subscribed s -> {}
                case SessionChange.Silent s -> {}
                case SessionChange.Replaced r -> {}
            }
        }
    }
}
