package io.tapeline.collector.rest;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.collector.frame.FrameRecorder;
import io.tapeline.collector.frame.GuardedDecoder;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.UrlSecrets;
import io.tapeline.collector.rest.RestResult.Failed;
import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.Venue;
import io.tapeline.collector.venue.VenueRest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * REST calls of a feed over Reactor Netty. An answer that goes on elsewhere is followed to its end. Every attempt, retries too, draws on the budget. Answers are decoded, and
 * results given, on the feed's scheduler.
 */
public final class ReactorRestGateway implements RestGateway, AutoCloseable {
    private final String feed;
    private final VenueRest venue;
    private final Map<String, RestBudget> budgets;
    private final RestBudgets gates;
    private final Scheduler scheduler;
    private final ReceiveClock clock;
    private final FrameRecorder recorder;
    private final GuardedDecoder decoder;
    private final MeterRegistry registry;
    private final HttpTransport transport;
    private final LocalAnswers local;
    private final Unpacking unpacking;
    private final AnswerJudge judge;
    private final Retry retry;
    /** By the host a call names: which of the hosts that serve it is asked. */
    private final Map<String, Integer> turns = new ConcurrentHashMap<>();

    public ReactorRestGateway(
            Venue venue,
            RestBudgets gates,
            Scheduler feedScheduler,
            ReceiveClock clock,
            FrameRecorder recorder,
            MeterRegistry registry,
            RestSettings settings) {
        this.feed = venue.feed();
        this.venue = venue.rest();
        this.budgets = this.venue.budgets().stream().collect(Collectors.toMap(RestBudget::name, Function.identity()));
        this.gates = gates;
        this.scheduler = feedScheduler;
        this.clock = clock;
        this.recorder = recorder;
        this.decoder = new GuardedDecoder(feed, venue.decoder());
        this.registry = registry;
        this.transport = new HttpTransport(feed, settings, feedScheduler);
        this.local = new LocalAnswers(this.venue.folders(), settings.maxBody().toBytes());
        this.unpacking = new Unpacking(settings.maxBody().toBytes());
        this.judge = new AnswerJudge(this.venue.refusals(), gates, settings, clock);
        this.retry = Retry.of(feed, retries(settings));
    }

    private static RetryConfig retries(RestSettings settings) {
        IntervalFunction waits = settings.jitter() == 0
                ? IntervalFunction.ofExponentialBackoff(settings.backoff(), 2, settings.maxBackoff())
                : IntervalFunction.ofExponentialRandomBackoff(
                        settings.backoff(), 2, settings.jitter(), settings.maxBackoff());
        return RetryConfig.<Attempt>custom()
                .maxAttempts(settings.tries())
                .retryOnResult(Attempt.Passing.class::isInstance)
                .intervalFunction(waits)
                .build();
    }

    private Mono<RestResult> one(RestCall call, InstrumentLookup instruments) {
        RestBudget budget = budgets.get(call.budget());
        if (budget == null) {
            return Mono.just(new Failed(
                    Reason.REFUSED, "budget: expected one of " + budgets.keySet() + ", got '" + call.budget() + "'"));
        }
        return Mono.defer(() -> tryUntilDone(call, budget, retry.asyncContext()))
                .map(attempt -> result(attempt, call, instruments))
                .onErrorResume(RejectedExecutionException.class, stopped -> Mono.just(stopped(call)))
                .doOnNext(this::count);
    }

    @Override
    public Mono<RestResult> send(RestCall call, InstrumentLookup instruments) {
        FollowedCalls followed = new FollowedCalls(call, next -> one(next, instruments));
        return one(call, instruments).flatMap(followed::follow);
    }

    /** The feed's scheduler has gone while the call was on its way. */
    private static RestResult stopped(RestCall call) {
        return new Failed(Reason.UNAVAILABLE, AnswerJudge.place(call) + ": the feed was stopped");
    }

    private Mono<Attempt> tryUntilDone(RestCall call, RestBudget budget, Retry.AsyncContext<Attempt> tries) {
        List<URI> hosts = hosts(call);
        RestCall there = call.at(hosts.get(turn(call) % hosts.size()));
        return tryOnce(there, gates.of(there.host(), budget))
                .publishOn(scheduler)
                .flatMap(attempt -> {
                    if (attempt instanceof Attempt.Passing(Failed failed) && failed.reason() == Reason.UNAVAILABLE) {
                        turns.put(authority(call), (hosts.indexOf(there.uri()) + 1) % hosts.size());
                    }
                    long waitMillis = tries.onResult(attempt);
                    return waitMillis < 0
                            ? Mono.just(attempt)
                            : Mono.delay(Duration.ofMillis(waitMillis), scheduler)
                                    .then(Mono.defer(() -> tryUntilDone(call, budget, tries)));
                });
    }

    private static String authority(RestCall call) {
        return Objects.requireNonNullElse(call.uri().getAuthority(), "");
    }

    private int turn(RestCall call) {
        return turns.getOrDefault(authority(call), 0);
    }

    /** The venue's hosts for a call; the one that answered last is asked first. */
    private List<URI> hosts(RestCall call) {
        return Stream.concat(Stream.of(call.uri()), venue.mirrors(call.uri()).stream())
                .distinct()
                .toList();
    }

    private Mono<Attempt> tryOnce(RestCall call, BudgetGate gate) {
        return gate.enter(call.weight(), call.priority()).flatMap(pass -> switch (pass) {
            case GRANTED -> exchange(call, gate);
            case CLOSED ->
                refused(
                        Reason.LIMITED,
                        call,
                        "closed by the venue for " + gate.closed().toSeconds() + " s");
            case FULL -> refused(Reason.UNAVAILABLE, call, "queue full");
            case TOO_HEAVY ->
                refused(
                        Reason.REFUSED,
                        call,
                        "weight " + call.weight() + " exceeds the budget of "
                                + gate.budget().limit());
        });
    }

    private Mono<Attempt> exchange(RestCall call, BudgetGate gate) {
        return answer(call)
                .map(unpacking::unpacked)
                .map(answer -> judge.judge(call, answer, gate))
                .onErrorResume(error -> Mono.just(judge.judge(call, error)))
                .doFinally(signal -> gate.left());
    }

    private Mono<HttpAnswer> answer(RestCall call) {
        return LocalAnswers.serves(call.uri())
                ? local.answer(call.uri())
                : transport.send(call.uri(), venue.headers(call), call.body());
    }

    private static Mono<Attempt> refused(Reason reason, RestCall call, String detail) {
        return Mono.just(new Attempt.Final(
                new Failed(reason, AnswerJudge.place(call) + ": " + detail + " (budget " + call.budget() + ")")));
    }

    private RestResult result(Attempt attempt, RestCall call, InstrumentLookup instruments) {
        return switch (attempt) {
            case Attempt.Answered(HttpAnswer answer) -> answered(answer, call, instruments);
            case Attempt.Final(Failed failed) -> failed;
            case Attempt.Passing(Failed failed) -> failed;
        };
    }

    private RestResult answered(HttpAnswer answer, RestCall call, InstrumentLookup instruments) {
        RawFrame frame = new RawFrame(
                feed, RawFrame.Transport.REST, null, UrlSecrets.cut(call.uri()), clock.micros(), answer.body());
        recorder.offer(frame);
        List<Decoded> decoded = decoder.decode(frame, instruments);
        if (!decoded.isEmpty() && decoded.stream().allMatch(Decoded.Malformed.class::isInstance)) {
            // Nothing in it can be used: the next call goes to another host, where there is one.
            turns.put(authority(call), (turn(call) + 1) % hosts(call).size());
            return new Failed(
                    Reason.MALFORMED,
                    AnswerJudge.place(call) + ": " + ((Decoded.Malformed) decoded.getFirst()).reason());
        }
        if (!decoded.isEmpty() && decoded.stream().allMatch(Decoded.Rejected.class::isInstance)) {
            return new Failed(
                    Reason.REFUSED, AnswerJudge.place(call) + ": " + ((Decoded.Rejected) decoded.getFirst()).reason());
        }
        return new RestResult.Answered(frame, EventOrigins.mark(decoded, call.origin()));
    }

    private void count(RestResult result) {
        String outcome =
                switch (result) {
                    case RestResult.Answered ignored -> "answered";
                    case Failed failed -> failed.reason().name().toLowerCase(java.util.Locale.ROOT);
                };
        registry.counter("tapeline.rest.calls", "feed", feed, "outcome", outcome)
                .increment();
    }

    @Override
    public void close() {
        transport.close();
    }
}
