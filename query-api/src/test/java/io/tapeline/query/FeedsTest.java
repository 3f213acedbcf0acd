package io.tapeline.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tapeline.model.json.IsoMicros;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FeedsTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
        // binance-futures: live for three quarters of the last four hours, one book and one stream in trouble.
        feed("binance-futures", "_", 240, "'live', NULL, NULL, NULL");
        feed("binance-futures", "_", 180, "'down', 'connection refused', NULL, NULL");
        feed("binance-futures", "_", 120, "'live', NULL, NULL, NULL");
        feed("binance-futures", "ETHUSDT", 50, "'resyncing', 'sequence gap', 'c1', 'book'");
        feed("binance-futures", "BTCUSDT", 60, "'resyncing', 'sequence gap', 'c1', 'book'");
        feed("binance-futures", "BTCUSDT", 59, "'live', NULL, 'c1', 'book'");
        feed("binance-futures", "_", 30, "'stale', 'silent for 60 s', 'c1', 'mark_price'");
        // okx: switched off an hour ago.
        feed("okx", "_", 200, "'live', NULL, NULL, NULL");
        feed("okx", "_", 60, "'off', 'failed 20 times', NULL, NULL");
        // Ten more, as derivatives venues are: one kind they do not have, an expired option, a symbol that is gone.
        for (int i = 0; i < 10; i++) {
            String venue = "venue" + i;
            feed(venue, "_", 100, "'live', NULL, NULL, NULL");
            feed(venue, "_", 101, "'unsupported', 'the venue publishes no liquidations', NULL, 'liquidation'");
            feed(venue, "_", 90, "'off', 'replaced by c2', 'c1', NULL");
            feed(venue, "BTC-EXPIRED-C", 80, "'stale', 'silent', NULL, 'quote'");
            feed(venue, "NO-SUCH", 70, "'unsupported', 'not listed', NULL, NULL");
            feed(venue, "FAILED", 60, "'off', 'refused 20 times', NULL, 'trade'");
            new StoredRows(api.database())
                    .instrument(venue, "perpetual", "BTC-EXPIRED-C", "BTC", "BTC-C", "now() - interval '1 hour'");
        }
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static void feed(String feed, String symbol, int minutes, String values) {
        new StoredRows(api.database())
                .event(
                        "feed_status",
                        feed.startsWith("binance") ? "binance" : feed,
                        "perpetual",
                        symbol,
                        ago(minutes),
                        "feed, state, reason, connection, stream",
                        "'" + feed + "', " + values);
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private static String get(String query) {
        return new String(api.client()
                .get()
                .uri("/api/v1/exchange/feeds" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private static Map<String, Object> feed(String name) {
        return JsonPath.<List<Map<String, Object>>>read(get("?hours=4&feed=" + name), "$.data.feeds")
                .getFirst();
    }

    @Test
    void aFeedTellsItsStateAndWhatOfItFails() {
        Map<String, Object> feed = feed("binance-futures");
        assertThat(feed)
                .containsEntry("exchange", "binance")
                .containsEntry("state", "live")
                .containsEntry("changed_at", IsoMicros.format(IsoMicros.of(ago(120))))
                .containsEntry("failed_symbols", List.of("ETHUSDT"))
                .containsEntry("switched_off_at", null);
        List<Map<String, Object>> failures = JsonPath.read(feed, "$.failures");
        assertThat(failures).hasSize(2);
        assertThat(failures).anySatisfy(f -> assertThat(f)
                .containsEntry("symbol", "ETHUSDT")
                .containsEntry("stream", "book")
                .containsEntry("state", "resyncing")
                .containsEntry("reason", "sequence gap")
                .containsEntry("since", IsoMicros.format(IsoMicros.of(ago(50)))));
        assertThat(failures).anySatisfy(f -> assertThat(f)
                .containsEntry("symbol", "_")
                .containsEntry("stream", "mark_price")
                .containsEntry("state", "stale"));
    }

    @Test
    void theSuccessRateIsTheShareOfTheWindowSpentLive() {
        assertThat(new BigDecimal(feed("binance-futures").get("success_rate").toString()))
                .isBetween(new BigDecimal("0.745"), new BigDecimal("0.755"));
    }

    @Test
    void aFeedThatIsOffTellsSinceWhenAndForHowLong() {
        Map<String, Object> feed = feed("okx");
        assertThat(feed)
                .containsEntry("state", "off")
                .containsEntry("reason", "failed 20 times")
                .containsEntry("switched_off_at", IsoMicros.format(IsoMicros.of(ago(60))));
        assertThat(new BigDecimal(feed.get("switched_off_seconds").toString()))
                .isBetween(new BigDecimal("3600"), new BigDecimal("3700"));
    }

    @Test
    void aFeedThatHasBeenQuietForLongerThanTheWindowIsStillThere() {
        Map<String, Object> feed = JsonPath.<List<Map<String, Object>>>read(get("?hours=0.1&feed=okx"), "$.data.feeds")
                .getFirst();
        assertThat(feed).containsEntry("state", "off");
        assertThat(new BigDecimal(feed.get("success_rate").toString())).isZero();
    }

    @Test
    void whatAVenueDoesNotHaveAndWhatHasEndedDoNotCountAsFailed() {
        Map<String, Object> feed = feed("venue7");
        assertThat(feed).containsEntry("state", "live").containsEntry("failed_symbols", List.of("FAILED"));
        assertThat(JsonPath.<List<String>>read(feed, "$.failures[*].reason")).containsExactly("refused 20 times");
        assertThat(JsonPath.<List<String>>read(feed, "$.unsupported[*].reason"))
                .containsExactly("not listed", "the venue publishes no liquidations");
        assertThat(JsonPath.<List<String>>read(feed, "$.unsupported[*].stream")).contains("liquidation");
    }

    @Test
    void feedsAreFilteredAndCounted() {
        assertThat(get(""))
                .contains("\"count\":12,")
                .contains("\"summary\":{\"live\":11,\"failing\":0,\"off\":1,\"exchanges\":[\"binance\", \"okx\",");
        assertThat(get("?exchange=okx&state=off")).contains("\"count\":1,");
        assertThat(get("?state=live&exchange=okx")).contains("\"count\":0,");
        assertThat(get("?symbol=ETHUSDT")).contains("\"count\":1,");
    }
}
