package io.tapeline.emulator.deribit;

import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import io.tapeline.emulator.market.MarketRates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The emulated venue with a clock that stands still, and a client of it. */
final class DeribitMarket implements AutoCloseable {
    private final VirtualMarket market = new VirtualMarket(EmulatorSettings.defaults()
            .withPrefixes(DeribitEmulation.PREFIX)
            .withAssets("BTC")
            .withStart(Instant.parse("2026-11-20T10:00:00Z"))
            .withMarket(new MarketRates(1, 5, 6, 0.02, 20, 10_000, 2)));

    Emulator emulator() {
        return market.emulator();
    }

    void pass(Duration duration) {
        market.pass(duration);
    }

    TestSocket open() {
        return market.open(DeribitEmulation.PREFIX, "/ws/api/v2");
    }

    /** Sends a request and returns its answer. */
    JsonNode ask(TestSocket socket, int id, String method, String params) {
        socket.send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}");
        Awaitility.await().until(() -> answer(socket, id) != null);
        return answer(socket, id);
    }

    private static JsonNode answer(TestSocket socket, int id) {
        return socket.frames().stream()
                .filter(frame -> frame.path("id").asInt(-1) == id)
                .findFirst()
                .orElse(null);
    }

    JsonNode subscribe(TestSocket socket, int id, String... channels) {
        String names = Stream.of(channels).map(name -> '"' + name + '"').collect(Collectors.joining(","));
        return ask(socket, id, "public/subscribe", "{\"channels\":[" + names + "]}");
    }

    /** Data of a channel so far. */
    static List<JsonNode> data(TestSocket socket, String channel) {
        return socket.frames().stream()
                .filter(frame ->
                        frame.path("params").path("channel").asString("").equals(channel))
                .map(frame -> frame.get("params").get("data"))
                .toList();
    }

    /** Waits for data of a channel. */
    static JsonNode first(TestSocket socket, String channel) {
        Awaitility.await(channel).until(() -> !data(socket, channel).isEmpty());
        return data(socket, channel).getFirst();
    }

    /** The result of a call. */
    JsonNode call(String methodAndQuery) {
        return TestRest.json(emulator(), DeribitEmulation.PREFIX, "/api/v2/public/" + methodAndQuery)
                .get("result");
    }

    @Override
    public void close() {
        market.close();
    }
}
