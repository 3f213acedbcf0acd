package io.tapeline.emulator.upbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the venue does, beside how it looks. */
class UpbitBehaviourTest {
    private static final String TICKS = "/v1/trades/ticks?market=KRW-BTC";

    private final UpbitMarketplace market = new UpbitMarketplace();

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void aRequestReplacesTheOneBeforeIt() {
        market.subscribe("DEFAULT", "trade", "orderbook");
        market.subscribe("SIMPLE", "ticker");
        assertThat(market.list("SIMPLE").path("result"))
                .singleElement()
                .satisfies(left -> assertThat(left.path("type").asString()).isEqualTo("ticker"));
        int before = market.socket().texts().size();
        market.pass(Duration.ofSeconds(5));
        market.message("ty", "ticker");
        assertThat(market.socket()
                        .texts()
                        .subList(before, market.socket().texts().size()))
                .allMatch(text -> text.startsWith("{\"ty\":\"ticker\""));
    }

    @Test
    void whatIsNotKnownIsDroppedWithoutAWord() {
        market.socket()
                .send("[{\"ticket\":\"x\"},{\"type\":\"trade\",\"codes\":[\"KRW-BTC\",\"KRW-NOPE\",\"krw-eth\"]}]");
        market.socket().send("[{\"ticket\":\"x\"},{\"method\":\"LIST_SUBSCRIPTIONS\"}]");
        assertThat(market.list("x").at("/result/0/codes")).hasToString("[\"KRW-BTC\"]");
    }

    @Test
    void streamsBeginWithWhatWasSoBefore() {
        market.pass(Duration.ofSeconds(5));
        market.subscribe("DEFAULT", "trade", "orderbook", "ticker", "candle.1m");
        for (String type : List.of("trade", "orderbook", "ticker", "candle.1m")) {
            assertThat(market.message("type", type).path("stream_type").asString())
                    .as(type)
                    .isEqualTo("SNAPSHOT");
        }
        market.pass(Duration.ofSeconds(3));
        market.socket().await(1, text -> text.startsWith("{\"type\":\"orderbook\"") && text.contains("REALTIME"));
        market.socket().await(1, text -> text.startsWith("{\"type\":\"trade\"") && text.contains("REALTIME"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "[{\"type\":\"trade\",\"codes\":[\"KRW-BTC\"]}] NO_TICKET",
                "[{\"ticket\":\"x\"}] NO_TYPE",
                "[{\"ticket\":\"x\"},{\"type\":\"trade\"}] NO_CODES",
                "[{\"ticket\":\"x\"},{\"type\":\"nope\",\"codes\":[\"KRW-BTC\"]}] INVALID_PARAM",
                "{\"ticket\":\"x\"} WRONG_FORMAT",
                "hello WRONG_FORMAT"
            })
    void anErrorIsOneFrameAndTheEnd(String request, String name) {
        market.socket().send(request);
        market.socket().awaitEnd();
        assertThat(market.socket().closeCode()).isEqualTo(1000);
        assertThat(market.socket().frames()).singleElement().satisfies(error -> assertThat(
                        error.at("/error/name").asString())
                .isEqualTo(name));
    }

    @Test
    void aPingInTextIsAnsweredEveryTenSeconds() {
        market.socket().send("PING");
        market.socket().await(1, "{\"status\":\"UP\"}"::equals);
        market.pass(Duration.ofSeconds(21));
        market.socket().await(3, "{\"status\":\"UP\"}"::equals);
    }

    @Test
    void tradesAreReadBackPageByPage() {
        market.pass(Duration.ofSeconds(30));
        List<String> all = ids(market.answer(TICKS + "&count=500"));
        assertThat(all).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        List<String> pages = new ArrayList<>(ids(market.answer(TICKS + "&count=10")));
        pages.addAll(ids(market.answer(TICKS + "&count=10&cursor=" + pages.getLast())));
        assertThat(pages).isEqualTo(all.subList(0, 20));
        assertThat(ids(market.answer(TICKS + "&count=500&to=100010")))
                .isNotEmpty()
                .hasSizeLessThan(all.size())
                .isSubsetOf(all);
        assertThat(ids(market.answer(TICKS + "&count=500&days_ago=1"))).isEmpty();
        assertThat(market.get(TICKS + "&days_ago=8").statusCode()).isEqualTo(400);
    }

    private static List<String> ids(JsonNode rows) {
        return rows.valueStream()
                .map(row -> row.path("sequential_id").asString())
                .toList();
    }

    @Test
    void candlesEndBeforeTheTimeAskedFor() {
        JsonNode rows = market.answer("/v1/candles/minutes/5?market=KRW-BTC&count=3&to=2026-11-20T09:30:00");
        assertThat(rows.valueStream()
                        .map(row -> row.path("candle_date_time_utc").asString()))
                .containsExactly("2026-11-20T09:25:00", "2026-11-20T09:20:00", "2026-11-20T09:15:00");
    }

    @Test
    void oneUnknownCodeRefusesTheCall() {
        HttpResponse<String> answer = market.get("/v1/ticker?markets=KRW-BTC,KRW-NOPE");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"error\":{\"name\":404,\"message\":\"Code not found\"}}");
    }

    @Test
    void everyAnswerSaysWhatIsLeftOfTheSecondAndTheEleventhIsRefused() {
        for (int left = 9; left >= 0; left--) {
            assertThat(market.get("/v1/market/all").headers().firstValue("Remaining-Req"))
                    .contains("group=market; min=600; sec=" + left);
        }
        assertThat(market.get("/v1/market/all").statusCode()).isEqualTo(429);
        assertThat(market.get(TICKS).statusCode()).as("another group").isEqualTo(200);
        market.pass(Duration.ofSeconds(1));
        assertThat(market.get("/v1/market/all").statusCode()).isEqualTo(200);
    }
}
