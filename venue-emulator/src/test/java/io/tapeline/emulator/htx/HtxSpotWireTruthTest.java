package io.tapeline.emulator.htx;

import static io.tapeline.emulator.htx.HtxWire.channel;
import static io.tapeline.emulator.htx.HtxWire.first;
import static io.tapeline.emulator.htx.HtxWire.like;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestRest;
import io.tapeline.emulator.TestSocket;
import io.tapeline.emulator.VirtualMarket;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the emulator of spot to the real payloads that are kept beside the project, and to the rules of books. */
class HtxSpotWireTruthTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOOK = "market.btcusdt.mbp.150";

    private VirtualMarket market;

    @BeforeEach
    void start() {
        market = HtxMarket.start(HtxEmulation.SPOT);
    }

    @AfterEach
    void stop() {
        market.close();
    }

    private TestSocket subscribed(String path, String... topics) {
        return HtxMarket.market(market, HtxEmulation.SPOT, path, topics);
    }

    @Test
    void everyAnswerHasTheMembersAndTypesOfItsSamples() throws IOException {
        market.pass(Duration.ofSeconds(10));
        Map<String, String> answers = Map.of(
                "spot.rest.history_trade", "/market/history/trade?symbol=btcusdt&size=10",
                "spot.rest.kline", "/market/history/kline?symbol=btcusdt&period=1min&size=10");
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            JsonNode ours = TestRest.json(market.emulator(), HtxEmulation.SPOT, answer.getValue());
            assertThat(ours.get("data")).as(answer.getKey()).isNotEmpty();
            like(answer.getKey(), ours);
        }
        JsonNode pair = TestRest.json(market.emulator(), HtxEmulation.SPOT, "/v2/settings/common/symbols")
                .at("/data/0");
        assertThat(pair.get("sc").asString()
                        + pair.get("bc").asString()
                        + pair.get("qc").asString())
                .isEqualTo("btcusdtbtcusdt");
    }

    @Test
    void everyFrameHasTheMembersAndTypesOfItsSamples() throws IOException {
        market.pass(Duration.ofSeconds(5));
        TestSocket data = subscribed(
                HtxSpotSession.MARKET,
                "market.btcusdt.trade.detail",
                "market.btcusdt.bbo",
                "market.btcusdt.kline.1min",
                "market.btcusdt.depth.step0",
                "market.btcusdt.mbp.refresh.20");
        TestSocket books = subscribed(HtxSpotSession.BOOKS, BOOK, "market.btcusdt.mbp.5");
        market.pass(Duration.ofSeconds(30));
        like("spot.trade.detail", first(data, channel("trade.detail")));
        like("spot.bbo", first(data, channel("bbo")), sample -> sample.at("/tick")
                .has("seqId"));
        like("spot.kline", first(data, channel("kline.1min")));
        like("spot.depth.step0", first(data, channel("depth.step0")));
        like("spot.mbp.refresh.20", first(data, channel("mbp.refresh.20")));
        like("spot.mbp.update", first(books, channel("mbp.150")));
        like("spot.mbp.5.update", first(books, channel("mbp.5").and(f -> !f.at("/tick")
                .has("bids"))));
        books.send("{\"req\":\"" + BOOK + "\",\"id\":\"1\"}");
        like("spot.mbp.rep", first(books, frame -> frame.has("rep")), sample -> sample.has("ts"));
        data.send("{\"unsub\":\"market.btcusdt.bbo\",\"id\":\"4\"}");
        like("spot.unsub_ack", first(data, frame -> frame.has("unsubbed")));
    }

    @Test
    void aNewcomerHearsTheLastTradeWithIdsOfTwoLengths() {
        market.pass(Duration.ofSeconds(10));
        TestSocket data = subscribed(HtxSpotSession.MARKET, "market.btcusdt.trade.detail");
        JsonNode trade = first(data, channel("trade.detail")).at("/tick/data/0");
        assertThat(trade.get("ts").asLong())
                .isLessThanOrEqualTo(market.emulator()
                        .ledger()
                        .produced("htx", "btcusdt", "trade")
                        .getLast()
                        .time());
        assertThat(trade.get("id").bigIntegerValue()).isGreaterThan(BigInteger.ONE.shiftLeft(64));
    }

    @Test
    void aNumberedRequestIsConfirmedWithItsNumber() throws IOException {
        TestSocket data = market.open(HtxEmulation.SPOT, HtxSpotSession.MARKET);
        data.send("{\"sub\":\"market.btcusdt.trade.detail\",\"id\":1}");
        like("spot.subscribe_ack", first(data, frame -> frame.has("subbed")));
        data.send("{\"sub\":\"" + BOOK + "\",\"id\":2}");
        assertThat(first(data, frame -> frame.has("err-code")).get("err-msg").asString())
                .as("books are on the other socket")
                .isEqualTo("invalid topic " + BOOK);
    }

    /** Changes begin without a book; one that is asked for later is one of those the changes made. */
    @Test
    void aBookThatIsAskedForIsOneThatChangesContinue() {
        market.pass(Duration.ofSeconds(5));
        TestSocket client = subscribed(HtxSpotSession.BOOKS, BOOK);
        market.pass(Duration.ofSeconds(5));
        client.send("{\"req\":\"" + BOOK + "\",\"id\":\"1\"}");
        long whole = first(client, frame -> frame.has("rep")).at("/data/seqNum").asLong();
        market.pass(Duration.ofSeconds(2));
        List<JsonNode> ticks = client.await(8, text -> text.contains("prevSeqNum")).stream()
                .map(text -> JSON.readTree(text).get("tick"))
                .toList();
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i).get("prevSeqNum").asLong())
                    .isEqualTo(ticks.get(i - 1).get("seqNum").asLong());
        }
        assertThat(ticks).extracting(tick -> tick.get("prevSeqNum").asLong()).contains(whole);
    }
}
