package io.tapeline.collector.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.collector.frame.FrameRecorder;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.rest.RestResult.Answered;
import io.tapeline.collector.rest.RestResult.Failed;
import io.tapeline.collector.rest.RestResult.Reason;
import io.tapeline.collector.testing.ScriptedVenue;
import io.tapeline.collector.testing.ScriptedVenueServer;
import io.tapeline.collector.testing.ScriptedVenueServer.Answer;
import io.tapeline.collector.time.MonotonicClock;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.collector.venue.Decoded;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall;
import io.tapeline.collector.venue.RestCall.Priority;
import io.tapeline.model.event.Origin;
import io.tapeline.model.event.Trade;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class RestGatewayTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ScriptedVenueServer server = new ScriptedVenueServer();
    private final Scheduler scheduler = Schedulers.newSingle("feed");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RecordedFrames recorder = new RecordedFrames();
    private ScriptedVenue venue = ScriptedVenue.at(server.root());

    @AfterEach
    void stop() {
        scheduler.dispose();
        server.close();
    }

    /** Remembers the frames offered to it. */
    private static final class RecordedFrames implements FrameRecorder {
        private final List<RawFrame> frames = new java.util.concurrent.CopyOnWriteArrayList<>();

        @Override
        public void offer(RawFrame frame) {
            frames.add(frame);
        }

        @Override
        public void mark(io.tapeline.collector.frame.FrameMark mark) {}

        @Override
        public void close() {}
    }

    private static RestSettings settings(int tries, int queue, double share) {
        return new RestSettings(
                share,
                0.9,
                0.75,
                0.5,
                queue,
                1,
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                tries,
                Duration.ofMillis(5),
                Duration.ofMillis(20),
                0,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                DataSize.ofKilobytes(10),
                Duration.ofMillis(50));
    }

    private ReactorRestGateway gateway(RestSettings settings) {
        RestBudgets budgets = new RestBudgets(settings, MonotonicClock.SYSTEM, scheduler, registry);
        return new ReactorRestGateway(venue, budgets, scheduler, ReceiveClock.system(), recorder, registry, settings);
    }

    private ReactorRestGateway gateway() {
        return gateway(settings(5, 100, 1));
    }

    private RestResult send(RestCall call) {
        return gateway().send(call, InstrumentLookup.NONE).block(LONG);
    }

    private Failed failed(Answer answer) {
        server.onCall(path -> answer);
        return (Failed) send(venue.call("/x?symbol=BTC", Priority.POLL));
    }

    @Test
    void anAnswerIsRecordedThenDecodedAndKeepsTheOriginOfItsCall() {
        server.onCall(path -> Answer.ok("[" + ScriptedVenue.trade("BTC", 7) + "]"));

        Answered answered =
                (Answered) send(venue.call("/trades?symbol=BTC&apiKey=x", Priority.REPAIR, 1, Origin.REPAIR));

        assertThat(recorder.frames).containsExactly(answered.frame());
        assertThat(answered.frame().url()).isEqualTo(server.root() + "/trades?symbol=BTC&apiKey=***");
        assertThat(answered.frame().transport()).isEqualTo(RawFrame.Transport.REST);
        assertThat(((Decoded.Event) answered.decoded().getFirst())
                        .event()
                        .header()
                        .origin())
                .isEqualTo(Origin.REPAIR);
    }

    @Test
    void aFailingVenueIsAskedFiveTimes() {
        Failed failed = failed(Answer.of(503, "<html>"));

        assertThat(failed).isEqualTo(new Failed(Reason.UNAVAILABLE, "127.0.0.1/x: HTTP 503"));
        assertThat(server.calls()).hasSize(5);
    }

    @Test
    void aCallThatSucceedsOnASecondTryIsAnswered() {
        server.onCall(path -> server.calls().size() == 1 ? Answer.of(500, "") : Answer.ok("[]"));

        assertThat(send(venue.call("/x", Priority.POLL))).isInstanceOf(Answered.class);
    }

    @Test
    void aRefusalIsNotRepeatedAndCarriesTheVenuesWords() {
        Failed failed = failed(Answer.of(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}"));

        assertThat(failed).isEqualTo(new Failed(Reason.REFUSED, "127.0.0.1/x: HTTP 400: Invalid symbol."));
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aPlaceThatIsNotServedIsBlocked() {
        assertThat(failed(Answer.of(451, "{\"msg\":\"restricted location\"}")).reason())
                .isEqualTo(Reason.BLOCKED);
        assertThat(failed(Answer.of(403, "")).reason()).isEqualTo(Reason.BLOCKED);
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void anAnswerThatTakesTooLongIsTriedAgain() {
        server.onCall(
                path -> server.calls().size() == 1 ? Answer.ok("[]").after(Duration.ofSeconds(3)) : Answer.ok("[]"));

        assertThat(send(venue.call("/x", Priority.POLL))).isInstanceOf(Answered.class);
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void noConnectionIsUnavailable() {
        venue = ScriptedVenue.at(URI.create("http://127.0.0.1:1"));

        assertThat(send(venue.call("/x", Priority.POLL)))
                .isEqualTo(new Failed(Reason.UNAVAILABLE, "127.0.0.1/x: connection refused or timed out"));
    }

    @Test
    void anAnswerThatIsTooLongIsMalformed() {
        assertThat(failed(Answer.ok("[" + " ".repeat(20_000) + "]")))
                .isEqualTo(new Failed(Reason.MALFORMED, "127.0.0.1/x: answer longer than 10240 bytes"));
    }

    @Test
    void anAnswerThatIsNotWhatIsDocumentedIsMalformed() {
        assertThat(failed(Answer.ok("{\"half\":"))).isEqualTo(new Failed(Reason.MALFORMED, "127.0.0.1/x: not JSON"));
    }

    @Test
    void tooManyRequestsCloseTheBudgetForAsLongAsTheVenueSays() {
        server.onCall(
                path -> server.calls().size() == 1 ? Answer.of(429, "").with("Retry-After", "1") : Answer.ok("[]"));
        long start = System.nanoTime();

        assertThat(send(venue.call("/x", Priority.POLL))).isInstanceOf(Answered.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void aBanFailsEveryCallAtOnceWithoutAskingAgain() {
        ReactorRestGateway gateway = gateway();
        long end = System.currentTimeMillis() + 3_600_000;
        server.onCall(path ->
                Answer.of(418, "{\"code\":-1003,\"msg\":\"Way too many requests; IP banned until " + end + ".\"}"));
        RestCall call = venue.call("/x", Priority.RESYNC);

        Failed first = (Failed) gateway.send(call, InstrumentLookup.NONE).block(LONG);
        Failed second = (Failed) gateway.send(call, InstrumentLookup.NONE).block(LONG);

        assertThat(first.reason()).isEqualTo(Reason.LIMITED);
        assertThat(first.detail()).contains("IP banned until " + end).contains("closed for 3600 s");
        assertThat(second.reason()).isEqualTo(Reason.LIMITED);
        assertThat(server.calls()).hasSize(1);
        assertThat(registry.get("tapeline.rest.budget.closed.seconds").gauge().value())
                .isGreaterThan(3_500);
    }

    @Test
    void callsThatWaitFailWhenABanIsPronounced() {
        ReactorRestGateway gateway = gateway();
        server.onCall(path -> Answer.of(418, "").with("Retry-After", "3600").after(Duration.ofMillis(100)));

        List<RestResult> results = Mono.zip(
                        gateway.send(venue.call("/1", Priority.RESYNC), InstrumentLookup.NONE),
                        gateway.send(venue.call("/2", Priority.RESYNC), InstrumentLookup.NONE))
                .map(pair -> List.of(pair.getT1(), pair.getT2()))
                .block(LONG);

        assertThat(results).extracting(r -> ((Failed) r).reason()).containsOnly(Reason.LIMITED);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void whatIsUrgentGoesFirst() {
        ReactorRestGateway gateway = gateway();
        server.onCall(path -> Answer.ok("[]").after(Duration.ofMillis(path.equals("/first") ? 300 : 0)));
        AtomicInteger done = new AtomicInteger();
        List.of(
                        venue.call("/first", Priority.POLL),
                        venue.call("/backfill", Priority.BACKFILL),
                        venue.call("/poll", Priority.POLL),
                        venue.call("/repair", Priority.REPAIR),
                        venue.call("/resync", Priority.RESYNC))
                .forEach(call -> gateway.send(call, InstrumentLookup.NONE).subscribe(r -> done.incrementAndGet()));

        await().until(() -> done.get() == 5);

        assertThat(server.calls()).containsExactly("/first", "/resync", "/repair", "/poll", "/backfill");
    }

    @Test
    void aFullQueueFailsTheCall() {
        ReactorRestGateway gateway = gateway(settings(5, 1, 1));
        server.onCall(path -> Answer.ok("[]").after(Duration.ofMillis(200)));
        gateway.send(venue.call("/1", Priority.POLL), InstrumentLookup.NONE).subscribe();
        gateway.send(venue.call("/2", Priority.POLL), InstrumentLookup.NONE).subscribe();

        RestResult third = gateway.send(venue.call("/3", Priority.POLL), InstrumentLookup.NONE)
                .block(LONG);

        assertThat(third).isEqualTo(new Failed(Reason.UNAVAILABLE, "127.0.0.1/3: queue full (budget calls)"));
        assertThat(gateway.send(venue.call("/4", Priority.RESYNC), InstrumentLookup.NONE)
                        .block(LONG))
                .isInstanceOf(Answered.class);
    }

    @Test
    void theVenuesOwnCountCorrectsOurs() {
        server.onCall(path -> Answer.ok("[]").with("X-Used", "900"));
        gateway().send(venue.call("/x", Priority.RESYNC), InstrumentLookup.NONE).block(LONG);

        assertThat(registry.get("tapeline.rest.budget.available").gauge().value())
                .isEqualTo(100);
    }

    @Test
    void aCallHeavierThanTheBudgetIsRefused() {
        venue = venue.with(new RestBudget("calls", 10, Duration.ofMinutes(1), null));

        assertThat(send(venue.call("/x", Priority.POLL, 11, Origin.LIVE)))
                .isEqualTo(
                        new Failed(Reason.REFUSED, "127.0.0.1/x: weight 11 exceeds the budget of 10 (budget calls)"));
    }

    @Test
    void aCallThatOutlivesItsFeedFails() {
        server.onCall(path -> Answer.ok("[]").after(Duration.ofMillis(300)));
        List<RestResult> results = new java.util.concurrent.CopyOnWriteArrayList<>();
        gateway().send(venue.call("/x", Priority.POLL), InstrumentLookup.NONE).subscribe(results::add);
        await().until(() -> !server.calls().isEmpty());

        scheduler.dispose();

        await().until(() -> !results.isEmpty());
        assertThat(results).containsExactly(new Failed(Reason.UNAVAILABLE, "127.0.0.1/x: the feed was stopped"));
    }

    @Test
    void feedsThatTalkToOneHostShareItsBudget() {
        venue = venue.with(new RestBudget("calls", 1, Duration.ofMinutes(1), null));
        RestSettings settings = settings(1, 1, 1);
        RestBudgets budgets = new RestBudgets(settings, MonotonicClock.SYSTEM, scheduler, registry);
        RestGateway one =
                new ReactorRestGateway(venue, budgets, scheduler, ReceiveClock.system(), recorder, registry, settings);
        RestGateway other =
                new ReactorRestGateway(venue, budgets, scheduler, ReceiveClock.system(), recorder, registry, settings);

        one.send(venue.call("/one", Priority.RESYNC), InstrumentLookup.NONE).block(LONG);
        other.send(venue.call("/other", Priority.RESYNC), InstrumentLookup.NONE).subscribe();

        await().until(() -> registry.get("tapeline.rest.budget.waiting").gauge().value() == 1);
        assertThat(server.calls()).containsExactly("/one");
    }

    @Test
    void theOffsetOfTheVenuesClockIsMeasured() {
        ReceiveClock clock = ReceiveClock.system();
        server.onCall(path -> Answer.ok("{\"serverTime\":" + (clock.micros() + 5_000_000) + "}"));
        try (VenueClock venueClock =
                new VenueClock(venue, gateway(), scheduler, clock, registry, Duration.ofMillis(50))) {
            venueClock.start();

            await().until(() ->
                    server.calls().size() >= 3 && venueClock.offsetMicros().isPresent());

            assertThat(venueClock.offsetMicros().getAsLong()).isBetween(4_500_000L, 5_500_000L);
            assertThat(registry.get("tapeline.venue.clock.offset.seconds")
                            .gauge()
                            .value())
                    .isBetween(4.5, 5.5);
        }
    }

    @Test
    void aBodyIsPostedWithTheVenuesHeadersAndTheFragmentStaysHere() {
        venue.sending(Map.of("Authorization", "Basic secret"));
        URI uri = URI.create(server.root() + "/info#type=fundingHistory&coin=BTC");
        Answered answered = (Answered)
                send(new RestCall(uri, "calls", 1, Priority.POLL, Origin.LIVE, "{\"type\":\"fundingHistory\"}"));

        assertThat(server.calls()).containsExactly("/info");
        assertThat(server.posts())
                .containsExactly(new ScriptedVenueServer.Post("POST", "{\"type\":\"fundingHistory\"}", "Basic secret"));
        assertThat(answered.frame().url()).isEqualTo(uri.toString()).doesNotContain("secret");
    }

    @Test
    void anAnswerThatGoesOnElsewhereIsOneAnswer() {
        server.onCall(path -> path.equals("/page2")
                ? Answer.ok("[" + ScriptedVenue.trade("BTC", 2) + "]")
                : Answer.ok("[" + ScriptedVenue.trade("BTC", 1) + ",{\"more\":\"" + server.root() + "/page2\"}]"));

        Answered answered = (Answered) send(venue.call("/page1", Priority.POLL));

        assertThat(answered.decoded()).hasSize(2).allMatch(Decoded.Event.class::isInstance);
        assertThat(recorder.frames).hasSize(2);
    }

    private String named(String member, String path) {
        return "{\"" + member + "\":\"" + server.root() + path + "\"}";
    }

    private static List<String> ids(Answered answered) {
        return answered.decoded().stream()
                .filter(Decoded.Event.class::isInstance)
                .map(said -> ((Trade) ((Decoded.Event) said).event()).tradeId())
                .toList();
    }

    @Test
    void everyAnswerThatIsNamedIsFetchedInOrderAndOnce() {
        server.onCall(path -> switch (path) {
            case "/list" ->
                Answer.ok("[" + named("more", "/a") + "," + named("also", "/b") + "," + named("also", "/b") + "]");
            case "/a" -> Answer.ok("[" + ScriptedVenue.trade("BTC", 1) + "," + named("more", "/a2") + "]");
            case "/a2" -> Answer.ok("[" + ScriptedVenue.trade("BTC", 2) + "]");
            default -> Answer.ok("[" + ScriptedVenue.trade("BTC", 3) + "]");
        });

        Answered answered = (Answered) send(venue.call("/list", Priority.POLL));

        assertThat(ids(answered)).containsExactly("1", "2", "3");
        assertThat(server.calls()).as("each once").containsExactly("/list", "/a", "/a2", "/b");
        assertThat(answered.decoded()).hasSize(3);
    }

    @Test
    void whatIsNamedAndNotToBeHadIsToldAndTheRestStands() {
        server.onCall(path -> switch (path) {
            case "/list" -> Answer.ok("[" + named("also", "/gone") + "," + named("also", "/b") + "]");
            case "/gone" -> Answer.of(404, "");
            default -> Answer.ok("[" + ScriptedVenue.trade("BTC", 3) + "]");
        });

        Answered answered = (Answered) send(venue.call("/list", Priority.POLL));

        assertThat(ids(answered)).containsExactly("3");
        assertThat(answered.decoded()).contains(new Decoded.Malformed("127.0.0.1/gone: HTTP 404"));
    }

    @Test
    void aPageThatIsNotToBeHadFailsTheWhole() {
        server.onCall(
                path -> path.equals("/list") ? Answer.ok("[" + named("more", "/gone") + "]") : Answer.of(404, ""));

        assertThat(send(venue.call("/list", Priority.POLL)))
                .isEqualTo(new Failed(Reason.REFUSED, "127.0.0.1/gone: HTTP 404"));
    }

    @Test
    void aHostThatDoesNotServeThisPlaceIsNotAskedForTheRest() {
        server.onCall(path -> switch (path) {
            case "/list" -> Answer.ok("[" + named("also", "/a") + "," + named("also", "/b") + "]");
            default -> Answer.of(403, "<html>");
        });

        Failed failed = (Failed) send(venue.call("/list", Priority.POLL));

        assertThat(failed.reason()).isEqualTo(Reason.BLOCKED);
        assertThat(server.calls()).containsExactly("/list", "/a");
    }

    @Test
    void anAddressThatCarriesItsAnswerIsAnsweredByNobody() {
        URI uri = URI.create("data:application/json,%5B%7B%22trade%22:%22BTC%22,%22id%22:7%7D%5D");

        Answered answered = (Answered) send(new RestCall(uri, "calls", 1, Priority.RESYNC, Origin.LIVE));

        assertThat(ids(answered)).containsExactly("7");
        assertThat(server.calls()).isEmpty();
        assertThat(recorder.frames).containsExactly(answered.frame());
    }

    @Test
    void anAnswerThatIsAGzipFileIsUnpackedWithinItsBound() throws java.io.IOException {
        byte[] packed = gzip("x".repeat(900));
        HttpAnswer answer = LocalAnswers.of(200, packed);

        assertThat(new Unpacking(900).unpacked(answer).text()).isEqualTo("x".repeat(900));
        assertThatThrownBy(() -> new Unpacking(899).unpacked(answer)).isInstanceOf(BodyTooLong.class);
        HttpAnswer cut = LocalAnswers.of(200, java.util.Arrays.copyOf(packed, 12));
        assertThat(new Unpacking(900).unpacked(cut).body()).isEqualTo(cut.body());
    }

    private static byte[] gzip(String text) throws java.io.IOException {
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (var out = new java.util.zip.GZIPOutputStream(packed)) {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void anAnswerWithoutEndIsNotFollowedForEver() {
        server.onCall(path -> Answer.ok("[{\"more\":\"" + server.root() + path + "x\"}]"));

        Failed failed = (Failed) send(venue.call("/p", Priority.POLL));

        assertThat(failed.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(failed.detail()).endsWith("more than 500 pages");
    }

    @Test
    void aHostThatDoesNotAnswerIsReplacedByItsMirror() {
        try (ScriptedVenueServer mirror = new ScriptedVenueServer()) {
            server.onCall(path -> Answer.of(503, ""));
            venue.mirrored(mirror.root());
            ReactorRestGateway gateway = gateway();
            for (int call = 0; call < 3; call++) {
                assertThat(gateway.send(venue.call("/x", Priority.POLL), InstrumentLookup.NONE)
                                .block(LONG))
                        .isInstanceOf(Answered.class);
            }
            assertThat(server.calls()).as("asked once, then left alone").hasSize(1);
            assertThat(mirror.calls()).containsExactly("/x", "/x", "/x");
        }
    }

    @Test
    void aRefusalInAnAnswerOfTwoHundredIsWhatTheVenueSaysItIs() {
        venue.refusing(new RefusalRules() {
            @Override
            public Optional<Instant> bannedUntil(int status, String body) {
                return Optional.empty();
            }

            @Override
            public Reason reason(int status, String body) {
                return Reason.REFUSED;
            }

            @Override
            public Optional<Reason> inAnswer(String start) {
                return start.contains("50011") ? Optional.of(Reason.LIMITED) : Optional.empty();
            }

            @Override
            public String message(String body) {
                return "too many requests";
            }
        });
        server.onCall(path -> server.calls().size() == 1 ? Answer.ok("{\"code\":\"50011\"}") : Answer.ok("[]"));

        assertThat(send(venue.call("/x", Priority.POLL))).isInstanceOf(Answered.class);
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void aVenueThatWantsSilenceButNotUntilWhenHasItForAsLongAsItsRulesSay() {
        venue.refusing(new Silencing());
        server.onCall(path -> Answer.of(403, "access too frequent"));
        ReactorRestGateway gateway = gateway();

        Failed first = (Failed) gateway.send(venue.call("/x", Priority.RESYNC), InstrumentLookup.NONE)
                .block(LONG);
        Failed second = (Failed) gateway.send(venue.call("/y", Priority.RESYNC), InstrumentLookup.NONE)
                .block(LONG);

        assertThat(first)
                .isEqualTo(new Failed(Reason.LIMITED, "127.0.0.1/x: HTTP 403: access too frequent; closed for 600 s"));
        assertThat(second.reason()).isEqualTo(Reason.LIMITED);
        assertThat(server.calls()).as("asked once, then left alone").containsExactly("/x");
    }

    /** Takes a 403 for a limit. */
    private static final class Silencing implements RefusalRules {
        @Override
        public Optional<Instant> bannedUntil(int status, String body) {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> quiet(int status, String body) {
            return Optional.of(Duration.ofMinutes(10));
        }

        @Override
        public Reason reason(int status, String body) {
            return Reason.LIMITED;
        }

        @Override
        public String message(String body) {
            return body;
        }
    }

    @Test
    void anAnswerOfTwoHundredThatIsOnlyAComplaintIsARefusal() {
        server.onCall(path -> Answer.ok("{\"complaint\":\"unknown instrument\"}"));

        assertThat(send(venue.call("/x", Priority.POLL)))
                .isEqualTo(new Failed(Reason.REFUSED, "127.0.0.1/x: unknown instrument"));
    }
}
