package io.tapeline.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.ledger.Produced;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FaultsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SPOT = "binance-spot";

    private final VirtualMarket market = new VirtualMarket();
    private final Emulator emulator = market.emulator();
    private TestSocket socket;

    @BeforeEach
    void connect() {
        socket = market.open(SPOT, "/ws/btcusdt@aggTrade");
    }

    @AfterEach
    void end() {
        socket.close();
        market.close();
    }

    @Test
    void skipped_trades_are_lost_on_the_wire_but_produced_and_in_history() {
        emulator.faults()
                .add(Fault.of(FaultKind.SKIP).prefix(SPOT).symbol("BTCUSDT").times(3));
        List<Long> ids = tradeIds(Duration.ofSeconds(10));
        List<Long> produced = produced();
        assertThat(ids).isEqualTo(produced.subList(3, produced.size()));
        JsonNode history =
                TestRest.json(emulator, SPOT, "/api/v3/aggTrades?symbol=BTCUSDT&limit=3&fromId=" + produced.getFirst());
        assertThat(history.valueStream().map(row -> row.get("a").asLong())).isEqualTo(produced.subList(0, 3));
        assertThat(emulator.faults().active()).as("over after three times").isEmpty();
    }

    @Test
    void skipped_depth_diffs_break_the_sequence() {
        try (TestSocket depth = market.open(SPOT, "/ws/btcusdt@depth@100ms")) {
            market.pass(Duration.ofSeconds(1));
            emulator.faults()
                    .add(Fault.of(FaultKind.SKIP).stream("btcusdt@depth*").times(1));
            market.pass(Duration.ofSeconds(1));
            depth.await(sent("btcusdt@depth@100ms"), text -> true);
            List<JsonNode> diffs = depth.frames();
            long breaks = LongStream.range(1, diffs.size())
                    .filter(i -> diffs.get((int) i).get("U").asLong()
                            != diffs.get((int) i - 1).get("u").asLong() + 1)
                    .count();
            assertThat(breaks).isEqualTo(1);
        }
    }

    @Test
    void a_stopped_stream_is_silent_while_the_connection_and_others_live() {
        try (TestSocket both = market.open(SPOT, "/stream?streams=btcusdt@aggTrade/ethusdt@aggTrade")) {
            String id = emulator.faults().add(Fault.of(FaultKind.STOP).stream("btcusdt@aggTrade"));
            market.pass(Duration.ofSeconds(5));
            both.await(5, text -> text.contains("ethusdt"));
            assertThat(both.texts()).noneMatch(text -> text.contains("btcusdt"));
            emulator.faults().remove(id);
            market.pass(Duration.ofSeconds(5));
            both.await(5, text -> text.contains("btcusdt"));
        }
    }

    @Test
    void delayed_frames_come_late_and_in_order() {
        emulator.faults().add(Fault.of(FaultKind.DELAY).lasting(Duration.ofSeconds(30)));
        market.pass(Duration.ofSeconds(10));
        assertThat(sent("btcusdt@aggTrade")).isZero();
        int due = produced().size();
        market.pass(Duration.ofSeconds(30));
        assertThat(ids(due)).isEqualTo(produced().subList(0, due));
    }

    @Test
    void duplicated_frames_come_twice() {
        emulator.faults().add(Fault.of(FaultKind.DUPLICATE).times(1));
        List<Long> ids = tradeIds(Duration.ofSeconds(5));
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        assertThat(ids.subList(1, ids.size())).isEqualTo(produced());
    }

    @Test
    void a_reordered_frame_comes_after_the_next() {
        emulator.faults().add(Fault.of(FaultKind.REORDER).times(1));
        List<Long> ids = tradeIds(Duration.ofSeconds(5));
        List<Long> expected = new ArrayList<>(produced());
        expected.add(1, expected.removeFirst());
        assertThat(ids).isEqualTo(expected);
    }

    @Test
    void malformed_and_truncated_frames_are_no_json() {
        emulator.faults().add(Fault.of(FaultKind.MALFORMED).times(1));
        market.pass(Duration.ofSeconds(5));
        emulator.faults().add(Fault.of(FaultKind.TRUNCATED).times(1));
        market.pass(Duration.ofSeconds(5));
        List<String> broken = socket.await(sent("btcusdt@aggTrade"), text -> true).stream()
                .filter(text -> !isJson(text))
                .toList();
        assertThat(broken).hasSize(2);
        assertThat(broken.get(1)).startsWith("{\"e\":\"aggTrade\"").doesNotEndWith("}");
    }

    @Test
    void oversized_and_unknown_frames_are_json() {
        emulator.faults().add(Fault.of(FaultKind.OVERSIZED).times(1).amount(2_000_000));
        emulator.faults().add(Fault.of(FaultKind.UNKNOWN_EVENT).times(1));
        market.pass(Duration.ofSeconds(5));
        List<String> texts = socket.await(sent("btcusdt@aggTrade"), text -> true);
        assertThat(texts).allMatch(FaultsTest::isJson);
        assertThat(texts.getFirst()).contains("somethingNew");
        assertThat(texts.get(1)).hasSizeGreaterThan(2_000_000);
    }

    @Test
    void a_dropped_connection_ends_without_a_close_frame() {
        emulator.faults().dropConnections(SPOT);
        socket.awaitEnd();
        assertThat(socket.closeCode()).isNotIn(1000, 1001, 1008);
    }

    @Test
    void a_drop_hits_only_connections_with_the_stream() {
        try (TestSocket other = market.open(SPOT, "/ws/ethusdt@aggTrade")) {
            emulator.faults().add(Fault.of(FaultKind.DISCONNECT).stream("btcusdt@aggTrade"));
            socket.awaitEnd();
            assertThat(other.isEnded()).isFalse();
            assertThat(emulator.connections(SPOT)).isEqualTo(1);
        }
    }

    @Test
    void drops_can_repeat_until_they_are_ended() {
        String id = emulator.faults()
                .add(Fault.of(FaultKind.DISCONNECT).prefix(SPOT).lasting(Duration.ofSeconds(10)));
        socket.awaitEnd();
        TestSocket second = market.open(SPOT, "/ws");
        market.pass(Duration.ofSeconds(11));
        second.awaitEnd();
        emulator.faults().remove(id);
        try (TestSocket third = market.open(SPOT, "/ws")) {
            market.pass(Duration.ofSeconds(30));
            assertThat(third.isEnded()).isFalse();
            assertThat(emulator.connections(SPOT)).isEqualTo(1);
        }
    }

    @Test
    void a_rejected_subscription_is_answered_with_an_error_and_not_made() {
        emulator.faults()
                .add(Fault.of(FaultKind.REJECT_SUBSCRIPTION).stream("ethusdt@aggTrade")
                        .times(1));
        socket.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"ethusdt@aggTrade\"],\"id\":1}");
        JsonNode answer =
                JSON.readTree(socket.await(1, text -> text.contains("code")).getFirst());
        assertThat(answer.get("code").asInt()).isEqualTo(2);
        socket.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":2}");
        assertThat(socket.await(1, text -> text.contains("\"id\":2")).getFirst())
                .contains("[\"btcusdt@aggTrade\"]");
    }

    @Test
    void without_an_acknowledgement_the_stream_flows_all_the_same() {
        emulator.faults().add(Fault.of(FaultKind.NO_ACK).times(1));
        socket.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"ethusdt@aggTrade\"],\"id\":1}");
        socket.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":2}");
        socket.await(1, text -> text.contains("\"id\":2"));
        market.pass(Duration.ofSeconds(5));
        socket.await(1, text -> text.contains("ETHUSDT"));
        assertThat(socket.texts()).noneMatch(text -> text.contains("\"id\":1"));
    }

    @Test
    void rest_can_be_throttled_banned_broken_and_restricted() {
        for (int status : new int[] {429, 418, 500, 503, 403, 451}) {
            emulator.faults()
                    .add(Fault.of(FaultKind.HTTP_STATUS)
                            .path("/api/v3/depth")
                            .status(status)
                            .amount(7)
                            .times(1));
            HttpResponse<String> answer = TestRest.get(emulator, SPOT, "/api/v3/depth?symbol=BTCUSDT");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Retry-After").isPresent())
                    .isEqualTo(status == 429 || status == 418);
            assertThat(TestRest.get(emulator, SPOT, "/api/v3/depth?symbol=BTCUSDT")
                            .statusCode())
                    .as("once only")
                    .isEqualTo(200);
        }
    }

    @Test
    void rest_can_stay_silent_and_then_cut() {
        emulator.faults()
                .add(Fault.of(FaultKind.HTTP_TIMEOUT).path("/api/v3/time").lasting(Duration.ofSeconds(5)));
        AtomicBoolean ended = new AtomicBoolean();
        Thread time = Thread.ofVirtual().start(() -> {
            while (!ended.get()) {
                market.pass(Duration.ofMillis(100));
            }
        });
        assertThatThrownBy(() -> TestRest.get(emulator, SPOT, "/api/v3/time"))
                .isInstanceOf(java.io.UncheckedIOException.class)
                .hasCauseInstanceOf(java.io.IOException.class)
                .cause()
                .as("cut, not given up on by the client")
                .isNotInstanceOf(java.net.http.HttpTimeoutException.class);
        ended.set(true);
        Awaitility.await().until(() -> !time.isAlive());
        emulator.faults().clear();
        assertThat(TestRest.get(emulator, SPOT, "/api/v3/ping").statusCode()).isEqualTo(200);
    }

    @Test
    void rest_answers_can_end_in_the_middle() {
        emulator.faults().add(Fault.of(FaultKind.HTTP_TRUNCATED).times(1));
        assertThat(isJson(TestRest.get(emulator, SPOT, "/api/v3/exchangeInfo").body()))
                .isFalse();
    }

    @Test
    void a_wrong_clock_is_wrong_everywhere() {
        emulator.faults().add(Fault.of(FaultKind.WRONG_CLOCK).prefix(SPOT).lasting(Duration.ofHours(1)));
        market.pass(Duration.ofSeconds(5));
        long truth = emulator.now();
        long spot =
                TestRest.json(emulator, SPOT, "/api/v3/time").get("serverTime").asLong();
        assertThat(spot - truth).isEqualTo(3_600_000);
        socket.await(1, text -> true);
        assertThat(socket.frames().getFirst().get("E").asLong()).isGreaterThan(truth + 3_500_000);
        assertThat(TestRest.json(emulator, "binance-usdm", "/fapi/v1/time")
                        .get("serverTime")
                        .asLong())
                .isEqualTo(truth);
    }

    @Test
    void handshakes_can_be_refused() {
        emulator.faults().add(Fault.of(FaultKind.REFUSE_CONNECTION).prefix(SPOT).times(1));
        assertThatThrownBy(() -> TestSocket.open(emulator, SPOT, "/ws")).hasStackTraceContaining("503");
        TestSocket.open(emulator, SPOT, "/ws").close();
    }

    @Test
    void unplugged_it_is_gone_while_the_market_goes_on_and_plugged_in_it_is_back_on_its_port() {
        emulator.unplug();
        socket.awaitEnd();
        assertThatThrownBy(() -> TestRest.get(emulator, SPOT, "/api/v3/ping"))
                .isInstanceOf(java.io.UncheckedIOException.class);
        int before = produced().size();
        market.pass(Duration.ofSeconds(5));
        emulator.plugIn();
        assertThat(TestRest.get(emulator, SPOT, "/api/v3/ping").statusCode()).isEqualTo(200);
        assertThat(produced().size()).isGreaterThan(before);
    }

    private List<Long> tradeIds(Duration duration) {
        market.pass(duration);
        return ids(sent("btcusdt@aggTrade"));
    }

    private List<Long> ids(int count) {
        assertThat(count).isPositive();
        return socket.await(count, text -> true).stream()
                .map(text -> JSON.readTree(text).get("a").asLong())
                .toList();
    }

    private int sent(String stream) {
        return emulator.ledger().sent(frame -> frame.stream().equals(stream)).size();
    }

    private List<Long> produced() {
        return emulator.ledger().produced(SPOT, "BTCUSDT", "trade").stream()
                .map(Produced::id)
                .toList();
    }

    private static boolean isJson(String text) {
        try {
            JSON.readTree(text);
            return true;
        } catch (tools.jackson.core.JacksonException e) {
            return false;
        }
    }
}
