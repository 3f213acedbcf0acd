package io.tapeline.emulator.bybit;

import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import io.tapeline.emulator.market.MarketRates;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The emulated venue with a clock that stands still, and a client of it. */
final class BybitMarket implements AutoCloseable {
    private final BybitCategory category;
    private final VirtualMarket market;

    BybitMarket(BybitCategory category) {
        this.category = category;
        market = new VirtualMarket(EmulatorSettings.defaults()
                .withPrefixes(category.prefix())
                .withAssets("BTC")
                .withStart(Instant.parse("2026-11-20T10:00:00Z"))
                .withMarket(new MarketRates(2, 10, 30, 0.02, 60, 10_000, 2)));
    }

    VirtualMarket market() {
        return market;
    }

    void pass(Duration duration) {
        market.pass(duration);
    }

    TestSocket open() {
        return market.open(category.prefix(), category.stream());
    }

    /** Sends a request and returns its answer. */
    static JsonNode ask(TestSocket socket, String id, String op, String... topics) {
        String args = Stream.of(topics).map(name -> '"' + name + '"').collect(Collectors.joining(","));
        socket.send("{\"req_id\":\"" + id + "\",\"op\":\"" + op + "\",\"args\":[" + args + "]}");
        Awaitility.await(op).until(() -> !answers(socket, id).isEmpty());
        return answers(socket, id).getFirst();
    }

    private static List<JsonNode> answers(TestSocket socket, String id) {
        return socket.frames().stream()
                .filter(frame -> frame.path("req_id").asString("").equals(id))
                .toList();
    }

    /** The answer to a ping without an id. */
    static JsonNode pong(TestSocket socket) {
        Awaitility.await("pong").until(() -> socket.frames().stream().anyMatch(BybitMarket::isPong));
        return socket.frames().stream().filter(BybitMarket::isPong).findFirst().orElseThrow();
    }

    private static boolean isPong(JsonNode frame) {
        return frame.path("ret_msg").asString("").equals("pong");
    }

    /** The first frame of a topic and a type. */
    static JsonNode frame(TestSocket socket, String topic, String type) {
        Awaitility.await(topic + " " + type)
                .until(() -> !frames(socket, topic, type).isEmpty());
        return frames(socket, topic, type).getFirst();
    }

    private static List<JsonNode> frames(TestSocket socket, String topic, String type) {
        return socket.frames().stream()
                .filter(frame -> frame.path("topic").asString("").equals(topic)
                        && frame.path("type").asString("").equals(type))
                .toList();
    }

    /** An answer with its envelope. */
    JsonNode call(String pathAndQuery) {
        return TestRest.json(market.emulator(), category.prefix(), "/v5/market/" + pathAndQuery);
    }

    HttpResponse<String> get(String pathAndQuery) {
        return TestRest.get(market.emulator(), category.prefix(), "/v5/market/" + pathAndQuery);
    }

    @Override
    public void close() {
        market.close();
    }
}
