package io.tapeline.emulator.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import io.tapeline.emulator.kit.WireSamples;
import io.tapeline.emulator.kit.WireSamples.Sample;
import io.tapeline.emulator.kit.WireShape;
import io.tapeline.emulator.kit.WireShape.Freedom;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the emulator to the real payloads that are kept beside the project. */
class OkxWireTruthTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SWAP = "BTC-USDT-SWAP";

    /** Samples of a channel of one kind of contract. */
    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("GET /api/v5/public/time", "/api/v5/public/time"),
            Map.entry("GET /api/v5/public/instruments (SWAP)", "/api/v5/public/instruments?instType=SWAP"),
            Map.entry("GET /api/v5/public/instruments (FUTURES)", "/api/v5/public/instruments?instType=FUTURES"),
            Map.entry("GET /api/v5/public/instruments (SPOT)", "/api/v5/public/instruments?instType=SPOT"),
            // The rows are those of the history.
            Map.entry("GET /api/v5/market/trades", "/api/v5/market/history-trades?instId=" + SWAP),
            Map.entry("GET /api/v5/market/candles", "/api/v5/market/candles?instId=" + SWAP),
            Map.entry("GET /api/v5/market/history-candles", "/api/v5/market/history-candles?instId=" + SWAP),
            Map.entry("GET /api/v5/public/funding-rate", "/api/v5/public/funding-rate?instId=" + SWAP),
            Map.entry("GET /api/v5/public/funding-rate-history", "/api/v5/public/funding-rate-history?instId=" + SWAP),
            Map.entry(
                    "GET /api/v5/rubik/stat/contracts/open-interest-history",
                    "/api/v5/rubik/stat/contracts/open-interest-history?instId=" + SWAP),
            Map.entry(
                    "GET /api/v5/rubik/stat/contracts/long-short-account-ratio-contract-top-trader",
                    "/api/v5/rubik/stat/contracts/long-short-account-ratio-contract-top-trader?instId=" + SWAP),
            Map.entry(
                    "GET /api/v5/rubik/stat/taker-volume-contract",
                    "/api/v5/rubik/stat/taker-volume-contract?instId=" + SWAP));

    /** Members that the venue added after some of the samples were taken, or writes for some kinds of contracts only. */
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    "auctionEndTime",
                    "contTdSwTime",
                    "formulaType",
                    "fundingRate",
                    "futureSettlement",
                    "groupId",
                    "impactValue",
                    "instCategory",
                    "instIdCode",
                    "interestRate",
                    "maxFundingRate",
                    "maxLmtAmt",
                    "maxMktAmt",
                    "maxPlatOILmt",
                    "method",
                    "minFundingRate",
                    "nextFundingTime",
                    "openType",
                    "oiUsd",
                    "posLmtAmt",
                    "posLmtPct",
                    "preMktSwTime",
                    "premium",
                    "prevFundingTime",
                    "prevSeqId",
                    "ruleType",
                    "seqId",
                    "settFundingRate",
                    "settState",
                    "source",
                    "tradeQuoteCcyList",
                    "ts",
                    "upcChg",
                    "id",
                    "connId")
            .allowing(Freedom.LIST, "tradeQuoteCcyList")
            .allowing(Freedom.EMPTY, "asks", "bids")
            .allowing(Freedom.TEXT, "nextFundingRate");

    private VirtualMarket market;

    @BeforeEach
    void start() {
        market = OkxMarket.start();
    }

    @AfterEach
    void stop() {
        market.close();
    }

    @Test
    void everyAnswerHasTheMembersTypesAndColumnsOfItsSamples() throws IOException {
        market.pass(Duration.ofSeconds(10));
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Sample sample : WireSamples.of("okx")) {
            String target = ANSWERS.get(sample.channel());
            if (sample.rest() && target != null) {
                compared++;
                JsonNode ours = TestRest.json(market.emulator(), OkxEmulation.PREFIX, target);
                assertThat(ours.get("data")).as(target).isNotEmpty();
                SHAPE.differences(sample.payload(), ours).forEach(found -> differences.add(target + found));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThanOrEqualTo(ANSWERS.size());
    }

    @Test
    void everyFrameHasTheMembersTypesAndColumnsOfItsSamples() throws IOException {
        Map<String, JsonNode> ours = frames();
        List<String> differences = new ArrayList<>();
        Map<String, Integer> compared = new HashMap<>();
        for (Sample sample : WireSamples.of("okx")) {
            JsonNode payload = sample.payload();
            JsonNode own = ours.get(key(payload));
            if (!sample.rest() && own != null && aboutTheSame(payload, own)) {
                compared.merge(key(payload), 1, Integer::sum);
                SHAPE.differences(payload, own).forEach(found -> differences.add(sample.channel() + found));
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared.keySet()).containsExactlyInAnyOrderElementsOf(ours.keySet());
    }

    /** One frame of each kind. */
    private Map<String, JsonNode> frames() {
        TestSocket open = OkxMarket.open(
                market,
                "public",
                "books:" + SWAP,
                "bbo-tbt:" + SWAP,
                "mark-price:" + SWAP,
                "index-tickers:BTC-USDT",
                "funding-rate:" + SWAP,
                "open-interest:" + SWAP,
                "liquidation-orders:SWAP");
        TestSocket business = OkxMarket.open(market, "business", "trades-all:" + SWAP, "candle1m:" + SWAP);
        open.send("{\"id\":\"9\",\"op\":\"subscribe\",\"args\":[{\"channel\":\"books\",\"instId\":\"FOO-USDT\"}]}");
        open.send("{\"op\":\"unsubscribe\",\"args\":[{\"channel\":\"bbo-tbt\",\"instId\":\"" + SWAP + "\"}]}");
        open.await(1, text -> text.contains("\"unsubscribe\""));
        market.pass(Duration.ofSeconds(60));
        open.await(1, text -> text.contains("bkPx"));
        business.await(1, text -> text.contains("tradeId"));
        Map<String, JsonNode> frames = new HashMap<>();
        for (TestSocket socket : List.of(open, business)) {
            socket.frames().forEach(frame -> frames.put(key(frame), frame));
        }
        return frames;
    }

    /** Answers repeat what was asked for, which differs from channel to channel. */
    private static boolean aboutTheSame(JsonNode sample, JsonNode ours) {
        return !sample.has("event")
                || sample.path("arg").has("instId") == ours.path("arg").has("instId");
    }

    private static String key(JsonNode frame) {
        return frame.path("event").asString("")
                + (frame.has("event") ? "" : frame.at("/arg/channel").asString(""))
                + frame.path("action").asString("");
    }
}
