package io.tapeline.collector.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.collector.frame.FrameRecorder;
import io.tapeline.collector.testing.RecordingListener;
import io.tapeline.collector.testing.ScriptedVenue;
import io.tapeline.collector.testing.ScriptedVenueServer;
import io.tapeline.collector.testing.ScriptedVenueServer.Answer;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.collector.venue.FrameEncoding;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class SessionPoolNetworkTest {
    private static final SessionSettings QUICK = new SessionSettings(
            Duration.ofSeconds(3),
            Duration.ofMillis(1),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            0,
            Duration.ofSeconds(30),
            5,
            Duration.ofSeconds(30),
            0.8,
            Duration.ofMinutes(10),
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            Duration.ofMillis(20),
            16);

    private final ScriptedVenueServer server = new ScriptedVenueServer();
    private final Scheduler scheduler = Schedulers.newSingle("feed");
    private RecordingListener listener = new RecordingListener();
    private FrameRecorder recorder = FrameRecorder.OFF;
    private SessionPool pool;

    @BeforeEach
    void timeouts() {
        org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        if (pool != null) {
            onFeed(pool::close);
        }
        scheduler.dispose();
        server.close();
    }

    private void onFeed(Runnable task) {
        reactor.core.publisher.Mono.fromRunnable(task).subscribeOn(scheduler).block();
    }

    private void subscribe(ScriptedVenue venue, String... symbols) {
        subscribe(venue, listener, Stream.of(symbols).map(ScriptedVenue::stream).toList());
    }

    private void subscribe(ScriptedVenue venue, SessionListener told, List<VenueStream> streams) {
        pool = new ReactorSessionPool(
                venue,
                InstrumentLookup.NONE,
                told,
                scheduler,
                ReceiveClock.system(),
                recorder,
                new SimpleMeterRegistry(),
                QUICK);
        onFeed(() -> pool.subscribe(streams));
    }

    private ScriptedVenue venue() {
        return ScriptedVenue.at(server.root());
    }

    private void delivers(String symbol, long id) {
        await().until(() ->
                !server.connections().isEmpty() && server.latest().subscribed().contains("t." + symbol));
        server.latest().send(ScriptedVenue.trade(symbol, id));
        await().until(() -> listener.trades().contains(Long.toString(id)));
    }

    private String disconnected() {
        await().until(() -> !listener.changes(SessionChange.Disconnected.class).isEmpty());
        return listener.changes(SessionChange.Disconnected.class).getFirst().reason();
    }

    @Test
    void whatIsSubscribedIsAcknowledgedAndDelivered() {
        subscribe(venue(), "BTC");
        delivers("BTC", 1);

        assertThat(listener.changes())
                .extracting(change -> change.getClass().getSimpleName())
                .containsExactly("Connecting", "Subscribed", "Delivering");
    }

    @Test
    void aPingIsAnsweredWithItsOwnPayload() {
        subscribe(venue(), "BTC");
        delivers("BTC", 1);

        server.latest().ping("1789722601401");

        await().until(() -> server.latest().pongs().equals(List.of("1789722601401")));
    }

    @Test
    void whatTheVenueWantsBackIsSent() {
        subscribe(venue(), "BTC");
        delivers("BTC", 1);

        server.latest().send("{\"ping\":42}");

        await().until(() ->
                server.latest().heard().stream().anyMatch(h -> h.text().equals("{\"pong\":42}")));
    }

    @Test
    void framesKeepTheirOrderAndTheirText() {
        subscribe(venue(), "BTC");
        delivers("BTC", 0);
        IntStream.rangeClosed(1, 500).forEach(id -> server.latest().send(ScriptedVenue.trade("BTC", id)));

        await().until(() -> listener.trades().size() == 501);

        assertThat(listener.trades())
                .isEqualTo(IntStream.rangeClosed(0, 500)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(listener.frames().getLast().text()).isEqualTo(ScriptedVenue.trade("BTC", 500));
        assertThat(listener.frames()).extracting(f -> f.received()).isSorted();
    }

    @Test
    void aFrameInPiecesIsPutTogether() {
        subscribe(venue(), "BTC");
        delivers("BTC", 1);

        server.latest().sendInPieces("{\"trade\":\"BTC\",", "\"id\":2}");

        await().until(() -> listener.trades().contains("2"));
    }

    @Test
    void reconnectingSubscribesEverythingAgain() {
        subscribe(venue(), "BTC", "ETH", "SOL", "ADA", "XRP");
        delivers("XRP", 1);

        server.latest().cut();

        await().until(() ->
                server.connections().size() == 2 && server.latest().subscribed().size() == 5);
        assertThat(disconnected()).isEqualTo("connection lost without a close frame");
        delivers("BTC", 2);
    }

    @Test
    void theCloseCodeOfTheVenueIsTheReason() {
        subscribe(venue(), "BTC");
        delivers("BTC", 1);

        server.latest().close(1008, "too many requests");

        assertThat(disconnected()).isEqualTo("closed by the venue with code 1008 too many requests");
    }

    @Test
    void anOversizedFrameIsAFaultOfItsConnection() {
        subscribe(venue(), "BTC");
        delivers("BTC", 1);

        server.latest().send("{\"x\":\"" + "y".repeat(1 << 16) + "\"}");

        assertThat(disconnected()).isEqualTo("frame longer than 65536 bytes");
        await().until(() -> server.connections().size() == 2);
    }

    @Test
    void anOversizedFrameInPiecesIsAFaultOfItsConnection() {
        subscribe(venue(), "BTC");
        delivers("BTC", 1);

        server.latest().sendInPieces("y".repeat(40_000), "y".repeat(40_000));

        assertThat(disconnected()).isEqualTo("frame longer than 65536 bytes");
    }

    @Test
    void textThatIsNotUtf8IsAFaultOfItsConnection() {
        subscribe(venue(), "BTC");
        delivers("BTC", 1);

        server.latest().sendAsText(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'});

        assertThat(disconnected()).isEqualTo("text frame that is not UTF-8");
    }

    @Test
    void aBinaryFrameIsAFaultOfItsConnection() {
        subscribe(venue(), "BTC");
        delivers("BTC", 1);

        server.latest().sendBinary(new byte[] {1, 2, 3});

        assertThat(disconnected()).isEqualTo("binary frame of 3 bytes where text was expected");
    }

    @Test
    void unknownAndMalformedMessagesDoNotStopTheStream() {
        subscribe(venue(), "BTC");
        delivers("BTC", 1);

        server.latest().send("{\"news\":1}");
        server.latest().send("no json");
        delivers("BTC", 2);

        assertThat(listener.changes(SessionChange.Disconnected.class)).isEmpty();
    }

    @Test
    void aPlaceThatIsNotServedIsSwitchedOffAtOnce() {
        server.refuseHandshakes(Answer.of(451, ""));
        subscribe(venue(), "BTC");

        await().until(() -> !listener.changes(SessionChange.SwitchedOff.class).isEmpty());
        assertThat(listener.changes(SessionChange.SwitchedOff.class).getFirst())
                .returns("the venue does not serve this place (HTTP 451)", SessionChange.SwitchedOff::reason)
                .returns(Duration.ofSeconds(30), SessionChange.SwitchedOff::retryAfter);
    }

    @Test
    void forbiddenIsToldFromNotServed() {
        server.refuseHandshakes(Answer.of(403, ""));
        subscribe(venue(), "BTC");

        assertThat(disconnected()).isEqualTo("the venue forbids access (HTTP 403)");
    }

    @Test
    void tooManyConnectionsIsSwitchedOffForAsLongAsTheVenueSays() {
        server.refuseHandshakes(Answer.of(429, "").with("Retry-After", "77"));
        subscribe(venue(), "BTC");

        await().until(() -> !listener.changes(SessionChange.SwitchedOff.class).isEmpty());
        assertThat(listener.changes(SessionChange.SwitchedOff.class).getFirst().retryAfter())
                .isEqualTo(Duration.ofSeconds(77));
    }

    @Test
    void aVenueThatFailsAgainAndAgainIsSwitchedOff() {
        server.refuseHandshakes(Answer.of(500, ""));
        subscribe(venue(), "BTC");

        await().until(() -> !listener.changes(SessionChange.SwitchedOff.class).isEmpty());
        assertThat(listener.changes(SessionChange.Disconnected.class)).hasSize(5);
        assertThat(disconnected()).isEqualTo("handshake refused (HTTP 500 Internal Server Error)");
    }

    @Test
    void aClosedPortIsNamed() {
        subscribe(ScriptedVenue.at(URI.create("http://127.0.0.1:1")), "BTC");

        assertThat(disconnected()).isEqualTo("connection to 127.0.0.1:1 refused");
    }

    @Test
    void aHostNameThatDoesNotExistIsNamed() {
        subscribe(ScriptedVenue.at(URI.create("http://nowhere.invalid")), "BTC");

        assertThat(disconnected()).isEqualTo("host name nowhere.invalid cannot be resolved");
    }

    @Test
    void aServerWithoutTlsIsATlsFault() {
        subscribe(
                ScriptedVenue.at(URI.create("https://127.0.0.1:" + server.root().getPort())), "BTC");

        assertThat(disconnected()).startsWith("TLS with 127.0.0.1 failed:");
    }

    @Test
    void theLimitOnMessagesHolds() {
        VenueLimits slow =
                new VenueLimits(100, 10, Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(60), 1 << 16);
        String[] symbols = IntStream.range(0, 48).mapToObj(i -> "S" + i).toArray(String[]::new);
        subscribe(venue().with(slow), symbols);

        await().until(() ->
                !server.connections().isEmpty() && server.latest().subscribed().size() == 48);

        List<Long> times = server.latest().heard().stream().map(h -> h.nanos()).toList();
        assertThat(times).hasSize(12);
        for (int i = 8; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 8))
                    .isGreaterThan(Duration.ofMillis(900).toNanos());
        }
    }

    @Test
    void aSlowConsumerStopsTheVenueInsteadOfFillingMemory() throws InterruptedException {
        java.util.concurrent.Semaphore mayGoOn = new java.util.concurrent.Semaphore(0);
        java.util.concurrent.atomic.AtomicInteger taken = new java.util.concurrent.atomic.AtomicInteger();
        SessionListener slow = new SessionListener() {
            @Override
            public void onFrame(
                    io.tapeline.collector.frame.RawFrame frame, List<io.tapeline.collector.venue.Decoded> decoded) {
                mayGoOn.acquireUninterruptibly();
                taken.incrementAndGet();
            }

            @Override
            public void onChange(SessionChange change) {}
        };
        subscribe(venue(), slow, List.of(ScriptedVenue.stream("BTC")));
        await().until(() ->
                !server.connections().isEmpty() && server.latest().subscribed().contains("t.BTC"));
        String padding = "x".repeat(20_000);
        int sent = 0;
        while (server.latest().writable() || sent < 20) {
            server.latest().send("{\"trade\":\"BTC\",\"id\":" + sent++ + ",\"pad\":\"" + padding + "\"}");
            assertThat(sent).as("frames taken from a server nobody reads from").isLessThan(5_000);
            if (sent % 50 == 0) {
                await().pollDelay(Duration.ofMillis(20)).until(() -> true);
            }
        }
        int all = sent;
        assertThat(taken.get()).isZero();

        mayGoOn.release(Integer.MAX_VALUE / 2);

        await().until(() -> taken.get() == all + 1);
    }

    @Test
    void timeInWhichTheFeedIsHeldUpIsNoSilenceOfTheVenue() {
        VenueStream stream = ScriptedVenue.stream("BTC", Duration.ofMillis(1500));
        subscribe(venue(), listener, List.of(stream));
        delivers("BTC", 1);
        java.util.concurrent.CountDownLatch goOn = new java.util.concurrent.CountDownLatch(1);
        scheduler.schedule(() -> held(goOn));
        server.latest().send(ScriptedVenue.trade("BTC", 2));
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);

        goOn.countDown();

        await().until(() -> listener.trades().contains("2"));
        assertThat(listener.changes(SessionChange.Silent.class)).isEmpty();
    }

    private static void held(java.util.concurrent.CountDownLatch goOn) {
        try {
            assertThat(goOn.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFrameIsRecordedEvenIfItsDecoderFails() {
        List<String> recorded = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<io.tapeline.collector.frame.FrameMark.Event> marks = new java.util.concurrent.CopyOnWriteArrayList<>();
        recorder = new FrameRecorder() {
            @Override
            public void offer(io.tapeline.collector.frame.RawFrame frame) {
                recorded.add(frame.text());
            }

            @Override
            public void mark(io.tapeline.collector.frame.FrameMark mark) {
                marks.add(mark.event());
            }

            @Override
            public void close() {}
        };
        subscribe(venue(), "BTC");
        delivers("BTC", 1);
        server.latest().send("{\"trade\":\"BTC\"}");
        delivers("BTC", 2);

        assertThat(recorded).contains("{\"trade\":\"BTC\"}");
        assertThat(marks)
                .containsExactly(
                        io.tapeline.collector.frame.FrameMark.Event.OPEN,
                        io.tapeline.collector.frame.FrameMark.Event.SUBSCRIBE);
        assertThat(listener.changes(SessionChange.Disconnected.class)).isEmpty();
    }

    @Test
    void aFrameThatTheFeedCannotDealWithEndsItsConnection() {
        SessionListener failing = new SessionListener() {
            @Override
            public void onFrame(
                    io.tapeline.collector.frame.RawFrame frame, List<io.tapeline.collector.venue.Decoded> decoded) {
                if (frame.text().contains("trade")) {
                    throw new IllegalStateException("a defect");
                }
            }

            @Override
            public void onChange(SessionChange change) {
                listener.onChange(change);
            }
        };
        subscribe(venue(), failing, List.of(ScriptedVenue.stream("BTC")));
        await().until(() ->
                !server.connections().isEmpty() && server.latest().subscribed().contains("t.BTC"));

        server.latest().send(ScriptedVenue.trade("BTC", 1));

        assertThat(disconnected()).isEqualTo("IllegalStateException: a defect");
        await().until(() -> server.connections().size() == 2);
    }

    @Test
    void packedFramesAreUnpacked() throws IOException {
        subscribe(venue().packed(FrameEncoding.GZIP), "BTC");
        await().until(() ->
                !server.connections().isEmpty() && server.latest().subscribed().contains("t.BTC"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(ScriptedVenue.trade("BTC", 5).getBytes(StandardCharsets.UTF_8));
        }
        server.latest().sendBinary(packed.toByteArray());
        await().until(() -> listener.frames().stream().anyMatch(f -> f.text().equals(ScriptedVenue.trade("BTC", 5))));
    }

    @Test
    void textInBinaryFramesIsText() {
        subscribe(venue().packed(FrameEncoding.BINARY), "BTC");
        await().until(() ->
                !server.connections().isEmpty() && server.latest().subscribed().contains("t.BTC"));
        server.latest().sendBinary(ScriptedVenue.trade("BTC", 5).getBytes(StandardCharsets.UTF_8));
        await().until(() -> listener.frames().stream().anyMatch(f -> f.text().equals(ScriptedVenue.trade("BTC", 5))));

        server.latest().sendBinary(new byte[] {(byte) 0xff, 1});

        assertThat(disconnected()).isEqualTo("binary frame of 2 bytes that is not UTF-8");
    }

    @Test
    void aSmallFrameThatUnpacksToMoreThanAnyFrameIsAFaultOfItsConnection() throws IOException {
        subscribe(venue().packed(FrameEncoding.GZIP), "BTC");
        await().until(() ->
                !server.connections().isEmpty() && server.latest().subscribed().contains("t.BTC"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[1 << 20]);
        }
        server.latest().sendBinary(packed.toByteArray());
        await().until(() -> server.connections().size() == 2);
    }
}
