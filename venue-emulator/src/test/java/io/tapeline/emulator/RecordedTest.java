package io.tapeline.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.emulator.recorded.Recording;
import io.tapeline.model.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RecordedTest {
    private static final String STREAM = "nknusdt@aggTrade";
    private static final String FIRST = "{\"e\":\"aggTrade\",\"a\":1,\"p\":\"0.10\",\"x\":1e2}";
    private static final String SECOND = "{\"e\":\"aggTrade\",\"a\":2,\"p\":\"0.20\"}";

    @TempDir
    Path folder;

    @Test
    void recorded_frames_come_as_they_were_and_at_their_pace() throws IOException {
        try (VirtualMarket market = new VirtualMarket(recorded(lines(), 1));
                TestSocket socket = market.open("binance-spot", "/ws/" + STREAM)) {
            market.pass(Duration.ofSeconds(1));
            assertThat(socket.await(1, text -> true)).containsExactly(FIRST);
            market.pass(Duration.ofSeconds(2));
            assertThat(socket.await(2, text -> true)).containsExactly(FIRST, SECOND);
        }
    }

    @Test
    void nothing_is_served_before_somebody_listens() throws IOException {
        try (VirtualMarket market = new VirtualMarket(recorded(lines(), 1))) {
            market.pass(Duration.ofMinutes(5));
            try (TestSocket socket = market.open("binance-spot", "/stream?streams=" + STREAM)) {
                market.pass(Duration.ofSeconds(5));
                assertThat(socket.await(2, text -> true).getFirst())
                        .isEqualTo("{\"stream\":\"" + STREAM + "\",\"data\":" + FIRST + "}");
            }
        }
    }

    @Test
    void recorded_answers_and_the_symbols_of_the_session_are_served_over_rest() throws IOException {
        try (VirtualMarket market = new VirtualMarket(recorded(lines(), 1))) {
            Emulator emulator = market.emulator();
            assertThat(TestRest.get(emulator, "binance-spot", "/api/v3/depth?symbol=NKNUSDT&limit=5000")
                            .body())
                    .isEqualTo("{\"lastUpdateId\":7,\"bids\":[],\"asks\":[]}");
            JsonNode symbol = TestRest.json(emulator, "binance-spot", "/api/v3/exchangeInfo")
                    .get("symbols")
                    .get(0);
            assertThat(symbol.get("baseAsset").asString()).isEqualTo("NKN");
            assertThat(symbol.get("quoteAsset").asString()).isEqualTo("USDT");
        }
    }

    @Test
    void a_line_that_is_no_frame_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.ndjson"), lines().getFirst() + "\nnonsense\n");
        assertThatThrownBy(() -> Recording.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad.ndjson:2");
    }

    @Test
    void a_real_session_is_served_whole() {
        Path file = SharedFolder.file("recordings/binance-futures.ndjson");
        EmulatorSettings settings = VirtualMarket.SETTINGS.withRecordings(Map.of("binance-usdm", file), 1);
        try (VirtualMarket market = new VirtualMarket(settings);
                TestSocket book = market.open(
                        "binance-usdm", "/public/stream?streams=sushiusdt@depth@100ms/sushiusdt@bookTicker")) {
            market.pass(Duration.ofMinutes(2));
            long expected = Recording.read(file).stream()
                    .filter(frame -> !frame.rest() && frame.text().contains("\"stream\":\"sushiusdt@"))
                    .filter(frame ->
                            frame.text().contains("@depth") || frame.text().contains("@bookTicker"))
                    .count();
            assertThat(book.await((int) expected, text -> true)).hasSize((int) expected);
        }
    }

    private EmulatorSettings recorded(List<String> lines, double speed) throws IOException {
        Path file = Files.write(folder.resolve("frames.ndjson"), lines);
        return VirtualMarket.SETTINGS.withRecordings(Map.of("binance-spot", file), speed);
    }

    private static List<String> lines() {
        return List.of(
                "{\"received\":\"2021-10-12T00:28:33.000000Z\",\"event\":\"open\",\"conn\":\"c1\"}",
                "{\"received\":\"2021-10-12T00:28:33.000000Z\",\"feed\":\"binance\",\"transport\":\"ws\",\"url\":null,"
                        + "\"frame\":{\"stream\":\"" + STREAM + "\",\"data\":" + FIRST + "}}",
                "{\"received\":\"2021-10-12T00:28:33.100000Z\",\"feed\":\"binance\",\"transport\":\"rest\",\"url\":"
                        + "\"https://api.binance.com/api/v3/depth?symbol=NKNUSDT&limit=1000\","
                        + "\"frame\":{\"lastUpdateId\":7,\"bids\":[],\"asks\":[]}}",
                "{\"received\":\"2021-10-12T00:28:35.500000Z\",\"feed\":\"binance\",\"transport\":\"ws\",\"url\":null,"
                        + "\"frame\":{\"stream\":\"" + STREAM + "\",\"data\":" + SECOND + "}}");
    }
}
