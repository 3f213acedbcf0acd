package io.tapeline.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.ledger.LedgerBounds;
import io.tapeline.emulator.ledger.Produced;
import io.tapeline.emulator.ledger.Sent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void the_ledger_of_sent_frames_is_what_a_client_received() {
        try (VirtualMarket market = new VirtualMarket();
                TestSocket socket = market.open(
                        "binance-usdm", "/market/stream?streams=btcusdt@aggTrade/ethusdt@aggTrade/!markPrice@arr@1s")) {
            market.pass(Duration.ofMinutes(1));
            List<String> sent = market.emulator().ledger().sent(frame -> true).stream()
                    .map(Sent::text)
                    .toList();
            assertThat(socket.await(sent.size(), text -> true)).isEqualTo(sent).hasSizeGreaterThan(500);
        }
    }

    @Test
    void the_ledger_of_trades_is_what_a_client_received_digit_for_digit() {
        try (VirtualMarket market = new VirtualMarket();
                TestSocket socket = market.open("binance-spot", "/ws/btcusdt@aggTrade")) {
            market.pass(Duration.ofMinutes(1));
            List<Produced> produced = market.emulator().ledger().produced("binance-spot", "BTCUSDT", "trade");
            socket.await(produced.size(), text -> true);
            List<JsonNode> received = socket.frames();
            assertThat(received).hasSameSizeAs(produced);
            for (int i = 0; i < received.size(); i++) {
                JsonNode facts = JSON.readTree(produced.get(i).facts());
                JsonNode frame = received.get(i);
                facts.propertyNames()
                        .forEach(name -> assertThat(frame.get(name)).isEqualTo(facts.get(name)));
            }
        }
    }

    @Test
    void a_full_ledger_forgets_the_oldest_and_says_how_many() {
        try (VirtualMarket market =
                new VirtualMarket(VirtualMarket.SETTINGS.withLedger(new LedgerBounds(100, 100, 100)))) {
            market.pass(Duration.ofSeconds(30));
            List<Produced> kept = market.emulator().ledger().produced(entry -> true, 1000);
            assertThat(kept).hasSize(100);
            assertThat(market.emulator().ledger().counts().get("forgotten.produced"))
                    .isEqualTo(kept.getFirst().number() - 1);
        }
    }

    @Test
    void faults_and_ledger_can_be_driven_over_http() {
        try (VirtualMarket market = new VirtualMarket()) {
            Emulator emulator = market.emulator();
            String made = TestRest.control(
                            emulator, "POST", "/emulator/faults", "{\"kind\":\"STOP\",\"prefix\":\"binance-spot\"}")
                    .body();
            String id = JSON.readTree(made).get("id").asString();
            assertThat(TestRest.control(emulator, "GET", "/emulator/faults", "").body())
                    .contains("STOP");
            assertThat(TestRest.control(emulator, "DELETE", "/emulator/faults/" + id, "")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(emulator.faults().active()).isEmpty();
            market.pass(Duration.ofSeconds(5));
            List<String> lines = TestRest.control(
                            emulator,
                            "GET",
                            "/emulator/ledger?prefix=binance-spot&symbol=BTCUSDT&kind=trade&limit=3",
                            "")
                    .body()
                    .lines()
                    .toList();
            assertThat(lines).hasSize(3).allMatch(line -> line.contains("\"kind\":\"trade\""));
            assertThat(TestRest.control(emulator, "GET", "/emulator/ledger/counts", "")
                            .body())
                    .contains("produced.binance-spot.trade");
            assertThat(TestRest.control(emulator, "GET", "/emulator/health", "").body())
                    .contains("UP");
        }
    }

    @Test
    void a_fault_that_makes_no_sense_is_refused_with_the_reason() {
        try (VirtualMarket market = new VirtualMarket()) {
            for (String body : List.of("{\"kind\":\"JUMP\"}", "{\"kind\":\"SKIP\",\"times\":0}", "{\"what\":1}", "x")) {
                assertThat(TestRest.control(market.emulator(), "POST", "/emulator/faults", body)
                                .statusCode())
                        .as(body)
                        .isEqualTo(400);
            }
            assertThat(TestRest.control(market.emulator(), "GET", "/emulator/nothing", "")
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
