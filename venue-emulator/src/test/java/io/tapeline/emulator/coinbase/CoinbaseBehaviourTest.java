package io.tapeline.emulator.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestSocket;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What of the venue's behaviour an adapter depends on. */
class CoinbaseBehaviourTest {
    private static final String TRADES = "/products/" + CoinbaseMarket.PRODUCT + "/trades";

    private static List<Long> ids(JsonNode trades) {
        return trades.valueStream().map(trade -> trade.get("trade_id").asLong()).toList();
    }

    @Test
    void anAnswerListsEverythingThatIsSubscribed() {
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            CoinbaseMarket.subscribe(socket, "matches", "heartbeat");
            JsonNode answer = CoinbaseMarket.subscribe(socket, "level2_batch");
            assertThat(answer.get("channels").findValuesAsString("name"))
                    .containsExactly("matches", "heartbeat", "level2_50");
            CoinbaseMarket.send(socket, "unsubscribe", "matches");
            socket.await(3, text -> text.contains("subscriptions"));
            assertThat(CoinbaseMarket.frames(socket, "subscriptions")
                            .getLast()
                            .get("channels")
                            .findValuesAsString("name"))
                    .containsExactly("heartbeat", "level2_50");
        }
    }

    @Test
    void tradesHaveConsecutiveIdsFromTheLastOneBeforeTheSubscriptionOn() {
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            market.pass(Duration.ofSeconds(10));
            CoinbaseMarket.subscribe(socket, "matches");
            long last =
                    CoinbaseMarket.frame(socket, "last_match").get("trade_id").asLong();
            market.pass(Duration.ofSeconds(10));
            CoinbaseMarket.frame(socket, "match");
            for (JsonNode match : CoinbaseMarket.frames(socket, "match")) {
                assertThat(match.get("trade_id").asLong()).isEqualTo(++last);
            }
        }
    }

    @Test
    void tradesAndTheirAnswersTellTheRestingOrdersSideAndTickersTheTakers() {
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            CoinbaseMarket.subscribe(socket, "matches", "ticker");
            market.pass(Duration.ofSeconds(20));
            Map<Long, String> makers = new HashMap<>();
            CoinbaseMarket.frame(socket, "match");
            CoinbaseMarket.frames(socket, "match")
                    .forEach(match -> makers.put(
                            match.get("trade_id").asLong(), match.get("side").asString()));
            assertThat(makers.values()).contains("buy", "sell");
            for (JsonNode ticker : CoinbaseMarket.frames(socket, "ticker")) {
                String maker = makers.get(ticker.get("trade_id").asLong());
                if (maker != null) {
                    assertThat(ticker.get("side").asString()).isNotEqualTo(maker);
                }
            }
            market.call(TRADES).forEach(trade -> {
                String maker = makers.get(trade.get("trade_id").asLong());
                assertThat(maker == null || maker.equals(trade.get("side").asString()))
                        .isTrue();
            });
        }
    }

    @Test
    void aHeartbeatComesEachSecondAndTellsTheNewestTrade() {
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            CoinbaseMarket.subscribe(socket, "heartbeat");
            market.pass(Duration.ofSeconds(5));
            socket.await(5, text -> text.contains("last_trade_id"));
            assertThat(CoinbaseMarket.frames(socket, "heartbeat").getLast().get("last_trade_id"))
                    .isEqualTo(market.call(TRADES + "?limit=1").get(0).get("trade_id"));
        }
    }

    @Test
    void olderTradesAreFoundByTheIdAboveThem() {
        try (CoinbaseMarket market = new CoinbaseMarket()) {
            market.pass(Duration.ofSeconds(20));
            List<Long> all = ids(market.call(TRADES));
            assertThat(all).hasSizeGreaterThan(10).isSortedAccordingTo((a, b) -> Long.compare(b, a));
            assertThat(ids(market.call(TRADES + "?limit=3&after=" + all.get(4))))
                    .isEqualTo(all.subList(5, 8));
            assertThat(ids(market.call(TRADES + "?before=" + all.get(4)))).isEqualTo(all.subList(0, 4));
            assertThat(market.get(TRADES + "?limit=3").headers().firstValue("CB-AFTER"))
                    .contains(Long.toString(all.get(2)));
        }
    }

    @Test
    void aBookIsItsSnapshotAndTheChangesAfterIt() {
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            CoinbaseMarket.subscribe(socket, "level2_batch");
            market.pass(Duration.ofSeconds(5));
            JsonNode snapshot = CoinbaseMarket.frame(socket, "snapshot");
            JsonNode theirs = market.call("/products/" + CoinbaseMarket.PRODUCT + "/book?level=2");
            socket.await(
                    1,
                    text -> text.contains("l2update")
                            && text.contains(theirs.get("time").asString()));
            for (String side : List.of("bids", "asks")) {
                Map<BigDecimal, String> ours = new HashMap<>();
                snapshot.get(side).forEach(level -> set(ours, level.get(0), level.get(1)));
                CoinbaseMarket.frames(socket, "l2update")
                        .forEach(update -> update.get("changes").forEach(row -> {
                            if (row.get(0).asString().equals(side.equals("bids") ? "buy" : "sell")) {
                                set(ours, row.get(1), row.get(2));
                            }
                        }));
                Map<BigDecimal, String> whole = new HashMap<>();
                theirs.get(side).forEach(level -> set(whole, level.get(0), level.get(1)));
                assertThat(ours).isEqualTo(whole);
            }
        }
    }

    private static void set(Map<BigDecimal, String> side, JsonNode price, JsonNode size) {
        if (new BigDecimal(size.asString()).signum() == 0) {
            side.remove(new BigDecimal(price.asString()));
        } else {
            side.put(new BigDecimal(price.asString()), size.asString());
        }
    }

    @Test
    void theFullBookIsForThoseWhoSignIn() {
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            CoinbaseMarket.send(socket, "subscribe", "level2");
            socket.await(1, text -> text.contains("require authentication"));
            socket.send("{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channels\":[\"heartbeat\"],"
                    + "\"signature\":\"c2lnbmVk\",\"key\":\"k\",\"passphrase\":\"p\",\"timestamp\":\"1795168800\"}");
            socket.await(1, text -> text.contains("subscriptions"));
            CoinbaseMarket.subscribe(socket, "level2");
            assertThat(CoinbaseMarket.frame(socket, "snapshot")
                            .get("product_id")
                            .asString())
                    .isEqualTo(CoinbaseMarket.PRODUCT);
        }
    }

    @Test
    void whatIsWrongIsRefused() {
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            socket.send("{\"type\":\"subscribe\",\"product_ids\":[\"XYZ-USD\"],\"channels\":[\"matches\"]}");
            socket.await(1, text -> text.contains("XYZ-USD is not a valid product"));
            CoinbaseMarket.send(socket, "subscribe", "gossip");
            socket.await(1, text -> text.contains("gossip is not a valid channel"));
            socket.send("{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"]}");
            socket.await(1, text -> text.contains("No channels provided"));
            String candles = "/products/" + CoinbaseMarket.PRODUCT + "/candles?granularity=";
            assertThat(market.get("/products/XYZ-USD/trades").statusCode()).isEqualTo(404);
            assertThat(market.get(candles + "61").statusCode()).isEqualTo(400);
            assertThat(market.get(candles + "60&start=1795100000&end=1795168800")
                            .statusCode())
                    .isEqualTo(400);
            int status = 0;
            for (int i = 0; i < 17; i++) {
                status = market.get("/time").statusCode();
            }
            assertThat(status).isEqualTo(429);
        }
    }
}
