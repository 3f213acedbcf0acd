package io.tapeline.emulator.coinbasefutures;

import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import io.tapeline.emulator.market.MarketRates;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The emulated venue with a clock that stands still, and a client of it. */
final class CoinbaseMarket implements AutoCloseable {
    static final String PRODUCT = "BIP-20DEC30-CDE";

    private final VirtualMarket market = new VirtualMarket(EmulatorSettings.defaults()
            .withPrefixes(CoinbaseFuturesEmulation.PREFIX)
            .withAssets("BTC")
            .withStart(Instant.parse("2026-11-20T10:00:00Z"))
            .withMarket(new MarketRates(5, 20, 30, 0.02, 60, 10_000, 2)));

    void pass(Duration duration) {
        market.pass(duration);
    }

    TestSocket open() {
        return market.open(CoinbaseFuturesEmulation.PREFIX, "");
    }

    /** Subscribes to a channel of the product and waits for the answer that names it. */
    static JsonNode subscribe(TestSocket socket, String channel) {
        socket.send("{\"type\":\"subscribe\",\"product_ids\":[\"" + PRODUCT + "\"],\"channel\":\"" + channel + "\"}");
        Awaitility.await(channel).until(() -> frames(socket, "subscriptions").stream()
                .anyMatch(answer -> answer.at("/events/0/subscriptions").has(channel)));
        return frames(socket, "subscriptions").getLast();
    }

    static List<JsonNode> frames(TestSocket socket, String channel) {
        return socket.frames().stream()
                .filter(frame -> frame.path("channel").asString("").equals(channel))
                .toList();
    }

    /** The first frame of a channel and a type. */
    static JsonNode frame(TestSocket socket, String channel, String type) {
        Awaitility.await(channel + " " + type)
                .until(() -> !frames(socket, channel, type).isEmpty());
        return frames(socket, channel, type).getFirst();
    }

    private static List<JsonNode> frames(TestSocket socket, String channel, String type) {
        return frames(socket, channel).stream()
                .filter(frame -> frame.at("/events/0/type").asString("").equals(type))
                .toList();
    }

    HttpResponse<String> get(String target) {
        return TestRest.get(market.emulator(), CoinbaseFuturesEmulation.PREFIX, "/api/v3/brokerage" + target);
    }

    JsonNode call(String target) {
        return TestRest.json(market.emulator(), CoinbaseFuturesEmulation.PREFIX, "/api/v3/brokerage" + target);
    }

    @Override
    public void close() {
        market.close();
    }
}
