package io.tapeline.emulator.coinbasefutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.kit.WireSamples;
import io.tapeline.emulator.kit.WireShape;
import io.tapeline.emulator.kit.WireShape.Freedom;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each message has the members, JSON types and order of arrays of the real ones kept beside the project. */
class CoinbaseWireTruthTest {
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    // Of some frames only; channels of an answer; and what the venue tells people about a product.
                    "client_id",
                    "level2",
                    "market_trades",
                    "heartbeats",
                    "last",
                    "mid_market",
                    "spread_bps",
                    "spread_absolute",
                    "fcm_trading_session_details",
                    "market_cap",
                    "base_cbrn",
                    "quote_cbrn",
                    "product_cbrn",
                    "icon_color",
                    "icon_url",
                    "display_name_overwrite",
                    "about_description",
                    "best_bid_price",
                    "best_ask_price",
                    "group_description",
                    "group_short_description",
                    "contract_expiry_timezone",
                    "contract_expiry_name",
                    "time_to_expiry_ms",
                    "display_name",
                    "region_enabled",
                    "intraday_margin_rate",
                    "overnight_margin_rate",
                    "contract_code_display_name",
                    "product_group_cbrn")
            .allowing(Freedom.LIST, "level2")
            .allowing(Freedom.TEXT, "funding_rate", "index_price")
            .allowing(Freedom.NULL, "funding_interval", "funding_time")
            .allowing(Freedom.EMPTY, "trades");

    private static void compare(JsonNode real, JsonNode ours) {
        assertThat(SHAPE.differences(real, ours)).as("%s beside %s", real, ours).isEmpty();
    }

    @Test
    void channelsLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("coinbase");
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            for (String channel : List.of("market_trades", "level2", "ticker", "candles")) {
                JsonNode answer = CoinbaseMarket.subscribe(socket, channel);
                if (channel.equals("level2")) {
                    samples.get("advanced.subscriptions_ack").forEach(real -> compare(real, answer));
                }
            }
            market.pass(Duration.ofSeconds(20));
            samples.get("advanced.market_trades")
                    .forEach(real -> compare(
                            real,
                            CoinbaseMarket.frame(
                                    socket,
                                    "market_trades",
                                    real.at("/events/0/type").asString())));
            for (String type : List.of("snapshot", "update")) {
                JsonNode ours = CoinbaseMarket.frame(socket, "l2_data", type);
                samples.get("advanced.l2_data." + type).forEach(real -> compare(real, ours));
            }
            samples.get("advanced.ticker")
                    .forEach(real -> compare(real, CoinbaseMarket.frame(socket, "ticker", "snapshot")));
            samples.get("advanced.candles")
                    .forEach(real -> compare(real, CoinbaseMarket.frame(socket, "candles", "update")));
        }
    }

    @Test
    void heartbeatsAndErrorsLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("coinbase");
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            socket.send("{\"type\":\"subscribe\",\"channel\":\"heartbeats\"}");
            socket.await(1, text -> text.contains("subscriptions"));
            market.pass(Duration.ofSeconds(3));
            Awaitility.await()
                    .until(() -> !CoinbaseMarket.frames(socket, "heartbeats").isEmpty());
            samples.get("advanced.heartbeats")
                    .forEach(real -> compare(
                            real, CoinbaseMarket.frames(socket, "heartbeats").getFirst()));
            socket.send("{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channel\":\"nosuch\"}");
            socket.await(1, text -> text.contains("error"));
            compare(samples.get("advanced.error").getFirst(), socket.frames().getLast());
        }
    }

    @Test
    void answersLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("coinbase");
        try (CoinbaseMarket market = new CoinbaseMarket()) {
            market.pass(Duration.ofMinutes(2));
            JsonNode products = market.call("/market/products?product_type=FUTURE");
            JsonNode real = samples.get("advanced.products.future").getFirst();
            compare(real, products);
            compare(real.at("/products/1"), products.at("/products/1"));
            String product = "/market/products/" + CoinbaseMarket.PRODUCT;
            compare(samples.get("advanced.market_trades_rest").getFirst(), market.call(product + "/ticker?limit=3"));
            compare(
                    samples.get("advanced.candles_rest").getFirst(),
                    market.call(product + "/candles?granularity=ONE_MINUTE"));
        }
    }
}
