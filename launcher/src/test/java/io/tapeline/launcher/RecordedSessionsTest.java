package io.tapeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.model.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recorded sessions, read here a second time in the plainest way, give exactly what {@code normalize} says. */
class RecordedSessionsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SYMBOL = Pattern.compile("symbol=(\\w+)");

    @ParameterizedTest
    @ValueSource(strings = {"binance", "binance-futures"})
    void everyTradeQuoteAndBookChangeIsThereOnceInOrderWithItsDigits(String feed) throws IOException {
        Path file = SharedFolder.file("recordings/" + feed + ".ndjson");
        CommandRun run = CommandRun.of("normalize", "--feed=" + feed, file.toString());
        assertThat(run.exitCode()).as(run.err().toString()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().stream().map(RecordedSessionsTest::actual).filter(s -> !s.isEmpty()))
                .containsExactlyElementsOf(expected(file, feed.equals("binance-futures")));
    }

    private static String actual(String line) {
        JsonNode e = JSON.readTree(line);
        String symbol = e.get("symbol").asString();
        return switch (e.get("kind").asString()) {
            case "trade" ->
                "trade " + symbol + " " + e.get("trade_id").asString() + " " + text(line, "price") + " "
                        + text(line, "size") + " " + e.get("side").asString();
            case "quote" ->
                "quote " + symbol + " " + e.get("sequence").asLong() + " " + text(line, "bid_price") + " "
                        + text(line, "bid_size") + " " + text(line, "ask_price") + " " + text(line, "ask_size");
            case "book" ->
                "book " + symbol + " " + e.get("snapshot").asBoolean() + " "
                        + e.get("sequence").asLong() + " " + levels(line, "bids") + levels(line, "asks");
            default -> "";
        };
    }

    private static String text(String line, String member) {
        Matcher matcher = Pattern.compile("\"" + member + "\":([-0-9.]+)").matcher(line);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String levels(String line, String member) {
        Matcher matcher = Pattern.compile("\"" + member + "\":(\\[(?:\\[[^\\]]*\\],?)*\\])")
                .matcher(line);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private List<String> expected(Path file, boolean futures) throws IOException {
        List<String> expected = new ArrayList<>();
        Map<String, List<JsonNode>> waiting = new HashMap<>();
        Map<String, Long> books = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode record = JSON.readTree(line);
            JsonNode frame = record.get("frame");
            Matcher symbol = SYMBOL.matcher(record.path("url").asString(""));
            if (record.get("transport").asString().equals("rest") && symbol.find()) {
                String name = symbol.group(1);
                long id = frame.get("lastUpdateId").asLong();
                books.put(name, id);
                expected.add(book(name, true, id, frame.get("bids"), frame.get("asks")));
                for (JsonNode update : waiting.getOrDefault(name, List.of())) {
                    apply(name, update, futures, books, expected);
                }
            } else if (frame.has("data")) {
                onData(frame.get("data"), frame.get("stream").asString(), futures, waiting, books, expected);
            }
        }
        return expected;
    }

    private static void onData(
            JsonNode data,
            String stream,
            boolean futures,
            Map<String, List<JsonNode>> waiting,
            Map<String, Long> books,
            List<String> expected) {
        String symbol = data.get("s").asString();
        if (stream.contains("@aggTrade")) {
            expected.add("trade " + symbol + " " + data.get("a").asLong() + " "
                    + data.get("p").asString() + " " + data.get("q").asString() + " "
                    + (data.get("m").asBoolean() ? "sell" : "buy"));
        } else if (stream.contains("@bookTicker")) {
            expected.add("quote " + symbol + " " + data.get("u").asLong() + " "
                    + data.get("b").asString() + " " + data.get("B").asString() + " "
                    + data.get("a").asString() + " " + data.get("A").asString());
        } else if (stream.contains("@depth")) {
            if (books.containsKey(symbol)) {
                apply(symbol, data, futures, books, expected);
            } else {
                waiting.computeIfAbsent(symbol, s -> new ArrayList<>()).add(data);
            }
        }
    }

    /** The venue's rules: what ends before the book's id is older; the rest must continue it. */
    private static void apply(
            String symbol, JsonNode update, boolean futures, Map<String, Long> books, List<String> expected) {
        long last = update.get("u").asLong();
        long book = books.get(symbol);
        if (futures ? last < book : last <= book) {
            return;
        }
        long continues = futures ? update.get("pu").asLong() : update.get("U").asLong() - 1;
        assertThat(continues).as("%s %d continues %d", symbol, last, book).isLessThanOrEqualTo(book);
        books.put(symbol, last);
        expected.add(book(symbol, false, last, update.get("b"), update.get("a")));
    }

    private static String book(String symbol, boolean snapshot, long id, JsonNode bids, JsonNode asks) {
        return "book " + symbol + " " + snapshot + " " + id + " "
                + bids.toString().replace("\"", "") + asks.toString().replace("\"", "");
    }
}
