package io.tapeline.emulator.coinbase;

import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import io.tapeline.emulator.market.MarketRates;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The emulated venue with a clock that stands still, and a client of it. */
final class CoinbaseMarket implements AutoCloseable {
    static final String PRODUCT = "BTC-USD";

    private final VirtualMarket market = new VirtualMarket(EmulatorSettings.defaults()
            .withPrefixes(CoinbaseEmulation.PREFIX)
            .withAssets("BTC", "ETH")
            .withStart(Instant.parse("2026-11-20T10:00:00Z"))
            .withMarket(new MarketRates(5, 20, 30, 0.02, 60, 10_000, 2)));

    void pass(Duration duration) {
        market.pass(duration);
    }

    TestSocket open() {
        return market.open(CoinbaseEmulation.PREFIX, "");
    }

    /** Asks for channels of the product. */
    static void send(TestSocket socket, String type, String... channels) {
        socket.send("{\"type\":\"" + type + "\",\"product_ids\":[\"" + PRODUCT + "\"],\"channels\":[\""
                + String.join("\",\"", channels) + "\"]}");
    }

    /** Subscribes to channels of the product and waits for the answer. */
    static JsonNode subscribe(TestSocket socket, String... channels) {
        int before = frames(socket, "subscriptions").size();
        send(socket, "subscribe", channels);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> frames(socket, "subscriptions").size() > before);
        return frames(socket, "subscriptions").getLast();
    }

    static List<JsonNode> frames(TestSocket socket, String type) {
        return socket.frames().stream().filter(of(type)).toList();
    }

    private static Predicate<JsonNode> of(String type) {
        return frame -> frame.path("type").asString("").equals(type);
    }

    /** The first frame of a type. */
    static JsonNode frame(TestSocket socket, String type) {
        Awaitility.await(type).atMost(Duration.ofSeconds(30)).until(() -> !frames(socket, type)
                .isEmpty());
        return frames(socket, type).getFirst();
    }

    HttpResponse<String> get(String target) {
        return TestRest.get(market.emulator(), CoinbaseEmulation.PREFIX, target);
    }

    JsonNode call(String target) {
        return TestRest.json(market.emulator(), CoinbaseEmulation.PREFIX, target);
    }

    @Override
    public void close() {
        market.close();
    }
}
