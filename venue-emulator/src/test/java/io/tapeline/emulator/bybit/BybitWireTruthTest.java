package io.tapeline.emulator.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.kit.WireSamples;
import io.tapeline.emulator.kit.WireShape;
import io.tapeline.emulator.kit.WireShape.Freedom;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each message has the members, JSON types and order of arrays of the real ones kept beside the project. */
class BybitWireTruthTest {
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    // Since 2024 and June 2026; the rest since 2025 or of some contracts only.
                    "cts",
                    "singleOpenInterest",
                    "singleOpenInterestValue",
                    "fundingIntervalHour",
                    "fundingCap",
                    "basisRateYear",
                    "seq",
                    "RPI",
                    "preOpenPrice",
                    "preQty",
                    "curPreListingPhase",
                    "deliveryTime",
                    "predictedDeliveryPrice",
                    "basisRate",
                    "basis",
                    "deliveryFeeRate",
                    "tickDirection",
                    "displayName",
                    "symbolId",
                    "nextPageCursor",
                    "fundingAt")
            .allowing(Freedom.TEXT, "execId")
            .allowing(Freedom.EMPTY, "a", "b");

    private static final Map<String, String> TOPICS = Map.of(
            "publicTrade.BTCUSDT (linear)", "publicTrade.BTCUSDT snapshot",
            "publicTrade.LTCUSDT (snapshot, derivatives)", "publicTrade.BTCUSDT snapshot",
            "orderbook.50.BTCUSDT (linear, delta)", "orderbook.50.BTCUSDT delta",
            "orderbook.50.BTCPERP (snapshot, derivatives)", "orderbook.50.BTCUSDT snapshot",
            "orderbook.1.BTCUSDT (snapshot, derivatives)", "orderbook.1.BTCUSDT snapshot",
            "tickers.BTCUSDT (linear, snapshot)", "tickers.BTCUSDT snapshot",
            "tickers.BTC-26DEC25 (snapshot, derivatives)", "tickers.BTCUSDT-25DEC26 snapshot",
            "allLiquidation.ROSEUSDT (snapshot)", "allLiquidation.BTCUSDT snapshot",
            "kline.5.BTCUSDT (snapshot)", "kline.5.BTCUSDT snapshot");

    private static final Map<String, String> CALLS = Map.of(
            "GET /v5/market/recent-trade", "recent-trade?category=linear&symbol=BTCUSDT",
            "GET /v5/market/kline", "kline?category=linear&symbol=BTCUSDT&interval=60",
            "GET /v5/market/mark-price-kline", "mark-price-kline?category=linear&symbol=BTCUSDT&interval=60",
            "GET /v5/market/premium-index-price-kline",
                    "premium-index-price-kline?category=linear&symbol=BTCUSDT&interval=60",
            "GET /v5/market/funding/history", "funding/history?category=linear&symbol=BTCUSDT",
            "GET /v5/market/open-interest", "open-interest?category=linear&symbol=BTCUSDT&intervalTime=5min",
            "GET /v5/market/account-ratio", "account-ratio?category=linear&symbol=BTCUSDT&period=5min",
            "GET /v5/market/time", "time");

    @Test
    void topicsLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("bybit");
        try (BybitMarket market = new BybitMarket(BybitCategory.LINEAR);
                TestSocket socket = market.open()) {
            BybitMarket.ask(
                    socket,
                    "1",
                    "subscribe",
                    TOPICS.values().stream()
                            .map(name -> name.split(" ")[0])
                            .distinct()
                            .toArray(String[]::new));
            market.pass(Duration.ofSeconds(30));
            TOPICS.forEach((sample, name) -> {
                JsonNode ours = BybitMarket.frame(socket, name.split(" ")[0], name.split(" ")[1]);
                for (JsonNode real : samples.get(sample)) {
                    assertThat(SHAPE.differences(real, ours))
                            .as("%s: %s beside %s", sample, real, ours)
                            .isEmpty();
                }
            });
        }
    }

    @Test
    void answersLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("bybit");
        try (BybitMarket market = new BybitMarket(BybitCategory.LINEAR)) {
            market.pass(Duration.ofMinutes(3));
            CALLS.forEach((sample, call) -> {
                JsonNode ours = market.call(call);
                for (JsonNode real : samples.get(sample)) {
                    assertThat(SHAPE.differences(real, ours))
                            .as("%s: %s beside %s", sample, real, ours)
                            .isEmpty();
                    assertThat(ours.at("/result/list").isEmpty()).isEqualTo(call.equals("time"));
                }
            });
        }
    }

    @Test
    void contractsAreListedLikeTheVenues() throws IOException {
        JsonNode real = WireSamples.byChannel("bybit").get("GET /v5/market/instruments-info").stream()
                .filter(sample ->
                        sample.at("/result/list/0/symbol").asString("").equals("BTCUSDT")
                                && sample.at("/result/category").asString("").equals("linear"))
                .findFirst()
                .orElseThrow();
        try (BybitMarket market = new BybitMarket(BybitCategory.LINEAR)) {
            JsonNode ours = market.call("instruments-info?category=linear&limit=1000");
            assertThat(SHAPE.differences(real, ours))
                    .as("%s beside %s", real, ours)
                    .isEmpty();
        }
    }

    @Test
    void controlAnswersLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("bybit");
        try (BybitMarket market = new BybitMarket(BybitCategory.LINEAR);
                TestSocket socket = market.open()) {
            assertThat(SHAPE.differences(
                            samples.get("control.subscribe.ack.linear").getFirst(),
                            BybitMarket.ask(socket, "1", "subscribe", "publicTrade.BTCUSDT")))
                    .isEmpty();
            JsonNode pong = BybitMarket.ask(socket, "2", "ping");
            assertThat(SHAPE.differences(samples.get("control.pong").get(1), pong))
                    .isEmpty();
            assertThat(pong.get("ret_msg").asString()).isEqualTo("pong");
            assertThat(pong.get("op").asString()).isEqualTo("ping");
        }
    }
}
