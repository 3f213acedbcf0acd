package io.tapeline.emulator.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.kit.WireSamples;
import io.tapeline.emulator.kit.WireShape;
import io.tapeline.emulator.kit.WireShape.Freedom;
import io.tapeline.emulator.market.MarketRates;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each message has the members and JSON types of the real ones kept beside the project. */
class DriftWireTruthTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern WHOLE_AMOUNT = Pattern.compile(
            "(\"(?:fill[A-Z]\\w+|oracle\\w+|\\w+Volume|price|\\w+Fee|\\w+AmountFilled)\":-?\\d+)(?=[,}])");
    private static final String CANDLES =
            "{\"type\":\"subscribe\",\"channelType\":\"candle\",\"symbol\":\"SOL-PERP\",\"resolution\":\"1\"}";

    /** What the real ones do not all have, what those who kept them left out, and what concerns accounts alone. */
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    "success",
                    "indicative",
                    "dlob",
                    "vamm",
                    "fillRecordId",
                    "slot",
                    "marketType",
                    "makerOrderDirection",
                    "createdAt",
                    "makerFee",
                    "takerFee",
                    "txSigIndex",
                    "filler",
                    "price",
                    "makerExistingBaseAssetAmount",
                    "makerRebate",
                    "quoteAssetAmountSurplus",
                    "makerExistingQuoteEntryAmount",
                    "takerOrderCumulativeQuoteAssetAmountFilled",
                    "referrerReward",
                    "takerExistingQuoteEntryAmount",
                    "bitFlags",
                    "takerOrderId",
                    "taker",
                    "takerExistingBaseAssetAmount",
                    "makerOrderBaseAssetAmount",
                    "marketFilter",
                    "makerOrderCumulativeQuoteAssetAmountFilled",
                    "spotFulfillmentMethodFee",
                    "maker",
                    "takerOrderBaseAssetAmount",
                    "makerOrderId",
                    "makerOrderCumulativeBaseAssetAmountFilled",
                    "takerOrderCumulativeBaseAssetAmountFilled",
                    "entity",
                    "fillerReward")
            .byKind("markets", "marketType")
            .allowing(Freedom.EMPTY, "records")
            .allowing(Freedom.NULL, "nextPage");

    private final Emulator emulator = Emulator.start(EmulatorSettings.defaults()
            .withPrefixes("drift")
            .withAssets("SOL")
            .withMarket(new MarketRates(10, 20, 60, 0.02, 20, 10_000, 1)));

    @AfterEach
    void stop() {
        emulator.close();
    }

    private static void compare(JsonNode real, JsonNode ours) {
        assertThat(SHAPE.differences(real, ours)).as("%s beside %s", real, ours).isEmpty();
    }

    private JsonNode get(String target) {
        return TestRest.json(emulator, "drift", target);
    }

    /** Amounts that happen to be whole have no point on the wire; here they get one, to be compared with others. */
    private static JsonNode first(TestSocket socket, String words) {
        String text = socket.await(1, each -> each.contains(words)).getFirst();
        return JSON.readTree(WHOLE_AMOUNT.matcher(text).replaceAll("$1.5"));
    }

    @Test
    void answersLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("drift");
        compare(samples.get("/l2").getFirst(), get("/l2?marketName=SOL-PERP&depth=5"));
        compare(samples.get("/stats/markets").getFirst(), get("/stats/markets"));
        compare(
                samples.get("/market/SOL-PERP/fundingRates (decimal strings)").getFirst(),
                get("/market/SOL-PERP/fundingRates?limit=3"));
        compare(samples.get("/market/SOL-PERP/trades").getFirst(), get("/market/SOL-PERP/trades?limit=3"));
        assertThat(get("/market/SOL-PERP/candles/1?limit=3").get("records").size())
                .isEqualTo(3);
    }

    @Test
    void theSocketOfCandlesLooksLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("drift");
        try (TestSocket socket = TestSocket.open(emulator, "drift", "/data/ws")) {
            socket.send(CANDLES);
            compare(samples.get("data-ws subscription ack").getFirst(), first(socket, "\"subscription\""));
            compare(samples.get("data-ws candle init").getFirst(), first(socket, "\"init\""));
            compare(
                    samples.get("data-ws trade (element of update.trades)").getFirst(),
                    first(socket, "\"update\"").get("trades").get(0));
            socket.send(CANDLES.replace("SOL-PERP", "NONE-PERP"));
            compare(samples.get("data-ws error").getFirst(), first(socket, "\"error\""));
        }
    }

    @Test
    void theSocketOfBooksLooksLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("drift");
        String subscribe =
                "{\"type\":\"subscribe\",\"marketType\":\"perp\",\"channel\":\"orderbook\",\"market\":\"SOL-PERP\",\"grouping\":1}";
        try (TestSocket socket = TestSocket.open(emulator, "drift", "/dlob/ws")) {
            socket.send(subscribe);
            JsonNode acknowledged = first(socket, "Subscribe received");
            compare(samples.get("ack").getFirst(), acknowledged);
            assertThat(acknowledged.get("message").asString())
                    .isEqualTo("Subscribe received for channel: orderbook, market: SOL-PERP, marketType: perp");
            JsonNode book = JSON.readTree(
                    first(socket, "orderbook_perp_0_grouped_1").get("data").asString());
            assertThat(book.get("bids").get(0).get("price").isNumber()).isTrue();
            compare(samples.get("heartbeat").getFirst(), first(socket, "heartbeat"));
            socket.send(subscribe.replace("SOL-PERP", "NONE-PERP"));
            compare(samples.get("error").getFirst(), first(socket, "Error subscribing"));
        }
    }
}
