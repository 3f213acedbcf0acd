package io.tapeline.emulator.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.toy.ToyEmulation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BookStreamTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PERP = "BTC-PERP";

    private final ToyMarket market = new ToyMarket(ToyEmulation.TEXT);

    @AfterEach
    void close() {
        market.close();
    }

    @ParameterizedTest
    @CsvSource({"book,1000", "book5,5", "levels,1000"})
    void clients_that_join_at_any_time_keep_the_venues_book(String stream, int depth) {
        String name = stream + ":" + PERP;
        try (TestSocket early = market.subscribe(market.open(), name)) {
            market.pass(Duration.ofMillis(3_370));
            try (TestSocket late = market.subscribe(market.open(), name)) {
                market.pass(Duration.ofMillis(40_030));
                ToyBook first = follow(early, "c1");
                ToyBook second = follow(late, "c2");
                // What has changed since the last cadence is not told yet, so another comes to have it flushed.
                try (TestSocket last = market.subscribe(market.open(), name)) {
                    ToyBook now = follow(last, "c3");
                    first = follow(early, "c1");
                    second = follow(late, "c2");
                    assertThat(first.sides).isEqualTo(now.sides).isEqualTo(second.sides);
                    assertThat(first.sequence).isEqualTo(now.sequence).isEqualTo(second.sequence);
                    assertThat(now.sides).isEqualTo(venuesOwn(depth));
                }
                assertThat(first.deltas).isGreaterThan(200);
            }
        }
    }

    @Test
    void who_leaves_and_comes_back_begins_with_a_new_snapshot() {
        String name = "book:" + PERP;
        try (TestSocket socket = market.subscribe(market.open(), name)) {
            market.pass(Duration.ofSeconds(2));
            market.ask(socket, "unsubscribe", name);
            int before = market.frames(socket, "c1").size();
            market.pass(Duration.ofSeconds(2));
            assertThat(market.frames(socket, "c1")).hasSize(before);
            market.subscribe(socket, name);
            market.pass(Duration.ofSeconds(2));
            List<JsonNode> again = market.frames(socket, "c1");
            assertThat(again.get(before).path("event").asString()).isEqualTo("subscribed");
            assertThat(again.get(before + 1).path("type").asString()).isEqualTo("snapshot");
            ToyBook book = new ToyBook();
            again.subList(before + 1, again.size()).forEach(book::take);
            assertThat(book.deltas).isGreaterThan(5);
        }
    }

    @Test
    void a_whole_book_replaces_the_one_before() {
        try (TestSocket socket = market.subscribe(market.open(), "full:" + PERP)) {
            market.pass(Duration.ofSeconds(10));
            List<JsonNode> books = market.frames(socket, "c1").stream()
                    .filter(frame -> frame.has("type"))
                    .toList();
            assertThat(books).hasSizeBetween(10, 22).allSatisfy(book -> {
                assertThat(book.get("type").asString()).isEqualTo("snapshot");
                assertThat(book.get("bids")).hasSize(3);
            });
        }
    }

    @Test
    void the_ledger_has_the_numbers_of_each_message() {
        try (TestSocket socket = market.subscribe(market.open(), "book:" + PERP)) {
            market.pass(Duration.ofSeconds(3));
            List<Long> told = market.frames(socket, "c1").stream()
                    .filter(frame -> frame.path("type").asString("").equals("delta"))
                    .map(frame -> frame.get("seq").asLong())
                    .toList();
            assertThat(market.emulator().ledger().produced(ToyEmulation.TEXT, PERP, "book").stream()
                            .map(entry ->
                                    JSON.readTree(entry.facts()).get("sequence").asLong()))
                    .containsExactlyElementsOf(told)
                    .hasSizeGreaterThan(20);
        }
    }

    private ToyBook follow(TestSocket socket, String connection) {
        ToyBook book = new ToyBook();
        market.frames(socket, connection).stream()
                .filter(frame -> frame.has("type"))
                .forEach(book::take);
        return book;
    }

    private Map<String, TreeMap<BigDecimal, String>> venuesOwn(int depth) {
        JsonNode all = JSON.readTree(
                TestRest.post(market.emulator(), ToyEmulation.TEXT, "/info", "{\"coin\":\"" + PERP + "\"}")
                        .body());
        ToyBook book = new ToyBook();
        for (String side : List.of("bids", "asks")) {
            for (int i = 0; i < Math.min(depth, all.get(side).size()); i++) {
                book.set(side, all.get(side).get(i).get(0), all.get(side).get(i).get(1));
            }
        }
        return book.sides;
    }

    /** Follows a stream and insists that each message continues the one before. */
    private static final class ToyBook {
        private final Map<String, TreeMap<BigDecimal, String>> sides =
                Map.of("bids", new TreeMap<>(), "asks", new TreeMap<>());
        private long id;
        private long sequence;
        private int deltas;

        void take(JsonNode frame) {
            boolean snapshot = frame.get("type").asString().equals("snapshot");
            if (snapshot) {
                assertThat(deltas).as("a snapshot comes first").isZero();
            } else {
                assertThat(frame.get("previous").asLong()).isEqualTo(id);
                assertThat(frame.get("seq").asLong()).isEqualTo(sequence + 1);
                deltas++;
            }
            assertThat(snapshot || frame.get("bids").size() + frame.get("asks").size() > 0)
                    .isTrue();
            id = frame.get("id").asLong();
            sequence = frame.get("seq").asLong();
            frame.get("bids").forEach(level -> set("bids", level.get(0), level.get(1)));
            frame.get("asks").forEach(level -> set("asks", level.get("price"), level.get("size")));
            assertThat(sides.get("bids").lastKey()).isLessThan(sides.get("asks").firstKey());
        }

        void set(String side, JsonNode price, JsonNode size) {
            BigDecimal exact = new BigDecimal(size.asString());
            if (exact.signum() == 0) {
                assertThat(sides.get(side).remove(new BigDecimal(price.asString())))
                        .isNotNull();
            } else {
                sides.get(side)
                        .put(
                                new BigDecimal(price.asString()).setScale(2),
                                exact.setScale(3).toPlainString());
            }
        }
    }
}
