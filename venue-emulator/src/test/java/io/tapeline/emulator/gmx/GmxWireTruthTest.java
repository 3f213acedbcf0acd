package io.tapeline.emulator.gmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.kit.WireSamples;
import io.tapeline.emulator.kit.WireShape;
import io.tapeline.emulator.kit.WireShape.Freedom;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each answer has the members and JSON types of the real ones kept beside the project, and of the documented ones. */
class GmxWireTruthTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ETH = "0x70d95587d40A2caf56bd97485aB3Eec10Bee6336";

    /** What the real ones do not all have, or what those who kept them left out. */
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    "synthetic",
                    "borrowingRateLong",
                    "borrowingRateShort",
                    "symbol",
                    "minPrice",
                    "maxPrice",
                    "markPrice",
                    "shortInterestUsd",
                    "longInterestUsdMark",
                    "shortInterestUsdMark",
                    "longInterestInTokens",
                    "shortInterestInTokens");

    private final Emulator emulator =
            Emulator.start(EmulatorSettings.defaults().withPrefixes("gmx").withAssets("BTC", "ETH"));

    @AfterEach
    void stop() {
        emulator.close();
    }

    private JsonNode get(String target) {
        return TestRest.json(emulator, "gmx", target);
    }

    private static void compare(JsonNode real, JsonNode ours) {
        assertThat(SHAPE.differences(real, ours)).as("%s beside %s", real, ours).isEmpty();
    }

    @Test
    void answersLookLikeTheVenues() throws IOException {
        Map<String, List<JsonNode>> samples = WireSamples.byChannel("gmx");
        compare(samples.get("/ping").getFirst(), get("/ping"));
        compare(samples.get("/tokens").getFirst(), get("/tokens"));
        compare(samples.get("/markets").getFirst(), get("/markets"));
        compare(samples.get("/prices/tickers").getFirst(), get("/prices/tickers"));
        compare(samples.get("/prices/tickers").getLast(), get("/prices/tickers").get(0));
        compare(
                samples.get("/markets/info").getFirst(),
                get("/markets/info").get("markets").get(0));
        compare(
                samples.get("/v1/markets/tickers").getFirst(),
                get("/v1/markets/tickers").get(0));
        assertThat(get("/prices/candles?tokenSymbol=ETH&period=1m&limit=3")
                        .get("candles")
                        .get(0)
                        .size())
                .isEqualTo(5);
    }

    @Test
    void snapshotsOfAMarketAreFoundByTheAddressWithItsChecksumAlone() throws IOException {
        JsonNode ours = snapshots(ETH);
        compare(WireSamples.byChannel("gmx").get("fundingRateSnapshots").getFirst(), ours);
        assertThat(ours.at("/data/fundingRateSnapshots").size()).isPositive();
        assertThat(snapshots(ETH.toLowerCase()).at("/data/fundingRateSnapshots").size())
                .isZero();
    }

    private JsonNode snapshots(String market) {
        String query = "{ fundingRateSnapshots(where: {marketAddress_eq: \"" + market
                + "\", snapshotTimestamp_gt: 0, snapshotTimestamp_lt: 99999999999}) { marketAddress } }";
        String body = JSON.writeValueAsString(Map.of("query", query));
        return JSON.readTree(
                TestRest.post(emulator, "gmx", "/api/graphql", body).body());
    }

    @Test
    void aPageOfMoreThanThreeHundredIsRefused() {
        HttpResponse<String> refused = TestRest.post(emulator, "gmx", "/v1/trades/search", "{\"limit\":301}");
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode error = JSON.readTree(refused.body());
        assertThat(error.propertyNames()).containsExactly("code", "message", "traceId");
    }
}
