package io.tapeline.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Follows the venue's published rules for keeping a local book. */
class BookSyncTest {
    @Test
    void a_client_that_follows_the_spot_rules_keeps_the_venues_book() {
        try (VirtualMarket market = new VirtualMarket();
                TestSocket socket = market.open("binance-spot", "/ws/btcusdt@depth@100ms")) {
            market.pass(Duration.ofMillis(3_530));
            ClientBook book = new ClientBook(snapshot(market, "/api/v3/depth?symbol=BTCUSDT&limit=1000"));
            List<JsonNode> diffs = diffs(market, socket);
            assertThat(diffs.getFirst().get("U").asLong()).isLessThanOrEqualTo(book.id + 1);
            boolean first = true;
            for (JsonNode diff : after(diffs, book.id)) {
                long begin = diff.get("U").asLong();
                assertThat(first ? begin <= book.id + 1 : begin == book.id + 1).isTrue();
                book.apply(diff);
                first = false;
            }
            assertThat(book.applied).isGreaterThan(2_900);
            assertThat(book).isEqualTo(new ClientBook(snapshot(market, "/api/v3/depth?symbol=BTCUSDT&limit=5000")));
        }
    }

    @Test
    void a_client_that_follows_the_futures_rules_keeps_the_venues_book() {
        try (VirtualMarket market = new VirtualMarket();
                TestSocket socket = market.open("binance-usdm", "/public/ws/ethusdt@depth@100ms")) {
            market.pass(Duration.ofMillis(3_530));
            ClientBook book = new ClientBook(snapshot(market, "/fapi/v1/depth?symbol=ETHUSDT&limit=1000"));
            List<JsonNode> diffs = diffs(market, socket);
            List<JsonNode> usable = diffs.stream()
                    .filter(diff -> diff.get("u").asLong() >= book.id)
                    .toList();
            assertThat(usable.getFirst().get("pu").asLong()).isLessThanOrEqualTo(book.id);
            long previous = usable.getFirst().get("pu").asLong();
            int joined = 0;
            for (JsonNode diff : usable) {
                assertThat(diff.get("pu").asLong()).isEqualTo(previous);
                joined += diff.get("U").asLong() == previous + 1 ? 1 : 0;
                previous = diff.get("u").asLong();
                book.apply(diff);
            }
            assertThat(book.applied).isGreaterThan(2_900);
            assertThat(joined).as("ids are global: U is not the previous u + 1").isLessThan(usable.size() / 2);
            assertThat(book).isEqualTo(new ClientBook(snapshot(market, "/fapi/v1/depth?symbol=ETHUSDT&limit=1000")));
        }
    }

    @Test
    void quotes_carry_the_best_levels_and_the_id_of_the_book() {
        try (VirtualMarket market = new VirtualMarket();
                TestSocket socket = market.open("binance-spot", "/ws/btcusdt@bookTicker")) {
            market.pass(Duration.ofSeconds(10));
            JsonNode book = snapshot(market, "/api/v3/depth?symbol=BTCUSDT&limit=5");
            socket.await(10, text -> true);
            JsonNode last = socket.frames().getLast();
            assertThat(last.get("u").asLong())
                    .isLessThanOrEqualTo(book.get("lastUpdateId").asLong());
            assertThat(last.get("b")).isEqualTo(book.at("/bids/0/0"));
            assertThat(last.get("B")).isEqualTo(book.at("/bids/0/1"));
            assertThat(last.get("a")).isEqualTo(book.at("/asks/0/0"));
            assertThat(last.get("A")).isEqualTo(book.at("/asks/0/1"));
        }
    }

    private static List<JsonNode> diffs(VirtualMarket market, TestSocket socket) {
        market.pass(Duration.ofMillis(70));
        market.pass(Duration.ofMinutes(5));
        long produced = market.emulator()
                .ledger()
                .sent(frame -> frame.stream().contains("@depth@100ms"))
                .size();
        socket.await((int) produced, text -> true);
        return socket.frames();
    }

    private static List<JsonNode> after(List<JsonNode> diffs, long id) {
        return diffs.stream().filter(diff -> diff.get("u").asLong() > id).toList();
    }

    private static JsonNode snapshot(VirtualMarket market, String target) {
        String prefix = target.startsWith("/api") ? "binance-spot" : "binance-usdm";
        return TestRest.json(market.emulator(), prefix, target);
    }

    private static final class ClientBook {
        private final Map<String, TreeMap<BigDecimal, String>> sides =
                Map.of("b", new TreeMap<>(), "a", new TreeMap<>());
        private long id;
        private int applied;

        ClientBook(JsonNode snapshot) {
            id = snapshot.get("lastUpdateId").asLong();
            set("b", snapshot.get("bids"));
            set("a", snapshot.get("asks"));
        }

        void apply(JsonNode diff) {
            set("b", diff.get("b"));
            set("a", diff.get("a"));
            id = diff.get("u").asLong();
            applied++;
            assertThat(sides.get("b").lastKey())
                    .as("best bid under best ask")
                    .isLessThan(sides.get("a").firstKey());
        }

        private void set(String side, JsonNode levels) {
            for (JsonNode level : levels) {
                BigDecimal price = new BigDecimal(level.get(0).asString());
                if (new BigDecimal(level.get(1).asString()).signum() == 0) {
                    sides.get(side).remove(price);
                } else {
                    sides.get(side).put(price, level.get(1).asString());
                }
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ClientBook that && id == that.id && sides.equals(that.sides);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(id);
        }

        @Override
        public String toString() {
            return id + " " + sides;
        }
    }
}
