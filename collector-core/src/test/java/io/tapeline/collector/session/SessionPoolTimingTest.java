package io.tapeline.collector.session;

import static io.tapeline.collector.testing.ScriptedVenue.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.collector.frame.FrameRecorder;
import io.tapeline.collector.session.SessionChange.Connecting;
import io.tapeline.collector.session.SessionChange.Delivering;
import io.tapeline.collector.session.SessionChange.Disconnected;
import io.tapeline.collector.session.SessionChange.Refused;
import io.tapeline.collector.session.SessionChange.Replaced;
import io.tapeline.collector.session.SessionChange.Silent;
import io.tapeline.collector.session.SessionChange.Subscribed;
import io.tapeline.collector.session.SessionChange.SwitchedOff;
import io.tapeline.collector.testing.RecordingListener;
import io.tapeline.collector.testing.ScriptedVenue;
import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.VenueLimits;
import io.tapeline.collector.venue.VenueStream;
import io.tapeline.collector.venue.VenueSubscriptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

class SessionPoolTimingTest {
    private static final VenueLimits LIMITS = limits(100, 10, Duration.ZERO);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ScriptedWire wire = new ScriptedWire(() -> time.now(TimeUnit.MICROSECONDS));
    private final RecordingListener listener = new RecordingListener();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private SessionPool pool;

    private static VenueLimits limits(int streams, int messages, Duration lifetime) {
        return new VenueLimits(streams, messages, lifetime, Duration.ofSeconds(10), Duration.ofSeconds(60), 1 << 16);
    }

    private static SessionSettings settings() {
        SessionSettings d = SessionSettings.defaults();
        return new SessionSettings(
                d.connectTimeout(),
                d.connectInterval(),
                d.backoff(),
                d.maxBackoff(),
                0,
                d.stableAfter(),
                d.failuresToSwitchOff(),
                d.switchedOffFor(),
                d.messageShare(),
                d.lifetimeMargin(),
                d.overlapWait(),
                d.overlapLinger(),
                d.tick(),
                d.queuedFrames());
    }

    private static ScriptedVenue venue(VenueLimits limits) {
        return ScriptedVenue.at(URI.create("http://venue.example")).with(limits);
    }

    private void start(ScriptedVenue venue, VenueStream... streams) {
        pool = new ReactorSessionPool(
                venue,
                InstrumentLookup.NONE,
                listener,
                time,
                () -> time.now(TimeUnit.MICROSECONDS),
                FrameRecorder.OFF,
                registry,
                settings(),
                wire);
        pool.subscribe(List.of(streams));
        wire.settle();
    }

    private void pass(Duration duration) {
        for (long left = duration.toMillis(); left > 0; left -= 50) {
            time.advanceTimeBy(Duration.ofMillis(Math.min(left, 50)));
            wire.settle();
        }
    }

    private void pass(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    /** Time goes by while these symbols trade once a second. */
    private void pass(long seconds, String... trading) {
        for (int second = 0; second < seconds; second++) {
            pass(1);
            for (ScriptedWire.ScriptedLink link : List.copyOf(wire.links())) {
                for (String symbol : trading) {
                    if (link.subscribed().contains("t." + symbol)) {
                        link.trade(symbol, time.now(TimeUnit.SECONDS));
                    }
                }
            }
        }
    }

    private static VenueStream busy(String symbol) {
        return stream(symbol, Duration.ofSeconds(30));
    }

    @Test
    void acceptanceIsToldFromDelivery() {
        start(venue(LIMITS), busy("BTC"));
        assertThat(listener.changes(Subscribed.class)).hasSize(1);
        assertThat(listener.changes(Delivering.class)).isEmpty();

        wire.latest().trade("BTC", 1);
        wire.latest().trade("BTC", 2);

        assertThat(listener.changes(Delivering.class)).containsExactly(new Delivering("c1", List.of(busy("BTC"))));
    }

    @Test
    void aRequestThatIsNotAnsweredIsSentOnceMoreThenTheConnectionIsGivenUp() {
        wire.onText((link, text) -> {});
        start(venue(LIMITS), stream("BTC"));

        pass(11);
        assertThat(wire.latest().texts()).hasSize(2);
        assertThat(listener.changes(Disconnected.class)).isEmpty();

        pass(11);
        assertThat(listener.changes(Disconnected.class).getFirst().reason())
                .isEqualTo("subscription not acknowledged within 10 s, twice");
        pass(2);
        assertThat(wire.links()).hasSize(2);
    }

    @Test
    void aBookIsAskedForOnTheConnectionOfItsStreamAndAgainWhenItIsRefused() {
        List<String> refused = new ArrayList<>();
        wire.onText((link, text) -> {
            if (text.contains("\"book\"") && refused.isEmpty()) {
                refused.add(text);
                link.reject(text, "too many");
            } else {
                link.acknowledge(text);
            }
        });
        start(venue(LIMITS), stream("BTC"));
        pool.requestBook(stream("BTC"));
        pool.requestBook(stream("NOBODYS"));
        pass(5);

        assertThat(wire.latest().texts().subList(1, wire.latest().texts().size()))
                .containsExactly(
                        "{\"op\":\"book\",\"id\":2,\"streams\":[\"t.BTC\"]}",
                        "{\"op\":\"book\",\"id\":3,\"streams\":[\"t.BTC\"]}");
        assertThat(listener.changes(Refused.class)).isEmpty();
        assertThat(wire.links()).hasSize(1);
    }

    @Test
    void aBookThatNeverComesIsAskedForOnceMoreThenTheConnectionIsGivenUp() {
        wire.onText((link, text) -> {
            if (!text.contains("\"book\"")) {
                link.acknowledge(text);
            }
        });
        start(venue(LIMITS), stream("BTC"));
        pool.requestBook(stream("BTC"));

        pass(11);
        assertThat(wire.latest().texts()).hasSize(3);
        pass(11);
        assertThat(listener.changes(Disconnected.class).getFirst().reason())
                .isEqualTo("request for a book not acknowledged within 10 s, twice");
    }

    @Test
    void aRefusedStreamIsSingledOutAndTheOthersGoOn() {
        wire.onText((link, text) -> {
            if (text.contains("t.BAD")) {
                link.reject(text, "no such symbol");
            } else {
                link.acknowledge(text);
            }
        });
        start(venue(LIMITS), stream("A"), stream("B"), stream("BAD"), stream("C"));
        pass(5);

        assertThat(wire.latest().subscribed()).containsExactlyInAnyOrder("t.A", "t.B", "t.C");
        assertThat(listener.changes(Refused.class))
                .containsExactly(new Refused("c1", List.of(stream("BAD")), "no such symbol"));
        assertThat(listener.changes(Disconnected.class)).isEmpty();
    }

    @Test
    void aComplaintAboutNothingInParticularIsCounted() {
        start(venue(LIMITS), stream("BTC"));
        wire.latest().frame("{\"complaint\":\"invalid JSON\"}");
        wire.latest().frame("{\"complaint\":\"invalid JSON\"}");

        assertThat(registry.get("tapeline.session.complaints").counter().count())
                .isEqualTo(2);
        assertThat(listener.changes(Disconnected.class)).isEmpty();
    }

    @Test
    void aSilentStreamIsSubscribedAgainAlone() {
        start(venue(LIMITS), busy("BTC"), busy("ETH"), stream("QUIET"));
        pass(1, "BTC", "ETH");
        int before = wire.latest().texts().size();

        pass(35, "BTC");

        assertThat(listener.changes(Silent.class))
                .containsExactly(new Silent("c1", List.of(busy("ETH")), Duration.ofSeconds(30)));
        assertThat(wire.latest().texts().subList(before, before + 2))
                .containsExactly(
                        "{\"op\":\"unsub\",\"id\":2,\"streams\":[\"t.ETH\"]}",
                        "{\"op\":\"sub\",\"id\":3,\"streams\":[\"t.ETH\"]}");
        assertThat(wire.links()).hasSize(1);
    }

    @Test
    void aStreamThatComesBackIsSaidToDeliverAgain() {
        start(venue(LIMITS), busy("BTC"), busy("ETH"));
        pass(1, "BTC", "ETH");
        pass(35, "BTC");

        wire.latest().trade("ETH", 7);

        assertThat(listener.changes().getLast()).isEqualTo(new Delivering("c1", List.of(busy("ETH"))));
        wire.latest().trade("ETH", 8);
        assertThat(listener.changes(Delivering.class)).hasSize(3);
    }

    @Test
    void aStreamThatNeverDeliversIsSilentToo() {
        start(venue(LIMITS), busy("BTC"), busy("ETH"));

        pass(32, "BTC");

        assertThat(listener.changes(Silent.class)).hasSize(1);
    }

    @Test
    void aStreamThatStaysSilentHasItsConnectionReplacedOnceWithoutABreakForItsNeighbours() {
        start(venue(LIMITS), busy("BTC"), busy("ETH"));
        pass(1, "BTC", "ETH");

        pass(75, "BTC");

        assertThat(listener.changes(Replaced.class)).hasSize(1);
        assertThat(listener.changes(Disconnected.class)).isEmpty();

        pass(300, "BTC");

        assertThat(wire.links())
                .as("a fresh connection that did not help is not tried again")
                .hasSize(2);
        assertThat(listener.changes(Silent.class)).hasSizeGreaterThan(3);
    }

    @Test
    void manySilentStreamsCostFewMessages() {
        VenueStream[] streams =
                IntStream.range(0, 8).mapToObj(i -> busy("S" + i)).toArray(VenueStream[]::new);
        start(venue(LIMITS), streams);
        pass(20);
        wire.latest().ping();
        pass(15);

        assertThat(listener.changes(Silent.class))
                .containsExactly(new Silent("c1", List.of(streams), Duration.ofSeconds(30)));
        assertThat(wire.latest().texts())
                .as("two to subscribe, two to end, two to subscribe again")
                .hasSize(6);
    }

    @Test
    void aConnectionThatBringsNothingAtAllIsGivenUp() {
        start(venue(LIMITS), stream("BTC"));

        pass(61);

        assertThat(listener.changes(Disconnected.class).getFirst().reason()).isEqualTo("nothing received for 60 s");
    }

    @Test
    void pingsAreSignsOfLife() {
        start(venue(LIMITS), stream("BTC"));
        for (int i = 0; i < 10; i++) {
            pass(20);
            wire.latest().ping();
        }

        assertThat(listener.changes(Disconnected.class)).isEmpty();
    }

    @Test
    void reconnectingWaitsLongerEachTimeUntilTheEndpointIsSwitchedOff() {
        wire.refuse(Ending.of("connection refused"));
        List<Long> opened = new ArrayList<>();
        start(venue(LIMITS), stream("BTC"));
        for (int i = 0; i < 400; i++) {
            if (wire.links().size() > opened.size()) {
                opened.add(time.now(TimeUnit.SECONDS));
            }
            pass(Duration.ofMillis(250));
        }

        assertThat(opened).containsExactly(0L, 1L, 3L, 7L, 15L);
        assertThat(listener.changes(SwitchedOff.class))
                .containsExactly(
                        new SwitchedOff("c5", List.of(stream("BTC")), "connection refused", Duration.ofMinutes(5)));
    }

    @Test
    void anEndpointThatIsSwitchedOffIsTriedAgainLaterAndRecovers() {
        wire.refuse(Ending.of("connection refused"));
        start(venue(LIMITS), stream("BTC"));
        pass(30);
        wire.refuse(null);

        pass(290);

        assertThat(wire.latest().subscribed()).containsExactly("t.BTC");
        assertThat(listener.changes(SwitchedOff.class)).hasSize(1);
    }

    @Test
    void connectionsAreNotOpenedAllAtOnce() {
        start(
                venue(limits(2, 10, Duration.ZERO)),
                IntStream.range(0, 7).mapToObj(i -> stream("S" + i)).toArray(VenueStream[]::new));
        assertThat(wire.links()).hasSize(1);
        pass(Duration.ofMillis(500));
        assertThat(wire.links()).hasSize(2);

        pass(3);

        assertThat(wire.links()).hasSize(4);
        assertThat(wire.links()).allMatch(link -> link.subscribed().size() <= 2);
        List.copyOf(wire.links()).forEach(link -> link.end("network down"));
        pass(Duration.ofMillis(1050));
        assertThat(wire.links()).hasSize(5);
    }

    @Test
    void subscribingAgainChangesOnlyWhatIsDifferent() {
        start(venue(LIMITS), stream("A"), stream("B"));
        pass(1);
        int before = wire.latest().texts().size();

        pool.subscribe(List.of(stream("B"), stream("C")));
        pass(1);

        assertThat(wire.links()).hasSize(1);
        assertThat(wire.latest().texts().subList(before, before + 2))
                .containsExactly(
                        "{\"op\":\"unsub\",\"id\":2,\"streams\":[\"t.A\"]}",
                        "{\"op\":\"sub\",\"id\":3,\"streams\":[\"t.C\"]}");
        assertThat(listener.changes(Disconnected.class)).isEmpty();
    }

    @Test
    void aConnectionIsReplacedBeforeItsTimeIsUpWithoutABreak() {
        start(venue(limits(100, 10, Duration.ofHours(1))), busy("BTC"), busy("ETH"));
        pass(49 * 60, "BTC", "ETH");
        assertThat(wire.links()).hasSize(1);

        pass(90, "BTC", "ETH");

        assertThat(wire.links()).hasSize(2);
        assertThat(listener.changes(Replaced.class))
                .containsExactly(new Replaced("c1", List.of(busy("BTC"), busy("ETH")), "c2"));
        assertThat(listener.changes(Disconnected.class)).isEmpty();
        assertThat(listener.changes(Connecting.class).getLast()).isEqualTo(new Connecting("c2", List.of()));
        assertThat(wire.links().getFirst().closed()).isTrue();
        assertThat(wire.latest().closed()).isFalse();
    }

    @Test
    void theOldConnectionStaysUntilEveryStreamDeliversOnTheNewOne() {
        start(venue(LIMITS), busy("BTC"), busy("ETH"));
        pass(1, "BTC", "ETH");
        wire.latest().frame("{\"bye\":\"maintenance\"}");
        pass(2);
        ScriptedWire.ScriptedLink old = wire.links().get(0);
        ScriptedWire.ScriptedLink next = wire.links().get(1);
        next.trade("BTC", 10);
        pass(5);
        assertThat(listener.changes(Replaced.class)).isEmpty();

        next.trade("ETH", 11);

        assertThat(old.closed()).as("what is on its way still arrives").isFalse();
        old.trade("BTC", 12);
        assertThat(listener.trades()).contains("12");
        pass(3);
        assertThat(old.closed()).isTrue();
        assertThat(listener.changes(Replaced.class))
                .containsExactly(new Replaced("c1", List.of(busy("BTC"), busy("ETH")), "c2"));
    }

    @Test
    void theWaitForTheSuccessorIsBounded() {
        start(venue(LIMITS), busy("BTC"));
        pass(1, "BTC");
        wire.latest().frame("{\"bye\":\"maintenance\"}");

        for (int i = 0; i < 36; i++) {
            pass(1);
            wire.links().getFirst().trade("BTC", i);
        }

        assertThat(listener.changes(Replaced.class)).hasSize(1);
    }

    @Test
    void aSuccessorThatFailsChangesNothingAndIsTriedAgain() {
        start(venue(LIMITS), busy("BTC"));
        pass(1, "BTC");
        wire.refuse(Ending.of("connection refused"));
        wire.latest().frame("{\"bye\":\"maintenance\"}");
        pass(2, "BTC");
        assertThat(listener.changes(Disconnected.class))
                .allMatch(change -> change.streams().isEmpty());
        wire.refuse(null);

        pass(20, "BTC");

        assertThat(listener.changes(Replaced.class)).hasSize(1);
        assertThat(listener.changes(Disconnected.class))
                .allMatch(change -> change.streams().isEmpty());
    }

    @Test
    void whenTheOldConnectionGoesFirstOnlyWhatIsNotCarriedIsLost() {
        start(venue(LIMITS), busy("BTC"), busy("ETH"));
        pass(1, "BTC", "ETH");
        wire.latest().frame("{\"bye\":\"maintenance\"}");
        pass(2);
        wire.links().get(1).trade("BTC", 10);

        wire.links().get(0).end("cut");

        assertThat(listener.changes(Replaced.class)).containsExactly(new Replaced("c1", List.of(busy("BTC")), "c2"));
        assertThat(listener.changes(Disconnected.class))
                .containsExactly(new Disconnected("c1", List.of(busy("ETH")), "cut"));
        assertThat(wire.links()).hasSize(2);
    }

    @Test
    void theMessagesOfTheVenueAreNeverExceeded() {
        start(
                venue(LIMITS),
                IntStream.range(0, 80).mapToObj(i -> stream("S" + i)).toArray(VenueStream[]::new));
        int[] sent = new int[8];
        for (int second = 0; second < 3; second++) {
            pass(1);
            sent[second] = wire.latest().texts().size();
        }

        assertThat(sent[0]).isLessThanOrEqualTo(9);
        assertThat(sent[1] - sent[0]).isLessThanOrEqualTo(8);
        assertThat(sent[2]).isEqualTo(20);
    }

    @Test
    void theHeartbeatIsSentAndAnswersGoFirst() {
        start(venue(LIMITS).with(new VenueSubscriptions.Heartbeat("beat", Duration.ofSeconds(15))), stream("BTC"));
        pass(46);

        assertThat(wire.latest().texts()).filteredOn("beat"::equals).hasSize(3);
    }

    @Test
    void pausingClosesEverythingAndResumingSubscribesItAgain() {
        start(venue(LIMITS), stream("BTC"));
        pass(1);

        pool.pause("the spool is full");
        pass(120);
        assertThat(wire.latest().closed()).isTrue();
        assertThat(wire.links()).hasSize(1);
        assertThat(listener.changes(Disconnected.class))
                .containsExactly(new Disconnected("c1", List.of(stream("BTC")), "paused: the spool is full"));

        pool.resume();
        pass(1);
        assertThat(wire.latest().subscribed()).containsExactly("t.BTC");
    }

    @Test
    void aStreamCanBeSubscribedAfreshForItsSnapshot() {
        start(venue(LIMITS), stream("BTC"), stream("ETH"));
        pass(1);

        pool.resubscribe(stream("ETH"));
        pass(1);

        assertThat(wire.latest().texts())
                .endsWith(
                        "{\"op\":\"unsub\",\"id\":2,\"streams\":[\"t.ETH\"]}",
                        "{\"op\":\"sub\",\"id\":3,\"streams\":[\"t.ETH\"]}");
    }

    @Test
    void nothingHappensAfterClosing() {
        start(venue(LIMITS), stream("BTC"));
        pool.close();
        int changes = listener.changes().size();

        pass(300);

        assertThat(wire.links()).hasSize(1);
        assertThat(listener.changes()).hasSize(changes);
    }

    @Test
    void anOldConnectionThatIsCutWhileItRetiresIsReplacedAllTheSame() {
        start(venue(LIMITS), busy("BTC"));
        pass(1, "BTC");
        wire.latest().frame("{\"bye\":\"maintenance\"}");
        pass(2);
        wire.links().get(1).trade("BTC", 10);

        wire.links().get(0).end("cut");
        pass(10, "BTC");

        assertThat(listener.changes(Replaced.class)).containsExactly(new Replaced("c1", List.of(busy("BTC")), "c2"));
        assertThat(listener.changes(Disconnected.class)).isEmpty();
    }

    @Test
    void pausingWhileAConnectionRetiresClosesBoth() {
        start(venue(LIMITS), busy("BTC"));
        pass(1, "BTC");
        wire.latest().frame("{\"bye\":\"maintenance\"}");
        pass(2);
        wire.links().get(1).trade("BTC", 10);

        pool.pause("no room");

        assertThat(wire.links()).allMatch(ScriptedWire.ScriptedLink::closed);
        assertThat(listener.changes(Replaced.class)).hasSize(1);
        assertThat(listener.changes(Disconnected.class))
                .containsExactly(new Disconnected("c2", List.of(busy("BTC")), "paused: no room"));
    }

    @Test
    void streamsThatAreAnsweredOneByOneAreAcceptedAndRefusedOneByOne() {
        wire.onText((link, text) -> {
            if (text.contains("\"op\":\"sub\"")) {
                link.frame("{\"accepted\":[\"t.BTC\"]}");
                link.frame("{\"refused\":\"t.ETH\",\"why\":\"unknown instrument\"}");
            }
        });
        start(venue(LIMITS), stream("BTC"), stream("ETH"));

        assertThat(listener.changes(Subscribed.class)).containsExactly(new Subscribed("c1", List.of(stream("BTC"))));
        assertThat(listener.changes(Refused.class))
                .containsExactly(new Refused("c1", List.of(stream("ETH")), "unknown instrument"));
        pass(60);
        assertThat(wire.links()).as("nothing is left to wait for").hasSize(1);
    }

    @Test
    void whatARequestsAnswerDoesNotNameIsRefused() {
        wire.onText((link, text) -> link.frame("{\"accepted\":[\"t.BTC\"],\"of\":\"1\"}"));
        start(venue(LIMITS), stream("BTC"), stream("NOSUCH"));

        assertThat(listener.changes(Subscribed.class)).containsExactly(new Subscribed("c1", List.of(stream("BTC"))));
        assertThat(listener.changes(Refused.class))
                .extracting(Refused::streams)
                .containsExactly(List.of(stream("NOSUCH")));
    }

    @Test
    void nothingIsSubscribedBeforeWhatIsSaidFirstIsAnswered() {
        wire.onText((link, text) -> {});
        start(venue(LIMITS).opening("{\"login\":\"secret\"}", ""), stream("BTC"));
        assertThat(wire.latest().texts()).containsExactly("{\"login\":\"secret\"}");

        wire.latest().frame("{\"ack\":\"2\"}");
        pass(1);
        assertThat(wire.latest().texts()).as("the login is not answered yet").hasSize(1);
        wire.latest().frame("{\"ack\":\"1\"}");
        pass(1);
        assertThat(wire.latest().texts()).hasSize(2).last().asString().contains("t.BTC");
    }

    @Test
    void aLoginThatIsRefusedEndsTheConnectionWithTheVenuesReason() {
        wire.onText((link, text) -> link.frame("{\"reject\":\"1\",\"why\":\"invalid_credentials\"}"));
        start(venue(LIMITS).opening("{\"login\":\"secret\"}"), stream("BTC"));

        assertThat(listener.changes(Disconnected.class))
                .extracting(Disconnected::reason)
                .containsExactly("login refused: invalid_credentials");
    }

    @Test
    void aGreetingThatDoesNotComeEndsTheConnection() {
        wire.onText((link, text) -> {});
        start(venue(LIMITS).opening(""), stream("BTC"));
        pass(11);

        assertThat(listener.changes(Disconnected.class))
                .extracting(Disconnected::reason)
                .containsExactly("opening not acknowledged within 10 s");
    }

    @Test
    void anotherAddressIsTriedWhenOneCannotBeReached() {
        wire.refuse(Ending.of("connection refused"));
        start(venue(LIMITS).mirrored(URI.create("http://other.example")), stream("BTC"));
        pass(20);

        assertThat(wire.addresses()).extracting(URI::getHost).contains("venue.example", "other.example");
    }
}
