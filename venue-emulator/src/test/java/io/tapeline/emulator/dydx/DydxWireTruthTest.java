package io.tapeline.emulator.dydx;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DydxWireTruthTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PREFIX = "dydx";

    /** A side of a book that did not change is not there, nor are members of a market that did not. */
    private static final WireShape SHAPE = WireShape.exact()
            .allowing(
                    Freedom.ABSENT,
                    "bids",
                    "asks",
                    "nextFundingRate",
                    "trading",
                    "oraclePrices",
                    "createdAtHeight",
                    "defaultFundingRate1H")
            .allowing(Freedom.MAP, "markets", "trading", "oraclePrices")
            .allowing(Freedom.EMPTY, "trades");

    private final VirtualMarket market = new VirtualMarket(VirtualMarket.SETTINGS
            .withPrefixes(PREFIX)
            .withLimits(Map.of(PREFIX, WireLimits.wide().withPings(Duration.ofDays(1), Duration.ofDays(1)))));
    private final TestSocket socket = market.open(PREFIX, "/v4/ws");

    @AfterEach
    void close() {
        socket.close();
        market.close();
    }

    private void subscribe(String channel, String id) {
        String about = id.isEmpty() ? "" : "\"id\":\"" + id + "\",";
        socket.send("{\"type\":\"subscribe\",\"channel\":\"" + channel + "\"," + about + "\"batched\":false}");
        socket.await(1, text -> text.contains("\"subscribed\"") && text.contains(channel));
    }

    private JsonNode ours(JsonNode real) {
        return socket.frames().stream()
                .filter(frame -> frame.path("type").equals(real.path("type")))
                .filter(frame -> frame.path("channel").equals(real.path("channel")))
                .filter(frame -> frame.path("contents").has("trading")
                        || !real.path("contents").has("trading"))
                .filter(frame -> frame.path("contents").has("oraclePrices")
                        || !real.path("contents").has("oraclePrices"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing like " + real));
    }

    @Test
    void messagesAndAnswersLookLikeTheVenues() throws IOException {
        subscribe("v4_trades", "BTC-USD");
        subscribe("v4_orderbook", "BTC-USD");
        subscribe("v4_candles", "BTC-USD/1MIN");
        subscribe("v4_markets", "");
        market.pass(Duration.ofSeconds(30));
        socket.await(1, text -> text.contains("\"channel_data\"") && text.contains("\"trading\""));
        List<String> differences = new ArrayList<>();
        for (Sample sample : WireSamples.of("dydx")) {
            if (sample.source().contains("2023 testnet")) {
                continue;
            }
            String channel = sample.channel();
            JsonNode real = sample.payload();
            JsonNode ours = sample.rest() ? TestRest.json(market.emulator(), PREFIX, channel) : ours(real);
            SHAPE.differences(real, ours).forEach(difference -> differences.add(channel + difference));
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void framesAreNumberedOverAllChannelsFromTheGreetingOn() {
        socket.await(1, text -> text.contains("\"connected\""));
        subscribe("v4_trades", "BTC-USD");
        subscribe("v4_orderbook", "BTC-USD");
        market.pass(Duration.ofSeconds(5));
        socket.await(10, text -> text.contains("channel_data"));
        List<Integer> numbers = socket.frames().stream()
                .map(frame -> frame.get("message_id").asInt())
                .toList();
        assertThat(numbers.getFirst()).isZero();
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i);
        }
    }

    @Test
    void whatCannotBeSubscribedIsAnsweredWithTheVenuesWords() {
        socket.send("{\"type\":\"subscribe\",\"channel\":\"v4_trades\",\"id\":\"NOPE-USD\"}");
        assertThat(socket.await(1, text -> text.contains("\"error\"")).getFirst())
                .contains("Invalid subscription id for channel: (v4_trades-NOPE-USD)");
        subscribe("v4_trades", "BTC-USD");
        socket.send("{\"type\":\"subscribe\",\"channel\":\"v4_trades\",\"id\":\"BTC-USD\"}");
        socket.await(1, text -> text.contains("already subscribed (v4_trades-BTC-USD)"));
        assertThat(TestRest.get(market.emulator(), PREFIX, "/v4/trades/perpetualMarket/NOPE-USD")
                        .statusCode())
                .isEqualTo(400);
    }
}
