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

/** Each message about a pair looks like the real ones kept beside the project. */
class BybitSpotWireTruthTest {
    private static final WireShape SHAPE = WireShape.exact()
            // Messages of 2023 lack them.
            .allowing(Freedom.NEWER, "cts", "seq", "RPI")
            // Amounts that happen to be whole have no decimals.
            .allowing(
                    Freedom.FRACTION,
                    "p",
                    "v",
                    "a",
                    "b",
                    "price",
                    "size",
                    "open",
                    "high",
                    "low",
                    "close",
                    "volume",
                    "turnover",
                    "lastPrice",
                    "highPrice24h",
                    "lowPrice24h",
                    "prevPrice24h",
                    "bid1Price",
                    "bid1Size",
                    "ask1Price",
                    "ask1Size",
                    "list")
            .allowing(Freedom.EMPTY, "a", "b");

    private static final Map<String, String> TOPICS = Map.of(
            "publicTrade.BTCUSDT (spot)", "publicTrade.BTCUSDT snapshot",
            "publicTrade.BTCUSDT (spot, snapshot)", "publicTrade.BTCUSDT snapshot",
            "publicTrade.BTCUSDC (spot, snapshot)", "publicTrade.BTCUSDT snapshot",
            "orderbook.1.BTCUSDT (spot)", "orderbook.1.BTCUSDT snapshot",
            "orderbook.50.BTCUSDT (spot, snapshot)", "orderbook.50.BTCUSDT snapshot",
            "orderbook.50.BTCUSDT (spot, delta)", "orderbook.50.BTCUSDT delta",
            "tickers.BTCUSDT (spot)", "tickers.BTCUSDT snapshot",
            "kline.1.BTCUSDT (spot)", "kline.1.BTCUSDT snapshot");

    private static final Map<String, String> CALLS = Map.of(
            "GET /v5/market/recent-trade", "recent-trade?category=spot&symbol=BTCUSDT",
            "GET /v5/market/tickers", "tickers?category=spot&symbol=BTCUSDT",
            "GET /v5/market/instruments-info", "instruments-info?category=spot");

    private static void alike(JsonNode real, JsonNode ours) {
        assertThat(SHAPE.differences(real, ours)).as("%s beside %s", real, ours).isEmpty();
    }

    @Test
    void topicsLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("bybit");
        try (BybitMarket market = new BybitMarket(BybitCategory.SPOT);
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
                samples.get(sample).forEach(real -> alike(real, ours));
            });
        }
    }

    @Test
    void answersLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("bybit");
        try (BybitMarket market = new BybitMarket(BybitCategory.SPOT)) {
            market.pass(Duration.ofMinutes(1));
            CALLS.forEach((sample, call) -> {
                JsonNode ours = market.call(call);
                JsonNode real = samples.get(sample).stream()
                        .filter(one -> one.at("/result/category").asString("").equals("spot"))
                        .findFirst()
                        .orElseThrow();
                alike(real, ours);
                assertThat(ours.at("/result/list").isEmpty()).isFalse();
            });
        }
    }

    @Test
    void controlAnswersLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("bybit");
        try (BybitMarket market = new BybitMarket(BybitCategory.SPOT);
                TestSocket socket = market.open()) {
            JsonNode real = samples.get("control.subscribe.ack.spot").getFirst();
            JsonNode accepted = BybitMarket.ask(socket, "1", "subscribe", "publicTrade.BTCUSDT");
            alike(real, accepted);
            assertThat(accepted.get("ret_msg")).isEqualTo(real.get("ret_msg"));
            socket.send("{\"op\":\"ping\"}");
            JsonNode pong = BybitMarket.pong(socket);
            alike(samples.get("control.pong").getFirst(), pong);
            assertThat(pong.get("ret_msg").asString()).isEqualTo("pong");
        }
    }
}
