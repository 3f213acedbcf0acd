package io.tapeline.emulator.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.toy.ToyEmulation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionTest {
    private static final String TRADES = "trades:BTC-PERP";
    private static final String BOOK = "book:BTC-PERP";

    @Test
    void streams_are_accepted_refused_and_unknown_one_by_one() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT);
                TestSocket socket = market.open()) {
            market.fault(Fault.of(FaultKind.REJECT_SUBSCRIPTION).stream(BOOK).times(1));
            market.subscribe(socket, TRADES, BOOK, "trades:NOBODY");
            JsonNode answer = socket.frames().get(1);
            assertThat(answer.at("/args").toString()).isEqualTo("[\"" + TRADES + "\"]");
            assertThat(answer.at("/rejected").toString()).isEqualTo("[\"" + BOOK + "\"]");
            assertThat(answer.at("/unknown").toString()).isEqualTo("[\"trades:NOBODY\"]");
            market.pass(Duration.ofSeconds(10));
            socket.await(10, text -> text.contains("\"trades\""));
            assertThat(socket.texts()).noneMatch(text -> text.contains("snapshot"));
        }
    }

    @Test
    void a_subscription_may_be_made_and_not_answered() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT);
                TestSocket socket = market.open()) {
            market.fault(Fault.of(FaultKind.NO_ACK).times(1));
            ToyMarket.send(socket, "subscribe", BOOK);
            socket.await(1, text -> text.contains("snapshot"));
            assertThat(socket.texts()).noneMatch(text -> text.contains("subscribed"));
        }
    }

    @Test
    void a_lost_frame_leaves_a_hole_in_the_numbers_of_its_connection() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.NUMBERED);
                TestSocket socket = market.subscribe(market.open(), BOOK)) {
            market.pass(Duration.ofSeconds(1));
            List<Long> before = numbers(market, socket);
            assertThat(before)
                    .isEqualTo(LongStream.range(0, before.size()).boxed().toList());
            market.fault(Fault.of(FaultKind.SKIP).stream(BOOK).times(2));
            market.pass(Duration.ofSeconds(1));
            List<Long> after = numbers(market, socket);
            assertThat(after.get(before.size())).isEqualTo(before.getLast() + 3);
            assertThat(after.getLast()).isEqualTo(after.size() + 1);
        }
    }

    @Test
    void a_doubled_frame_has_the_same_number_twice() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.NUMBERED);
                TestSocket socket = market.subscribe(market.open(), BOOK)) {
            market.fault(Fault.of(FaultKind.DUPLICATE).stream(BOOK).times(1));
            market.pass(Duration.ofSeconds(1));
            List<Long> numbers = numbers(market, socket);
            assertThat(numbers.stream().distinct().count()).isEqualTo(numbers.size() - 1);
        }
    }

    @Test
    void frames_go_as_gzip_and_the_ledger_keeps_their_text() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.GZIP);
                TestSocket socket = market.subscribe(market.open(), BOOK, TRADES)) {
            market.pass(Duration.ofSeconds(5));
            market.frames(socket, "c1");
            assertThat(socket.texts())
                    .hasSizeGreaterThan(20)
                    .containsExactlyElementsOf(market.emulator().ledger().sent(frame -> true).stream()
                            .map(frame -> frame.text())
                            .toList());
        }
    }

    @Test
    void pings_of_the_server_are_in_its_own_words_and_want_an_answer() {
        WireLimits limits = WireLimits.wide().withPings(Duration.ofSeconds(5), Duration.ofSeconds(12));
        try (ToyMarket market = new ToyMarket(ToyEmulation.GZIP, with(ToyEmulation.GZIP, limits));
                TestSocket socket = market.open()) {
            market.pass(Duration.ofSeconds(6));
            String ping = socket.await(1, text -> text.contains("ping")).getFirst();
            socket.send(ping.replace("ping", "pong"));
            ToyMarket.send(socket, "ping");
            socket.await(1, text -> text.contains("pong"));
            market.pass(Duration.ofSeconds(14));
            assertThat(market.emulator().connections(ToyEmulation.GZIP)).isOne();
            market.pass(Duration.ofSeconds(8));
            socket.awaitEnd();
            assertThat(socket.closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void a_client_that_must_ping_is_cut_when_it_says_nothing() {
        WireLimits limits = WireLimits.wide().withSilence(Duration.ofSeconds(60));
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT, with(ToyEmulation.TEXT, limits));
                TestSocket silent = market.open();
                TestSocket pinging = market.open()) {
            for (int i = 0; i < 3; i++) {
                market.pass(Duration.ofSeconds(30));
                int pongs = i + 1;
                ToyMarket.send(pinging, "ping");
                pinging.await(pongs, text -> text.contains("pong"));
            }
            silent.awaitEnd();
            assertThat(pinging.isEnded()).isFalse();
            assertThat(market.emulator().connections(ToyEmulation.TEXT)).isOne();
        }
    }

    @Test
    void one_message_or_one_stream_too_many_ends_the_connection() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT);
                TestSocket greedy = market.open();
                TestSocket noisy = market.open()) {
            String[] nine = {
                TRADES,
                BOOK,
                "book5:BTC-PERP",
                "full:BTC-PERP",
                "touch:BTC-PERP",
                "mark:BTC-PERP",
                "candles:BTC-PERP",
                "volatility",
                "trades:BTC/USD"
            };
            ToyMarket.send(greedy, "subscribe", nine);
            greedy.awaitEnd();
            assertThat(greedy.closeCode()).isEqualTo(1008);
            IntStream.range(0, 21).forEach(i -> ToyMarket.send(noisy, "ping"));
            noisy.awaitEnd();
            assertThat(noisy.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void maintenance_and_unknown_events_come_in_the_venues_words() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT);
                TestSocket socket = market.subscribe(market.open(), TRADES)) {
            market.fault(Fault.of(FaultKind.UNKNOWN_EVENT).times(1));
            market.pass(Duration.ofSeconds(5));
            socket.await(1, text -> text.equals("{\"toy\":\"unheard of\"}"));
            market.fault(Fault.of(FaultKind.SERVER_SHUTDOWN));
            socket.await(1, text -> text.contains("maintenance"));
            // The notice may be here before the cut is scheduled.
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                market.pass(Duration.ofSeconds(2));
                return socket.isEnded();
            });
        }
    }

    @Test
    void a_fault_of_a_symbol_strikes_its_streams_alone() {
        try (ToyMarket market = new ToyMarket(ToyEmulation.TEXT);
                TestSocket socket = market.subscribe(market.open(), TRADES, "trades:BTC-INV")) {
            market.fault(Fault.of(FaultKind.STOP).symbol("btc-perp"));
            market.pass(Duration.ofSeconds(10));
            socket.await(5, text -> text.contains("BTC-INV"));
            assertThat(socket.texts()).noneMatch(text -> text.contains("BTC-PERP-"));
        }
    }

    private static EmulatorSettings with(String prefix, WireLimits limits) {
        return ToyMarket.SETTINGS.withLimits(Map.of(prefix, limits));
    }

    private static List<Long> numbers(ToyMarket market, TestSocket socket) {
        return market.frames(socket, "c1").stream()
                .map(frame -> frame.get("n").asLong())
                .toList();
    }
}
