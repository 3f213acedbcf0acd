package io.tapeline.emulator.kraken;

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
class KrakenWireTruthTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** Members of later years and of other pairs. */
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    "timestamp",
                    "connection_id",
                    "checksum",
                    "status",
                    "costmin",
                    "cost_decimals",
                    "tick_size",
                    "long_position_limit",
                    "short_position_limit",
                    "position_limit_long",
                    "position_limit_short",
                    "margin_initial")
            .allowing(Freedom.NEWER, "execution_venue")
            .allowing(Freedom.LIST, "leverage_buy", "leverage_sell", "warnings", "error")
            .allowing(Freedom.EMPTY, "bids", "asks", "error", "leverage_buy", "leverage_sell")
            .allowing(Freedom.VALUE, "fees", "fees_maker", "last")
            .allowing(Freedom.FRACTION, "price", "qty", "qty_min", "change", "volume");

    private VirtualMarket market;

    @BeforeEach
    void start() {
        market = new VirtualMarket(VirtualMarket.SETTINGS
                .withPrefixes(KrakenEmulation.PREFIX)
                .withAssets("BTC")
                .withLimits(Map.of(KrakenEmulation.PREFIX, WireLimits.wide().withSilence(Duration.ofDays(1)))));
    }

    @AfterEach
    void stop() {
        market.close();
    }

    @Test
    void everyAnswerHasTheMembersAndTypesOfItsSamples() throws IOException {
        market.pass(Duration.ofSeconds(10));
        like(SHAPE.allowing(Freedom.MAP, "result"), samples("spot.rest.AssetPairs"), rest("/0/public/AssetPairs"));
        like("spot.rest.SystemStatus", rest("/0/public/SystemStatus"));
        like("spot.rest.Time", rest("/0/public/Time"));
        like(SHAPE, ofBitcoin("spot.rest.OHLC"), rest("/0/public/OHLC?pair=XBTUSD&interval=1"));
        JsonNode trades = rest("/0/public/Trades?pair=XBTUSD&since=0&count=5");
        assertThat(trades.path("result").path("XXBTZUSD")).hasSize(5);
        like(SHAPE, ofBitcoin("spot.rest.Trades"), trades);
        assertThat(rest("/0/public/Trades?pair=WWWUSD").path("error").path(0).asString())
                .isEqualTo("EQuery:Unknown asset pair");
    }

    @Test
    void pagesOfTradesFollowTheirCursor() {
        market.pass(Duration.ofSeconds(10));
        JsonNode first = rest("/0/public/Trades?pair=XBTUSD&since=0&count=3").path("result");
        JsonNode next = rest("/0/public/Trades?pair=XBTUSD&count=3&since="
                        + first.path("last").asString())
                .path("result");
        long id = first.path("XXBTZUSD").path(2).path(6).asLong();
        assertThat(next.path("XXBTZUSD").path(0).path(6).asLong()).isEqualTo(id + 1);
    }

    private JsonNode rest(String target) {
        return TestRest.json(market.emulator(), KrakenEmulation.PREFIX, target);
    }

    @Test
    void everyFrameHasTheMembersAndTypesOfItsSamples() throws IOException {
        TestSocket client = market.open(KrakenEmulation.PREFIX, "/v2");
        client.send(subscribe("\"channel\":\"trade\",\"symbol\":[\"BTC/USD\"]", 1));
        client.send(subscribe("\"channel\":\"book\",\"symbol\":[\"BTC/USD\"],\"depth\":10", 2));
        client.send(subscribe("\"channel\":\"ticker\",\"symbol\":[\"BTC/USD\"],\"event_trigger\":\"bbo\"", 3));
        client.send(subscribe("\"channel\":\"ohlc\",\"symbol\":[\"BTC/USD\"],\"interval\":1", 4));
        client.send(subscribe("\"channel\":\"instrument\"", 5));
        client.await(5, text -> text.contains("\"success\":true"));
        client.send(subscribe("\"channel\":\"trade\",\"symbol\":[\"WWW/USD\"]", 6));
        client.send("{\"method\":\"ping\",\"req_id\":7}");
        client.await(1, text -> text.contains("\"pong\""));
        market.pass(Duration.ofSeconds(60));
        like("spot.v2.status", first(client, channel("status")));
        like(
                "spot.v2.pong",
                first(client, frame -> frame.path("method").asString("").equals("pong")));
        acknowledged(client);
        JsonNode refusal = first(client, frame -> frame.has("error"));
        assertThat(SHAPE.differences(samples("spot.v2.error").getLast(), refusal))
                .isEmpty();
        like("spot.v2.trade.update", first(client, channel("trade")));
        for (String channel : List.of("book", "ticker", "ohlc")) {
            like(
                    "spot.v2." + channel + ".snapshot",
                    first(client, channel(channel).and(type("snapshot"))));
            like(
                    "spot.v2." + channel + ".update",
                    first(client, channel(channel).and(type("update"))));
        }
        like("spot.v2.instrument.snapshot", first(client, channel("instrument")));
        like("spot.v2.heartbeat", first(client, channel("heartbeat")));
    }

    private static String subscribe(String params, int id) {
        return "{\"method\":\"subscribe\",\"params\":{" + params + "},\"req_id\":" + id + "}";
    }

    /** Each channel's answer is like those of the same channel. */
    private static void acknowledged(TestSocket client) throws IOException {
        int compared = 0;
        for (JsonNode sample : samples("spot.v2.subscribe_ack")) {
            String channel = sample.path("result").path("channel").asString();
            if (!channel.equals("level3")) {
                JsonNode ours = first(client, frame -> frame.path("result")
                        .path("channel")
                        .asString("")
                        .equals(channel));
                assertThat(SHAPE.allowing(Freedom.VALUE, "event_trigger").differences(sample, ours))
                        .as("%s: %s", channel, ours)
                        .isEmpty();
                compared++;
            }
        }
        assertThat(compared).isEqualTo(5);
    }

    private static Predicate<JsonNode> channel(String name) {
        return frame -> frame.path("channel").asString("").equals(name);
    }

    private static Predicate<JsonNode> type(String name) {
        return frame -> frame.path("type").asString("").equals(name);
    }

    private static JsonNode first(TestSocket socket, Predicate<JsonNode> wanted) {
        return JSON.readTree(
                socket.await(1, text -> wanted.test(JSON.readTree(text))).getFirst());
    }

    private static List<JsonNode> samples(String channel) throws IOException {
        return WireSamples.byChannel("kraken").getOrDefault(channel, List.of());
    }

    /** A result has its rows under the name of the pair. */
    private static List<JsonNode> ofBitcoin(String channel) throws IOException {
        return samples(channel).stream()
                .filter(sample -> sample.path("result").has("XXBTZUSD"))
                .toList();
    }

    private static void like(String channel, JsonNode ours) throws IOException {
        like(SHAPE, samples(channel), ours);
    }

    private static void like(WireShape shape, List<JsonNode> samples, JsonNode ours) {
        assertThat(samples).isNotEmpty();
        for (JsonNode sample : samples) {
            assertThat(shape.differences(sample, ours)).as("%s", ours).isEmpty();
        }
    }
}
