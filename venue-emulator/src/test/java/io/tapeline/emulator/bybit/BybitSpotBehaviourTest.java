package io.tapeline.emulator.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where pairs behave unlike contracts. */
class BybitSpotBehaviourTest {
    private static final String QUESTION = "?category=spot&symbol=BTCUSDT";

    @Test
    void elevenTopicsInAMessageAreRefused() {
        try (BybitMarket market = new BybitMarket(BybitCategory.SPOT);
                TestSocket socket = market.open()) {
            JsonNode answer = BybitMarket.ask(
                    socket,
                    "7",
                    "subscribe",
                    IntStream.range(0, 11).mapToObj(i -> "publicTrade.BTCUSDT").toArray(String[]::new));
            assertThat(answer.get("success").asBoolean()).isFalse();
            market.pass(Duration.ofSeconds(5));
            assertThat(socket.frames()).noneMatch(frame -> frame.has("topic"));
        }
    }

    @Test
    void contractsAndTheirTopicsAreNotThere() {
        try (BybitMarket market = new BybitMarket(BybitCategory.SPOT);
                TestSocket socket = market.open()) {
            JsonNode answer = BybitMarket.ask(socket, "1", "subscribe", "allLiquidation.BTCUSDT");
            assertThat(answer.get("success").asBoolean()).isFalse();
            assertThat(market.get("funding/history" + QUESTION).statusCode()).isEqualTo(404);
            assertThat(market.call("kline?category=linear&symbol=BTCUSDT&interval=1")
                            .get("retCode")
                            .asInt())
                    .isEqualTo(10001);
        }
    }

    @Test
    void onlyTheNewestSixtyTradesAreToldOverRestWithTheIdsOfTheStream() {
        try (BybitMarket market = new BybitMarket(BybitCategory.SPOT);
                TestSocket socket = market.open()) {
            BybitMarket.ask(socket, "1", "subscribe", "publicTrade.BTCUSDT");
            market.pass(Duration.ofMinutes(2));
            BybitMarket.frame(socket, "publicTrade.BTCUSDT", "snapshot");
            List<String> told = market.call("recent-trade" + QUESTION + "&limit=1000")
                    .at("/result/list")
                    .findValuesAsString("execId");
            List<String> sent = socket.frames().stream()
                    .filter(frame -> frame.has("topic"))
                    .map(frame -> frame.at("/data/0/i").asString())
                    .toList();
            assertThat(told).hasSize(60).allMatch(id -> id.length() == 19);
            assertThat(told).containsAnyElementsOf(sent);
            assertThat(told.reversed()).isSorted();
        }
    }

    @Test
    void theListingHasNoPages() {
        try (BybitMarket market = new BybitMarket(BybitCategory.SPOT)) {
            JsonNode listing = market.call("instruments-info?category=spot&limit=1");
            assertThat(listing.at("/result/list").findValuesAsString("symbol")).containsExactly("BTCUSDT");
            assertThat(listing.at("/result").has("nextPageCursor")).isFalse();
        }
    }

    @Test
    void numbersHaveNoTrailingZeros() {
        assertThat(BybitCategory.SPOT.text(BybitGrids.spot("BTC").size(), 75_620))
                .isEqualTo("0.07562");
        assertThat(BybitCategory.SPOT.text(BybitGrids.spot("BTC").price(), 850_000))
                .isEqualTo("85000");
        assertThat(BybitCategory.LINEAR.text(BybitGrids.linear("BTC").size(), 100))
                .isEqualTo("0.100");
    }
}
