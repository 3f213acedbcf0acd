package io.tapeline.emulator.krakenfutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.WireSamples;
import io.tapeline.emulator.kit.WireShape;
import io.tapeline.emulator.kit.WireShape.Freedom;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the emulator to the real payloads that are kept beside the project. */
class KrakenFuturesWireTruthTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** Members of later years and of other types of products. */
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    "serverTime",
                    "result",
                    "retailMarginLevels",
                    "marginLevels",
                    "category",
                    "tags",
                    "tradfi",
                    "mtf",
                    "underlying",
                    "lastTradingTime",
                    "fundingRateCoefficient",
                    "maxRelativeFundingRate",
                    "impactMidSize",
                    "maxPositionSize",
                    "openingDate",
                    "contractValueTradePrecision",
                    "postOnly",
                    "feeScheduleUid",
                    "base",
                    "quote",
                    "pair",
                    "isin",
                    "more_candles",
                    "funding_rate",
                    "funding_rate_prediction",
                    "relative_funding_rate",
                    "relative_funding_rate_prediction",
                    "next_funding_rate_time",
                    "post_only",
                    "volumeQuote",
                    "open",
                    "high",
                    "low")
            .allowing(Freedom.EMPTY, "marginLevels", "trades")
            .allowing(
                    Freedom.FRACTION,
                    "open",
                    "high",
                    "low",
                    "last",
                    "price",
                    "qty",
                    "ask",
                    "ask_size",
                    "bid",
                    "bid_size",
                    "volume",
                    "volumeQuote",
                    "openInterest",
                    "markPrice",
                    "index",
                    "premium",
                    "change",
                    "funding_rate",
                    "funding_rate_prediction",
                    "relative_funding_rate",
                    "relative_funding_rate_prediction",
                    "fundingRate",
                    "relativeFundingRate",
                    "tickSize",
                    "contractSize",
                    "impactMidSize",
                    "maxPositionSize");

    private VirtualMarket market;

    @BeforeEach
    void start() {
        market = new VirtualMarket(VirtualMarket.SETTINGS
                .withPrefixes(KrakenFuturesEmulation.PREFIX)
                .withAssets("BTC")
                .withLimits(
                        Map.of(KrakenFuturesEmulation.PREFIX, WireLimits.wide().withSilence(Duration.ofDays(1)))));
    }

    @AfterEach
    void stop() {
        market.close();
    }

    @Test
    void everyAnswerHasTheMembersAndTypesOfItsSamples() throws IOException {
        like("futures.rest.instruments", rest("/derivatives/api/v3/instruments"));
        like("futures.rest.instruments_status", rest("/derivatives/api/v3/instruments/status"));
        like(
                "futures.rest.historical-funding-rates",
                rest("/derivatives/api/v3/historical-funding-rates?symbol=PF_XBTUSD"));
        JsonNode chart = rest("/api/charts/v1/trade/PI_XBTUSD/1m?from=1795168500&to=1795168800");
        assertThat(chart.get("candles")).isNotEmpty();
        assertThat(SHAPE.differences(
                        WireSamples.byChannel("kraken")
                                .get("futures.rest.charts")
                                .getLast(),
                        chart))
                .isEmpty();
        assertThat(rest("/derivatives/api/v3/historical-funding-rates?symbol=PF_NOSUCH")
                        .get("result")
                        .asString())
                .isEqualTo("error");
    }

    private JsonNode rest(String target) {
        return TestRest.json(market.emulator(), KrakenFuturesEmulation.PREFIX, target);
    }

    @Test
    void everyFrameHasTheMembersAndTypesOfItsSamples() throws IOException {
        TestSocket client = market.open(KrakenFuturesEmulation.PREFIX, "/ws/v1");
        for (String feed : List.of("trade", "book", "ticker")) {
            client.send("{\"event\":\"subscribe\",\"feed\":\"" + feed + "\",\"product_ids\":[\"pi_xbtusd\"]}");
        }
        client.send("{\"event\":\"subscribe\",\"feed\":\"heartbeat\"}");
        client.await(4, text -> text.contains("\"subscribed\""));
        client.send("{\"event\":\"subscribe\",\"feed\":\"book\",\"product_ids\":[\"PF_NOTAREALTHING\"]}");
        client.send("{\"event\":\"ping\"}");
        client.await(2, text -> text.contains("\"alert\""));
        market.pass(Duration.ofSeconds(60));
        like("futures.info", first(client, event("info")));
        like("futures.subscribed", first(client, event("subscribed")));
        like("futures.alert", first(client, event("alert")));
        for (String feed : List.of("trade", "trade_snapshot", "book", "book_snapshot", "ticker")) {
            like("futures." + feed, first(client, feed(feed)));
        }
        like("futures.trade.liquidation", first(client, feed("trade").and(frame -> frame.get("type")
                .asString()
                .equals("liquidation"))));
        assertThat(first(client, feed("heartbeat")).get("time").isNumber()).isTrue();
    }

    private static Predicate<JsonNode> event(String name) {
        return frame -> frame.path("event").asString("").equals(name);
    }

    private static Predicate<JsonNode> feed(String name) {
        return frame -> !frame.has("event") && frame.path("feed").asString("").equals(name);
    }

    private static JsonNode first(TestSocket socket, Predicate<JsonNode> wanted) {
        return JSON.readTree(
                socket.await(1, text -> wanted.test(JSON.readTree(text))).getFirst());
    }

    private static void like(String channel, JsonNode ours) throws IOException {
        List<JsonNode> samples = WireSamples.byChannel("kraken").getOrDefault(channel, List.of());
        assertThat(samples).as(channel).isNotEmpty();
        for (JsonNode sample : samples) {
            assertThat(SHAPE.differences(sample, ours))
                    .as("%s: %s", channel, ours)
                    .isEmpty();
        }
    }
}
