package io.tapeline.emulator.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a client of the venue must cope with. */
class DeribitBehaviourTest {
    private static final String TEST = "public/test";

    @Test
    void aClientThatProvesToBeAliveStays() {
        try (DeribitMarket market = new DeribitMarket();
                TestSocket socket = market.open()) {
            assertThat(market.ask(socket, 1, "public/set_heartbeat", "{\"interval\":30}")
                            .get("result")
                            .asString())
                    .isEqualTo("ok");
            for (int round = 1; round <= 3; round++) {
                market.pass(Duration.ofSeconds(30));
                socket.await(round, text -> text.contains("test_request"));
                assertThat(market.ask(socket, 10 + round, TEST, "{}")
                                .get("result")
                                .has("version"))
                        .isTrue();
            }
            assertThat(socket.isEnded()).isFalse();
        }
    }

    @Test
    void aClientThatDoesNotIsCut() {
        try (DeribitMarket market = new DeribitMarket();
                TestSocket socket = market.open()) {
            market.ask(socket, 1, "public/set_heartbeat", "{\"interval\":30}");
            market.pass(Duration.ofSeconds(61));
            socket.awaitEnd();
        }
    }

    @Test
    void eachRequestForProofHasItsOwnTime() {
        try (DeribitMarket market = new DeribitMarket();
                TestSocket socket = market.open()) {
            market.ask(socket, 1, "public/set_heartbeat", "{\"interval\":30}");
            market.pass(Duration.ofSeconds(31));
            market.ask(socket, 2, "public/test", "{}");
            market.pass(Duration.ofSeconds(4));
            market.ask(socket, 3, "public/set_heartbeat", "{\"interval\":10}");
            market.pass(Duration.ofSeconds(10));
            market.ask(socket, 4, "public/test", "{}");
            // The request of second 55 waits until 65; what the first one of all wanted by second 60 it has.
            market.pass(Duration.ofSeconds(16));
            market.ask(socket, 5, "public/test", "{}");
            assertThat(socket.isEnded()).isFalse();
        }
    }

    @Test
    void whatIsUnknownIsLeftOutOfTheAnswer() {
        try (DeribitMarket market = new DeribitMarket();
                TestSocket socket = market.open()) {
            JsonNode answer = market.subscribe(socket, 3, "quote.BTC-PERPETUAL", "quote.NO-SUCH");
            assertThat(answer.get("result").toString()).isEqualTo("[\"quote.BTC-PERPETUAL\"]");
            assertThat(answer.has("usIn")).isTrue();
        }
    }

    @Test
    void rawChannelsWantALogin() {
        try (DeribitMarket market = new DeribitMarket();
                TestSocket socket = market.open()) {
            assertThat(market.subscribe(socket, 1, "trades.BTC-PERPETUAL.raw")
                            .get("error")
                            .get("code")
                            .asInt())
                    .isEqualTo(13778);
            assertThat(login(market, socket, 2, JsonRpcSession.WRONG_SECRET)
                            .get("error")
                            .get("message")
                            .asString())
                    .isEqualTo("invalid_credentials");
            assertThat(login(market, socket, 3, "right").get("result").has("access_token"))
                    .isTrue();
            assertThat(market.subscribe(socket, 4, "trades.BTC-PERPETUAL.raw").get("result"))
                    .hasSize(1);
        }
    }

    private static JsonNode login(DeribitMarket market, TestSocket socket, int id, String secret) {
        return market.ask(
                socket,
                id,
                "public/auth",
                "{\"grant_type\":\"client_credentials\",\"client_id\":\"x\",\"client_secret\":\"" + secret + "\"}");
    }

    private static List<JsonNode> flagged(DeribitMarket market, String host) {
        JsonNode trades = TestRest.json(
                        market.emulator(),
                        DeribitEmulation.PREFIX,
                        host + "/api/v2/public/get_last_trades_by_instrument_and_time?instrument_name=BTC-PERPETUAL"
                                + "&start_timestamp=0&end_timestamp=" + Long.MAX_VALUE + "&count=1000&sorting=asc")
                .get("result")
                .get("trades");
        return StreamSupport.stream(trades.spliterator(), false)
                .filter(row -> row.has("liquidation"))
                .toList();
    }

    @Test
    void liquidationsAreFlaggedLaterAndNeverInStreams() {
        try (DeribitMarket market = new DeribitMarket();
                TestSocket socket = market.open()) {
            market.subscribe(socket, 1, "trades.BTC-PERPETUAL.100ms");
            market.pass(Duration.ofSeconds(9));
            assertThat(flagged(market, "")).isEmpty();
            market.pass(Duration.ofMinutes(10));
            Awaitility.await().until(() -> !flagged(market, "/history").isEmpty());
            assertThat(flagged(market, ""))
                    .allMatch(row -> row.get("liquidation").asString().equals("T"));
            assertThat(socket.texts()).noneMatch(text -> text.contains("liquidation"));
        }
    }

    @Test
    void tradesAreAskedForByTheirNumber() {
        try (DeribitMarket market = new DeribitMarket()) {
            market.pass(Duration.ofMinutes(1));
            JsonNode last = market.call("get_last_trades_by_instrument?instrument_name=BTC-PERPETUAL&count=1")
                    .get("trades")
                    .get(0);
            long number = last.get("trade_seq").asLong();
            JsonNode page = market.call("get_last_trades_by_instrument?instrument_name=BTC-PERPETUAL&start_seq="
                    + (number - 4) + "&end_seq=" + (number - 2) + "&count=1000&sorting=asc");
            assertThat(page.get("trades")).hasSize(3);
            assertThat(page.get("trades").get(0).get("trade_seq").asLong()).isEqualTo(number - 4);
            assertThat(page.get("has_more").asBoolean()).isFalse();
        }
    }

    @Test
    void whatIsAskedWronglyIsRefusedInTheVenuesForm() {
        try (DeribitMarket market = new DeribitMarket()) {
            var answer = TestRest.get(
                    market.emulator(), DeribitEmulation.PREFIX, "/api/v2/public/ticker?instrument_name=NO-SUCH");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":13020").contains("\"message\":\"not_found\"");
        }
    }
}
