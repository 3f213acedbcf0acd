package io.tapeline.emulator.polymarket;

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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A window of two minutes, in virtual time. */
class PolymarketWireTruthTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PREFIX = "polymarket";
    private static final long LENGTH = 120_000;

    /** Refreshes after trades lack what the first book has; an old book has no tick and another order of members. */
    private static final WireShape MESSAGES = WireShape.exact()
            .allowing(Freedom.ABSENT, "tick_size", "last_trade_price")
            .allowing(Freedom.TEXT, "last_trade_price")
            .allowing(Freedom.EMPTY, "bids", "asks");

    /** What concerns neither the book nor the window is left out. */
    private static final WireShape LISTING = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    "liquidity",
                    "image",
                    "icon",
                    "description",
                    "volume",
                    "marketMakerAddress",
                    "createdAt",
                    "updatedAt",
                    "new",
                    "featured",
                    "archived",
                    "restricted",
                    "groupItemThreshold",
                    "questionID",
                    "volumeNum",
                    "liquidityNum",
                    "endDateIso",
                    "startDateIso",
                    "hasReviewedDates",
                    "volume24hr",
                    "volume1wk",
                    "volume1mo",
                    "volume1yr",
                    "volume24hrClob",
                    "volume1wkClob",
                    "volume1moClob",
                    "volume1yrClob",
                    "volumeClob",
                    "liquidityClob",
                    "ready",
                    "funded",
                    "acceptingOrdersTimestamp",
                    "cyom",
                    "competitive",
                    "pagerDutyNotificationEnabled",
                    "approved",
                    "rewardsMinSize",
                    "rewardsMaxSpread",
                    "spread",
                    "lastTradePrice",
                    "bestBid",
                    "bestAsk",
                    "automaticallyActive",
                    "clearBookOnStart",
                    "showGmpSeries",
                    "showGmpOutcome",
                    "manualActivation",
                    "negRiskOther",
                    "pendingDeployment",
                    "deploying",
                    "rfqEnabled",
                    "holdingRewardsEnabled",
                    "requiresTranslation",
                    "makerRebatesFeeShareBps",
                    "creationDate",
                    "openInterest",
                    "commentCount",
                    "series",
                    "showAllOutcomes",
                    "showMarketImages",
                    "enableNegRisk",
                    "seriesSlug",
                    "negRiskAugmented");

    private final VirtualMarket market = new VirtualMarket(VirtualMarket.SETTINGS
            .withPrefixes(PREFIX)
            .withAssets("BTC")
            .withLimits(Map.of(PREFIX, WireLimits.wide().withSilence(Duration.ofDays(1)))));
    private final TestSocket socket = market.open(PREFIX, "/ws/market");
    private final String slug = slug();

    @AfterEach
    void close() {
        socket.close();
        market.close();
    }

    /** The next window that begins. */
    private String slug() {
        long now = TestRest.json(market.emulator(), PREFIX, "/time").asLong() * 1_000;
        long start = (now / LENGTH + 1) * LENGTH;
        market.pass(Duration.ofMillis(start - now));
        return "btc-updown-2m-" + start / 1_000;
    }

    private JsonNode listed() {
        return TestRest.json(market.emulator(), PREFIX, "/markets?slug=" + slug).get(0);
    }

    private List<String> tokens() {
        return JSON.readTree(listed().get("clobTokenIds").asString())
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private void subscribe(List<String> tokens) {
        socket.send("{\"type\":\"market\",\"assets_ids\":[\"" + String.join("\",\"", tokens)
                + "\"],\"initial_dump\":true,\"level\":2,\"custom_feature_enabled\":true}");
        socket.await(1, text -> text.startsWith("["));
    }

    /** Messages, those in arrays one by one. */
    private List<JsonNode> messages(String type) {
        return socket.frames().stream()
                .flatMap(frame -> frame.isArray() ? frame.valueStream() : Stream.of(frame))
                .filter(message -> message.path("event_type").asString("").equals(type))
                .toList();
    }

    private void watchTheWholeWindow() {
        subscribe(tokens());
        market.pass(Duration.ofMillis(LENGTH).plusSeconds(70));
        socket.await(1, text -> text.contains("market_resolved"));
    }

    @Test
    void messagesLookLikeTheVenues() throws IOException {
        watchTheWholeWindow();
        List<String> differences = new ArrayList<>();
        for (Sample sample : WireSamples.of(PREFIX)) {
            String type = sample.payload().path("event_type").asString("");
            boolean old = sample.channel().contains("2024") || type.equals("new_market");
            if (!sample.rest() && !type.isEmpty() && !old) {
                assertThat(messages(type)).as(type).isNotEmpty();
                messages(type).stream()
                        .limit(50)
                        .flatMap(ours -> MESSAGES.differences(sample.payload(), ours).stream())
                        .forEach(difference -> differences.add(sample.channel() + difference));
            }
        }
        assertThat(differences.stream().distinct()).isEmpty();
    }

    @Test
    void answersLookLikeTheVenues() throws IOException {
        List<String> differences = new ArrayList<>();
        for (Sample sample : WireSamples.of(PREFIX)) {
            if (sample.channel().startsWith("CLOB GET /book (btc")) {
                JsonNode book = TestRest.json(market.emulator(), PREFIX, "/book?token_id=" + tokens().getFirst());
                differences.addAll(MESSAGES.differences(sample.payload(), book));
            } else if (sample.channel().startsWith("Gamma GET /markets")) {
                differences.addAll(LISTING.differences(sample.payload(), listed()));
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void anOrderIsOneFrameAboutBothTokensFromBothSides() {
        watchTheWholeWindow();
        List<JsonNode> changes = messages("price_change");
        assertThat(changes).hasSizeGreaterThan(100);
        for (JsonNode change : changes) {
            JsonNode up = change.get("price_changes").get(0);
            JsonNode down = change.get("price_changes").get(1);
            assertThat(List.of(
                            up.get("asset_id").asString(), down.get("asset_id").asString()))
                    .containsExactlyInAnyOrderElementsOf(tokens());
            assertThat(decimal(up.get("price")).add(decimal(down.get("price")))).isEqualByComparingTo("1");
            assertThat(up.get("size")).isEqualTo(down.get("size"));
            assertThat(up.get("side")).isNotEqualTo(down.get("side"));
        }
    }

    private static BigDecimal decimal(JsonNode text) {
        return new BigDecimal(text.asString());
    }

    @Test
    void theTickGetsFinerAndTheOutcomeIsToldAndListed() {
        watchTheWholeWindow();
        assertThat(messages("tick_size_change")).hasSize(2);
        JsonNode resolved = messages("market_resolved").getFirst();
        JsonNode listed = listed();
        assertThat(listed.get("closed").asBoolean()).isTrue();
        int won = tokens().indexOf(resolved.get("winning_asset_id").asString());
        assertThat(JSON.readTree(listed.get("outcomePrices").asString())
                        .get(won)
                        .asString())
                .isEqualTo("1");
        assertThat(JSON.readTree(listed.get("outcomes").asString()).get(won))
                .isEqualTo(resolved.get("winning_outcome"));
    }

    @Test
    void tradesAreListedNewestFirstWithSeconds() {
        watchTheWholeWindow();
        JsonNode trades = TestRest.json(
                market.emulator(),
                PREFIX,
                "/trades?market=" + listed().get("conditionId").asString() + "&limit=500&offset=0");
        List<JsonNode> told = messages("last_trade_price");
        assertThat(trades.size()).isEqualTo(Math.min(500, told.size()));
        assertThat(trades.get(0).get("timestamp").asLong())
                .isEqualTo(Long.parseLong(told.getLast().get("timestamp").asString()) / 1_000);
        assertThat(trades.get(0).get("price").asString())
                .isEqualTo(told.getLast().get("price").asString());
    }

    @Test
    void whatIsNotThereIsAnEmptyListOrNotFoundOrSilence() {
        assertThat(TestRest.json(market.emulator(), PREFIX, "/events?slug=btc-updown-2m-1")
                        .isEmpty())
                .isTrue();
        assertThat(TestRest.json(market.emulator(), PREFIX, "/events?slug=doge-updown-5m-1773307200")
                        .isEmpty())
                .isTrue();
        assertThat(TestRest.get(market.emulator(), PREFIX, "/book?token_id=1").statusCode())
                .isEqualTo(404);
        socket.send("{\"type\":\"market\",\"assets_ids\":[\"1\"]}");
        socket.send("PING");
        socket.await(1, text -> text.equals("PONG"));
        assertThat(socket.texts()).containsExactly("PONG");
    }

    @Test
    void whatIsSubscribedAlreadyIsAnsweredInWords() {
        subscribe(tokens());
        socket.send("{\"operation\":\"subscribe\",\"assets_ids\":[\"" + tokens().getFirst() + "\"]}");
        socket.await(1, text -> text.equals("NO NEW ASSETS"));
        socket.send("hello");
        socket.await(1, text -> text.equals("INVALID OPERATION"));
    }

    @Test
    void whoSendsNoPingIsCut() {
        try (VirtualMarket strict = new VirtualMarket(
                        VirtualMarket.SETTINGS.withPrefixes(PREFIX).withAssets("BTC"));
                TestSocket mute = strict.open(PREFIX, "/ws/market")) {
            strict.pass(Duration.ofSeconds(70));
            mute.awaitEnd();
        }
    }

    @Test
    void hoursAreNamedInWords() {
        long now = TestRest.json(market.emulator(), PREFIX, "/time").asLong();
        String words = DateTimeFormatter.ofPattern("MMMM-d-yyyy-ha", Locale.ENGLISH)
                .format(Instant.ofEpochSecond(now).atZone(ZoneId.of("America/New_York")))
                .toLowerCase(Locale.ROOT);
        JsonNode hour = TestRest.json(market.emulator(), PREFIX, "/events?slug=bitcoin-up-or-down-" + words + "-et");
        assertThat(hour.size()).isEqualTo(1);
        assertThat(Instant.parse(hour.get(0).get("startTime").asString()).getEpochSecond())
                .isEqualTo(now / 3_600 * 3_600);
    }
}
