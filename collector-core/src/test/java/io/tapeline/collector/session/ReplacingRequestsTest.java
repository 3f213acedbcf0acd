package io.tapeline.collector.session;

import static io.tapeline.collector.testing.ScriptedVenue.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.collector.frame.FrameRecorder;
import io.tapeline.collector.session.SessionChange.Disconnected;
import io.tapeline.collector.testing.RecordingListener;
import io.tapeline.collector.testing.ScriptedVenue;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A venue to which each request is all that its connection is to have. */
class ReplacingRequestsTest {
    private static final VenueLimits LIMITS =
            new VenueLimits(100, 10, Duration.ZERO, Duration.ofSeconds(10), Duration.ofMinutes(5), 1 << 16);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ScriptedWire wire = new ScriptedWire(() -> time.now(TimeUnit.MICROSECONDS));
    private final RecordingListener listener = new RecordingListener();
    private final SessionPool pool = new ReactorSessionPool(
            ScriptedVenue.at(URI.create("http://venue.example")).with(LIMITS).replacing(),
            InstrumentLookup.NONE,
            listener,
            time,
            () -> time.now(TimeUnit.MICROSECONDS),
            FrameRecorder.OFF,
            new SimpleMeterRegistry(),
            SessionSettings.defaults(),
            wire);

    @BeforeEach
    void start() {
        want(stream("BTC", Duration.ofSeconds(30)), stream("ETH"));
    }

    private void want(VenueStream... streams) {
        pool.subscribe(List.of(streams));
        pass(1);
    }

    private void pass(long seconds) {
        for (long i = 0; i < seconds * 20; i++) {
            time.advanceTimeBy(Duration.ofMillis(50));
            wire.settle();
        }
    }

    private String last() {
        return wire.latest().texts().getLast();
    }

    @Test
    void aStreamMoreIsAskedForWithAllOthers() {
        want(stream("BTC", Duration.ofSeconds(30)), stream("ETH"), stream("SOL"));
        assertThat(last()).contains("\"op\":\"sub\"", "[\"t.BTC\",\"t.ETH\",\"t.SOL\"]");
    }

    @Test
    void aStreamLessIsARequestForTheOthers() {
        want(stream("ETH"));
        assertThat(last()).contains("\"op\":\"sub\"", "[\"t.ETH\"]");
        assertThat(wire.latest().texts()).noneMatch(text -> text.contains("unsub"));
    }

    @Test
    void aSilentStreamIsAskedForAnewWithAllOthers() {
        int before = wire.latest().texts().size();
        pass(31);
        assertThat(wire.latest().texts().subList(before, wire.latest().texts().size()))
                .singleElement()
                .asString()
                .contains("\"op\":\"sub\"", "[\"t.BTC\",\"t.ETH\"]");
    }

    @Test
    void aRefusedRequestEndsTheConnection() {
        wire.onText((link, text) -> link.reject(text, "no such type"));
        want(stream("BTC", Duration.ofSeconds(30)), stream("ETH"), stream("SOL"));
        assertThat(listener.changes(Disconnected.class).getFirst().reason())
                .isEqualTo("subscription refused: no such type");
    }

    @Test
    void aRequestThatIsNotAnsweredIsNotSentAgain() {
        wire.onText((link, text) -> {});
        want(stream("BTC", Duration.ofSeconds(30)), stream("ETH"), stream("SOL"));
        int sent = wire.latest().texts().size();
        ScriptedWire.ScriptedLink link = wire.latest();
        pass(11);
        assertThat(link.texts()).hasSize(sent);
        assertThat(listener.changes(Disconnected.class).getFirst().reason())
                .isEqualTo("subscription not acknowledged within 10 s");
    }
}
