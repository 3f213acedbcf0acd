package io.tapeline.emulator.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is particular to the venue: answers arg by arg, chained books, pages by what is older, limits. */
class OkxVenueTest {
    private VirtualMarket market;

    @BeforeEach
    void start() {
        market = OkxMarket.start();
    }

    @AfterEach
    void stop() {
        market.close();
    }

    private JsonNode rows(String target) {
        JsonNode answer = TestRest.json(market.emulator(), OkxEmulation.PREFIX, target);
        assertThat(answer.get("code").asString()).as("%s %s", target, answer).isEqualTo("0");
        return answer.get("data");
    }

    private static List<Long> longs(JsonNode rows, String member) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Long.parseLong(row.get(member).asString()))
                .toList();
    }

    @Test
    void eachArgIsAnsweredByItselfAndTheBadOneIsNamed() {
        TestSocket client = OkxMarket.open(market, "public", "bbo-tbt:BTC-USDT", "mark-price:BTC-USDT-SWAP");
        client.send(
                "{\"id\":\"9\",\"op\":\"subscribe\",\"args\":[{\"channel\":\"trades-all\",\"instId\":\"BTC-USDT\"}]}");
        String refusal = client.await(1, text -> text.contains("\"error\"")).getFirst();
        assertThat(refusal)
                .as("trades-all is on the other socket")
                .contains("\"id\":\"9\"", "\"code\":\"60018\"", "channel:trades-all,instId:BTC-USDT doesn't exist");
    }

    @Test
    void aPingIsAnsweredByAWord() {
        TestSocket client = OkxMarket.open(market, "business", "trades-all:BTC-USDT");
        client.send("ping");
        client.await(1, "pong"::equals);
    }

    @Test
    void aBookBeginsWithASnapshotAndEveryChangeContinuesTheOneBefore() {
        TestSocket client = OkxMarket.open(market, "public", "books:BTC-USDT");
        market.pass(Duration.ofSeconds(5));
        List<String> texts = client.await(10, text -> text.contains("\"action\""));
        assertThat(texts.getFirst()).contains("\"action\":\"snapshot\"", "\"prevSeqId\":-1", "\"checksum\":0");
        List<JsonNode> books = client.frames().stream()
                .filter(frame -> frame.has("action"))
                .map(frame -> frame.at("/data/0"))
                .toList();
        IntStream.range(1, books.size())
                .forEach(i -> assertThat(books.get(i).get("prevSeqId").asLong())
                        .isEqualTo(books.get(i - 1).get("seqId").asLong()));
    }

    @Test
    void afterAsksForOlderTradesNewestFirst() {
        market.pass(Duration.ofSeconds(30));
        List<Long> newest = longs(rows("/api/v5/market/history-trades?instId=BTC-USDT&limit=5"), "tradeId");
        assertThat(newest).hasSize(5);
        long oldest = newest.getLast();
        assertThat(newest).containsExactly(oldest + 4, oldest + 3, oldest + 2, oldest + 1, oldest);
        assertThat(longs(rows("/api/v5/market/history-trades?instId=BTC-USDT&limit=3&after=" + oldest), "tradeId"))
                .containsExactly(oldest - 1, oldest - 2, oldest - 3);
    }

    @Test
    void everyKindOfContractIsListedWithItsValue() {
        JsonNode swaps = rows("/api/v5/public/instruments?instType=SWAP");
        assertThat(swaps)
                .extracting(row -> row.get("instId").asString() + " "
                        + row.get("ctType").asString() + " " + row.get("ctVal").asString())
                .containsExactly("BTC-USDT-SWAP linear 0.01", "BTC-USD-SWAP inverse 100");
        assertThat(rows("/api/v5/public/instruments?instType=FUTURES"))
                .extracting(row ->
                        row.get("instId").asString() + " " + row.get("ruleType").asString())
                .containsExactly("BTC-USDT-261225 normal", "BTC-USD_UM_XPERP-310404 xperp");
    }

    @Test
    void fundingIsPaidEveryEightHoursAndKnownForAllAtOnce() {
        JsonNode rates = rows("/api/v5/public/funding-rate?instId=ANY");
        assertThat(rates)
                .hasSize(3)
                .allMatch(row -> row.get("nextFundingTime").asLong()
                                - row.get("fundingTime").asLong()
                        == Duration.ofHours(8).toMillis());
        List<Long> paid = longs(rows("/api/v5/public/funding-rate-history?instId=BTC-USD-SWAP&limit=3"), "fundingTime");
        assertThat(paid.get(0) - paid.get(1)).isEqualTo(Duration.ofHours(8).toMillis());
        assertThat(paid).hasSize(3);
    }

    @Test
    void tooManyRequestsAreRefusedWithTheVenuesCode() {
        String target = "/api/v5/rubik/stat/contracts/long-short-account-ratio-contract?instId=BTC-USDT-SWAP";
        for (int i = 0; i < 5; i++) {
            assertThat(rows(target)).isNotEmpty();
        }
        var refused = TestRest.get(market.emulator(), OkxEmulation.PREFIX, target);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"code\":\"50011\"");
        market.pass(Duration.ofSeconds(2));
        assertThat(rows(target)).isNotEmpty();
    }

    @Test
    void anUnknownInstrumentIsAnErrorWithStatus200() {
        var answer = TestRest.get(market.emulator(), OkxEmulation.PREFIX, "/api/v5/market/candles?instId=FOO-USDT");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"code\":\"51001\"");
    }
}
