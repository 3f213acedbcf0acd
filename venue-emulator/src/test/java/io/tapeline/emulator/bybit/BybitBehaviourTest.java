package io.tapeline.emulator.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What of the venue's behaviour an adapter depends on. */
class BybitBehaviourTest {
    private static final String QUESTION = "?category=linear&symbol=BTCUSDT";

    @Test
    void aBadTopicRefusesItsWholeMessage() {
        try (BybitMarket market = new BybitMarket(BybitCategory.LINEAR);
                TestSocket socket = market.open()) {
            JsonNode answer = BybitMarket.ask(socket, "7", "subscribe", "publicTrade.BTCUSDT", "orderbook.500.BTCUSDT");
            assertThat(answer.get("success").asBoolean()).isFalse();
            assertThat(answer.get("ret_msg").asString())
                    .isEqualTo("error:handler not found,topic:orderbook.500.BTCUSDT");
            market.pass(Duration.ofSeconds(5));
            assertThat(socket.frames()).noneMatch(frame -> frame.has("topic"));
        }
    }

    @Test
    void updatesOfABookAreCountedOneByOneFromItsSnapshot() {
        try (BybitMarket market = new BybitMarket(BybitCategory.LINEAR);
                TestSocket socket = market.open()) {
            BybitMarket.ask(socket, "1", "subscribe", "orderbook.50.BTCUSDT");
            market.pass(Duration.ofSeconds(5));
            BybitMarket.frame(socket, "orderbook.50.BTCUSDT", "delta");
            List<Long> updates = socket.frames().stream()
                    .filter(frame -> frame.has("topic"))
                    .map(frame -> frame.at("/data/u").asLong())
                    .toList();
            for (int i = 1; i < updates.size(); i++) {
                assertThat(updates.get(i)).isEqualTo(updates.get(i - 1) + 1);
            }
        }
    }

    @Test
    void theTradesOfTheStreamHaveTheSameIdsOverRest() {
        try (BybitMarket market = new BybitMarket(BybitCategory.LINEAR);
                TestSocket socket = market.open()) {
            BybitMarket.ask(socket, "1", "subscribe", "publicTrade.BTCUSDT");
            market.pass(Duration.ofSeconds(5));
            String id = BybitMarket.frame(socket, "publicTrade.BTCUSDT", "snapshot")
                    .at("/data/0/i")
                    .asString();
            assertThat(market.call("recent-trade" + QUESTION).at("/result/list").findValuesAsString("execId"))
                    .contains(id);
        }
    }

    @Test
    void listingsGoOnWhereTheCursorSays() {
        try (BybitMarket market = new BybitMarket(BybitCategory.LINEAR)) {
            JsonNode first = market.call("instruments-info?category=linear&limit=1");
            String cursor = first.at("/result/nextPageCursor").asString();
            JsonNode second = market.call("instruments-info?category=linear&limit=1&cursor=" + cursor);
            assertThat(first.at("/result/list/0/symbol").asString()).isEqualTo("BTCUSDT");
            assertThat(second.at("/result/list/0/symbol").asString()).isEqualTo("BTCUSDT-25DEC26");
            assertThat(second.at("/result/nextPageCursor").asString()).isEmpty();
        }
    }

    @Test
    void errorsComeInAnswersOfTwoHundred() {
        try (BybitMarket market = new BybitMarket(BybitCategory.LINEAR)) {
            assertThat(market.call("kline?category=linear&symbol=NONE&interval=1")
                            .get("retCode")
                            .asInt())
                    .isEqualTo(10001);
            assertThat(market.call("funding/history" + QUESTION + "&startTime=1")
                            .get("retCode")
                            .asInt())
                    .isEqualTo(10001);
            assertThat(market.get("nowhere?category=linear").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void tooManyRequestsAreForbidden() {
        try (BybitMarket market = new BybitMarket(BybitCategory.LINEAR)) {
            HttpResponse<String> last = null;
            for (int i = 0; i < 601; i++) {
                last = market.get("time");
            }
            assertThat(last.statusCode()).isEqualTo(403);
            assertThat(last.body()).contains("access too frequent");
        }
    }

    @Test
    void contractsEndOnTheLastFridayOfAQuarter() {
        long now = Instant.parse("2026-11-20T10:00:00Z").toEpochMilli();
        assertThat(Instant.ofEpochMilli(BybitDates.nextQuarter(now))).isEqualTo("2026-12-25T08:00:00Z");
        assertThat(Instant.ofEpochMilli(BybitDates.lastQuarter(now))).isEqualTo("2026-09-25T08:00:00Z");
        long late = Instant.parse("2026-12-24T10:00:00Z").toEpochMilli();
        assertThat(Instant.ofEpochMilli(BybitDates.nextQuarter(late))).isEqualTo("2027-03-26T08:00:00Z");
        assertThat(BybitDates.text(Instant.parse("2026-02-06T08:00:00Z").toEpochMilli()))
                .isEqualTo("6FEB26");
    }
}
