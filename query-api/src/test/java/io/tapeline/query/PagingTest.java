package io.tapeline.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PagingTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final int ROWS = 57;
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.start(java.util.Map.of("tapeline.query.max-page-size", "40KB"));
        StoredRows rows = new StoredRows(api.database());
        for (int i = 0; i < ROWS; i++) {
            // Three instruments and many equal times, some of which differ only below the millisecond.
            Instant time = NOW.minus(Duration.ofMinutes(1 + i / 10)).plusNanos(i % 3 * 1_000L);
            rows.largeTrade("binance", "spot", "S" + i % 3, time, "buy", "1.0", "1", "100.00", i % 2 == 0);
        }
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static String get(String query) {
        return new String(api.client()
                .get()
                .uri("/api/v1/exchange/" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private static List<String> allPages(String query) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            String body = get(query + (cursor == null ? "" : "&cursor=" + cursor));
            ids.addAll(JsonPath.<List<String>>read(body, "$.data.trades[*].id"));
            cursor = JsonPath.read(body, "$.data.next_cursor");
        } while (cursor != null);
        return ids;
    }

    @Test
    void pagesTogetherHaveEveryRowOnceInTheOrderOfOneGreatPage() {
        List<String> atOnce = JsonPath.read(get("large-trades?limit=10000"), "$.data.trades[*].id");
        assertThat(atOnce).hasSize(ROWS).doesNotHaveDuplicates();
        for (int limit : new int[] {1, 7, 10, ROWS - 1, ROWS}) {
            assertThat(allPages("large-trades?limit=" + limit))
                    .as("limit " + limit)
                    .isEqualTo(atOnce);
        }
    }

    @Test
    void rowsAreNewestFirst() {
        List<String> times = JsonPath.read(get("large-trades?limit=100"), "$.data.trades[*].timestamp");
        assertThat(times).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void countIsThePageAndTheSummaryIsEverything() {
        String body = get("large-trades?limit=10");
        assertThat(JsonPath.<Integer>read(body, "$.data.count")).isEqualTo(10);
        assertThat(JsonPath.<Number>read(body, "$.data.summary.total_value_usd").doubleValue())
                .isEqualTo(5700.0);
        assertThat(JsonPath.<Integer>read(body, "$.data.summary.liquidation_count"))
                .isEqualTo(29);
        assertThat(JsonPath.<List<String>>read(body, "$.data.summary.symbols")).containsExactly("S0", "S1", "S2");
    }

    @Test
    void theWindowOfARelativeRequestStaysWhileItIsPagedThrough() {
        String first = get("large-trades?limit=50");
        new StoredRows(api.database())
                .largeTrade("binance", "spot", "S0", NOW.plusSeconds(3), "buy", "1", "1", "0.00", false);
        String cursor = JsonPath.read(first, "$.data.next_cursor");
        assertThat(JsonPath.<Integer>read(get("large-trades?limit=50&cursor=" + cursor), "$.data.count"))
                .isEqualTo(ROWS - 50);
        api.database().execute("DELETE FROM store.large_trade WHERE value_usd = 0");
    }

    @Test
    void aCursorOfOtherFiltersIsRefused() {
        String cursor = JsonPath.read(get("large-trades?limit=5"), "$.data.next_cursor");
        for (String other : new String[] {"large-trades?symbol=S1", "trades?limit=5", "large-trades?hours=2"}) {
            api.client()
                    .get()
                    .uri("/api/v1/exchange/" + other + "&cursor=" + cursor)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void aPageThatWouldBeTooLargeEndsEarlyAndSaysWhereToGoOn() {
        String body = get("large-trades?limit=10000&numbers=string&exchange=binance&hours=23");
        assertThat(JsonPath.<Integer>read(body, "$.data.count")).isEqualTo(ROWS);
        StoredRows rows = new StoredRows(api.database());
        String levels = "'[" + "[50000.00,1.5],".repeat(1500) + "[1,1]]'";
        for (int i = 0; i < 4; i++) {
            rows.event(
                    "orderbook",
                    "binance",
                    "spot",
                    "S0",
                    NOW.minusSeconds(i),
                    "snapshot, bids, asks, size_unit, verified",
                    "true, " + levels + ", '[]', 'base', 'none'");
        }
        String books = get("orderbooks?limit=100");
        assertThat(JsonPath.<Integer>read(books, "$.data.count")).isEqualTo(2);
        String cursor = JsonPath.read(books, "$.data.next_cursor");
        assertThat(JsonPath.<Integer>read(get("orderbooks?limit=100&cursor=" + cursor), "$.data.count"))
                .isEqualTo(2);
    }

    @Test
    void laterPagesMayLeaveTheSummaryOut() {
        assertThat(get("large-trades?summary=false")).doesNotContain("\"summary\"");
    }

    @Test
    void instrumentsArePagedByName() {
        StoredRows rows = new StoredRows(api.database());
        for (String symbol : new String[] {"B", "A", "C"}) {
            rows.instrument("kraken", "spot", symbol, symbol, symbol + "/USD", "NULL");
        }
        String first = get("instruments?exchange=kraken&limit=2");
        assertThat(JsonPath.<List<String>>read(first, "$.data.instruments[*].symbol"))
                .containsExactly("A", "B");
        String cursor = JsonPath.read(first, "$.data.next_cursor");
        String second = get("instruments?exchange=kraken&limit=2&cursor=" + cursor);
        assertThat(JsonPath.<List<String>>read(second, "$.data.instruments[*].symbol"))
                .containsExactly("C");
        assertThat(JsonPath.<Object>read(second, "$.data.next_cursor")).isNull();
    }
}
