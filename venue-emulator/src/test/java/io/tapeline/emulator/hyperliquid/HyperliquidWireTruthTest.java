package io.tapeline.emulator.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.kit.WireSamples;
import io.tapeline.emulator.kit.WireSamples.Sample;
import io.tapeline.emulator.kit.WireShape;
import io.tapeline.emulator.kit.WireShape.Freedom;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HyperliquidWireTruthTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PREFIX = "hyperliquid";
    private static final Set<String> CHANNELS = Set.of(
            "trades",
            "l2Book",
            "bbo",
            "activeAssetCtx",
            "activeSpotAssetCtx",
            "candle",
            "pong",
            "subscriptionResponse");

    private static final Map<String, String> QUESTIONS = Map.of(
            "l2Book", "{\"type\":\"l2Book\",\"coin\":\"BTC\"}",
            "candleSnapshot",
                    "{\"type\":\"candleSnapshot\",\"req\":{\"coin\":\"BTC\",\"interval\":\"1h\",\"startTime\":0,\"endTime\":9999999999999}}",
            "fundingHistory", "{\"type\":\"fundingHistory\",\"coin\":\"BTC\",\"startTime\":0}",
            "metaAndAssetCtxs", "{\"type\":\"metaAndAssetCtxs\",\"dex\":\"\"}",
            "spotMetaAndAssetCtxs", "{\"type\":\"spotMetaAndAssetCtxs\"}",
            "perpDexs", "{\"type\":\"perpDexs\"}",
            "predictedFundings", "{\"type\":\"predictedFundings\"}");

    /** What came in the years after some of the samples, or only some coins have. */
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    "n",
                    "users",
                    "dayBaseVlm",
                    "totalSupply",
                    "isDelisted",
                    "onlyIsolated",
                    "marginMode",
                    "growthMode",
                    "lastGrowthModeChangeTime",
                    "marginTables")
            .allowing(
                    Freedom.EMPTY, "marginTables", "assetToStreamingOiCap", "assetToFundingMultiplier", "subDeployers")
            .allowing(
                    Freedom.NULL,
                    "",
                    "feeRecipient",
                    "oracleUpdater",
                    "evmContract",
                    "fullName",
                    "impactPxs",
                    "midPx",
                    "premium");

    private final VirtualMarket market = new VirtualMarket(VirtualMarket.SETTINGS
            .withPrefixes(PREFIX)
            .withLimits(Map.of(PREFIX, WireLimits.wide().withSilence(Duration.ofDays(1)))));
    private final TestSocket socket = market.open(PREFIX, "/ws");

    @AfterEach
    void close() {
        socket.close();
        market.close();
    }

    private void subscribe(String members) {
        socket.send("{\"method\":\"subscribe\",\"subscription\":{" + members + "}}");
        socket.await(1, text -> text.contains("subscriptionResponse") && text.contains(members.split(",")[0]));
    }

    private JsonNode ours(String channel) {
        return socket.texts().stream()
                .filter(text -> text.startsWith("{"))
                .map(JSON::readTree)
                .filter(frame -> frame.path("channel").asString("").equals(channel))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing on " + channel));
    }

    private JsonNode answer(String question) {
        return JSON.readTree(TestRest.post(market.emulator(), PREFIX, "/info", QUESTIONS.get(question))
                .body());
    }

    @Test
    void messagesAndAnswersLookLikeTheVenues() throws IOException {
        subscribe("\"type\":\"trades\",\"coin\":\"BTC\"");
        subscribe("\"type\":\"l2Book\",\"coin\":\"BTC\"");
        subscribe("\"type\":\"bbo\",\"coin\":\"BTC\"");
        subscribe("\"type\":\"candle\",\"coin\":\"BTC\",\"interval\":\"1m\"");
        subscribe("\"type\":\"activeAssetCtx\",\"coin\":\"BTC\"");
        subscribe("\"type\":\"activeAssetCtx\",\"coin\":\"@142\"");
        socket.send("{\"method\":\"ping\"}");
        market.pass(Duration.ofSeconds(10));
        CHANNELS.forEach(channel -> socket.await(1, text -> text.startsWith("{\"channel\":\"" + channel + "\"")));
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Sample sample : WireSamples.of("hyperliquid")) {
            String channel = sample.channel();
            if (sample.rest() ? QUESTIONS.containsKey(channel) : CHANNELS.contains(channel)) {
                compared++;
                JsonNode ours = sample.rest() ? answer(channel) : ours(channel);
                SHAPE.differences(sample.payload(), ours).forEach(difference -> differences.add(channel + difference));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(24);
    }

    @Test
    void theAnswerRepeatsTheSubscriptionWithMembersOfItsOwn() {
        subscribe("\"type\":\"l2Book\",\"coin\":\"BTC\"");
        assertThat(ours("subscriptionResponse").at("/data/subscription"))
                .isEqualTo(JSON.readTree("{\"type\":\"l2Book\",\"coin\":\"BTC\",\"nSigFigs\":null,\"mantissa\":null}"));
    }

    @Test
    void errorsAreTextWithTheSubscriptionInIt() {
        socket.send("{\"method\":\"subscribe\",\"subscription\":{\"type\":\"trades\",\"coin\":\"NOPE\"}}");
        socket.await(1, text -> text.contains("\"channel\":\"error\"") && text.contains("Invalid subscription {"));
        assertThat(TestRest.post(market.emulator(), PREFIX, "/info", "{\"type\":\"nope\"}")
                        .statusCode())
                .isEqualTo(422);
    }
}
