package io.tapeline.emulator.coinbase;

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
class CoinbaseWireTruthTest {
    private static final WireShape SHAPE = WireShape.exact()
            // Of whole books and tickers before 2022, and of answers before 2026.
            .allowing(
                    Freedom.NEWER,
                    "time",
                    "best_bid_size",
                    "best_ask_size",
                    "account_ids",
                    "fx_stablecoin",
                    "max_slippage_percentage",
                    "auction_mode",
                    "high_bid_limit_percentage")
            // Removed in June 2022.
            .allowing(Freedom.ABSENT, "base_min_size", "base_max_size", "max_market_funds")
            .allowing(Freedom.LIST, "product_ids")
            .allowing(Freedom.FRACTION, "")
            .allowing(Freedom.TEXT, "high_bid_limit_percentage");

    private static void compare(List<JsonNode> real, JsonNode ours) {
        assertThat(real).isNotEmpty();
        for (JsonNode one : real) {
            assertThat(SHAPE.differences(one, ours))
                    .as("%s beside %s", one, ours)
                    .isEmpty();
        }
    }

    @Test
    void channelsLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("coinbase");
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            market.pass(Duration.ofSeconds(10));
            compare(
                    samples.get("exchange.subscriptions_ack"),
                    CoinbaseMarket.subscribe(socket, "matches", "ticker", "heartbeat", "level2_batch"));
            market.pass(Duration.ofSeconds(10));
            compare(samples.get("exchange.matches.match"), CoinbaseMarket.frame(socket, "match"));
            compare(samples.get("exchange.matches.last_match"), CoinbaseMarket.frame(socket, "last_match"));
            compare(samples.get("exchange.ticker"), CoinbaseMarket.frame(socket, "ticker"));
            compare(samples.get("exchange.heartbeat"), CoinbaseMarket.frame(socket, "heartbeat"));
            List<JsonNode> whole = samples.get("exchange.level2.snapshot").stream()
                    .filter(real -> !real.toString().contains("0.-10000"))
                    .toList();
            compare(whole, CoinbaseMarket.frame(socket, "snapshot"));
            for (String changes :
                    List.of("level2.update", "level2.delete", "level2_batch.update", "level2_batch.delete")) {
                compare(samples.get("exchange." + changes), CoinbaseMarket.frame(socket, "l2update"));
            }
        }
    }

    @Test
    void errorsLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("coinbase");
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            socket.send("{\"type\":\"subscribe\",\"channels\":[\"heartbeat\"]}");
            JsonNode ours = CoinbaseMarket.frame(socket, "error");
            compare(samples.get("exchange.error"), ours);
            assertThat(ours).isEqualTo(samples.get("exchange.error").getFirst());
        }
    }

    @Test
    void answersLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("coinbase");
        try (CoinbaseMarket market = new CoinbaseMarket()) {
            market.pass(Duration.ofMinutes(2));
            String product = "/products/" + CoinbaseMarket.PRODUCT;
            compare(samples.get("exchange.products"), market.call(product));
            assertThat(market.call("/products").get(0)).isEqualTo(market.call(product));
            compare(samples.get("exchange.trades"), market.call(product + "/trades?limit=3"));
            compare(samples.get("exchange.candles"), market.call(product + "/candles?granularity=60"));
            compare(samples.get("exchange.book.level2"), market.call(product + "/book?level=2"));
        }
    }
}
