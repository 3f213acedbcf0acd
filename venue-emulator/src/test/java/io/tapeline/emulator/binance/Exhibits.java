package io.tapeline.emulator.binance;

import io.tapeline.emulator.Emulator;
import io.tapeline.emulator.EmulatorSettings;
import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.market.MarketRates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One real message of each channel, as a client of the running emulator gets it. */
final class Exhibits implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Emulator emulator = Emulator.start(EmulatorSettings.defaults()
            .withAssets("BTC", "GALA")
            // A minute ends soon, so that a candle closes.
            .withStart(Instant.parse("2026-11-20T10:00:48Z"))
            .withMarket(new MarketRates(20, 200, 120, 0.05, 200, 10_000, 40)));
    private final TestSocket spot = TestSocket.open(
            emulator,
            "binance-spot",
            "/stream?streams=btcusdt@aggTrade/btcusdt@depth@100ms/btcusdt@depth/btcusdt@bookTicker/btcusdt@kline_1m");
    private final TestSocket book = TestSocket.open(
            emulator, "binance-usdm", "/public/stream?streams=btcusdt@depth@100ms/btcusdt@depth/btcusdt@bookTicker");
    private final TestSocket market = TestSocket.open(
            emulator,
            "binance-usdm",
            "/market/stream?streams=btcusdt@aggTrade/btcusdt@kline_1m/btcusdt@markPrice/btcusdt@markPrice@1s/"
                    + "btcusdt_261225@markPrice@1s/!markPrice@arr@1s/btcusdt@forceOrder/!forceOrder@arr");

    /** The first frame of a stream that satisfies the condition, with its wrapper. */
    JsonNode frame(String prefix, String stream, Predicate<JsonNode> wanted) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> frames(prefix, stream).stream().filter(wanted).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    private List<JsonNode> frames(String prefix, String stream) {
        List<TestSocket> sockets = prefix.equals("binance-spot") ? List.of(spot) : List.of(book, market);
        return sockets.stream()
                .flatMap(socket -> socket.frames().stream())
                .filter(frame -> frame.path("stream").asString("").equals(stream))
                .toList();
    }

    /** A futures frame as it came. */
    String text(String stream) {
        return market.await(1, text -> text.startsWith("{\"stream\":\"" + stream + "\""))
                .getFirst();
    }

    JsonNode rest(String prefix, String target) {
        return TestRest.json(emulator, prefix, target);
    }

    /** The first answer to the last of some messages on a fresh connection. */
    JsonNode answer(String... messages) {
        try (TestSocket socket = TestSocket.open(emulator, "binance-spot", "/ws")) {
            for (int i = 0; i < messages.length; i++) {
                socket.send(messages[i]);
                socket.await(i + 1, text -> isAnswer(JSON.readTree(text)));
            }
            return socket.frames().stream().filter(Exhibits::isAnswer).toList().getLast();
        }
    }

    JsonNode shutdown(String path) {
        try (TestSocket socket = TestSocket.open(emulator, "binance-spot", path)) {
            // An answer proves that the connection is known.
            socket.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
            socket.await(1, text -> text.contains("result"));
            emulator.faults()
                    .add(Fault.of(FaultKind.SERVER_SHUTDOWN)
                            .prefix("binance-spot")
                            .lasting(Duration.ofMillis(1)));
            return JSON.readTree(
                    socket.await(1, text -> text.contains("serverShutdown")).getFirst());
        }
    }

    private static boolean isAnswer(JsonNode frame) {
        return frame.has("result") || frame.has("code") || frame.has("error");
    }

    @Override
    public void close() {
        emulator.close();
    }
}
