package io.tapeline.emulator.coinbasefutures;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.emulator.TestSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What of the venue's behaviour an adapter depends on. */
class CoinbaseBehaviourTest {
    @Test
    void framesOfAllChannelsAreCountedTogetherFromZero() {
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            CoinbaseMarket.subscribe(socket, "level2");
            CoinbaseMarket.subscribe(socket, "market_trades");
            market.pass(Duration.ofSeconds(10));
            CoinbaseMarket.frame(socket, "market_trades", "update");
            List<Long> numbers = socket.frames().stream()
                    .map(frame -> frame.get("sequence_num").asLong())
                    .toList();
            assertThat(numbers.getFirst()).isZero();
            for (int i = 1; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
            }
        }
    }

    @Test
    void anAnswerListsEverythingThatIsSubscribed() {
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            CoinbaseMarket.subscribe(socket, "level2");
            JsonNode answer = CoinbaseMarket.subscribe(socket, "ticker").at("/events/0/subscriptions");
            assertThat(answer.propertyNames()).containsExactlyInAnyOrder("level2", "ticker");
            assertThat(answer.at("/level2/0").asString()).isEqualTo(CoinbaseMarket.PRODUCT);
        }
    }

    @Test
    void tradesAreToldByTheRestingOrdersSide() {
        try (CoinbaseMarket market = new CoinbaseMarket();
                TestSocket socket = market.open()) {
            CoinbaseMarket.subscribe(socket, "market_trades");
            CoinbaseMarket.subscribe(socket, "ticker");
            market.pass(Duration.ofSeconds(10));
            JsonNode trade =
                    CoinbaseMarket.frame(socket, "market_trades", "update").at("/events/0/trades/0");
            JsonNode same = market.call("/market/products/" + CoinbaseMarket.PRODUCT + "/ticker?limit=1000")
                    .get("trades")
                    .valueStream()
                    .filter(row -> row.get("trade_id").equals(trade.get("trade_id")))
                    .findFirst()
                    .orElseThrow();
            assertThat(same.get("side")).isEqualTo(trade.get("side"));
            assertThat(same.get("price")).isEqualTo(trade.get("price"));
        }
    }

    @Test
    void onlyPerpetualsHaveFundingAndAllAreCalledExpiring() {
        try (CoinbaseMarket market = new CoinbaseMarket()) {
            JsonNode products =
                    market.call("/market/products?product_type=FUTURE").get("products");
            assertThat(products.at("/0/future_product_details/funding_rate").asString())
                    .isNotEmpty();
            assertThat(products.at("/1/future_product_details/funding_rate").asString())
                    .isEmpty();
            assertThat(products.at("/1/product_id").asString()).isEqualTo("BIT-29JAN27-CDE");
            assertThat(products.findValuesAsString("contract_expiry_type")).containsOnly("EXPIRING");
            assertThat(products.findValuesAsString("base_currency_id")).containsOnly("");
        }
    }

    @Test
    void whatIsWrongIsRefused() {
        try (CoinbaseMarket market = new CoinbaseMarket()) {
            assertThat(market.get("/market/products/NONE/ticker").statusCode()).isEqualTo(404);
            assertThat(market.get("/market/products/" + CoinbaseMarket.PRODUCT + "/candles?granularity=TWO")
                            .statusCode())
                    .isEqualTo(400);
            int status = 0;
            for (int i = 0; i < 12; i++) {
                status = market.get("/time").statusCode();
            }
            assertThat(status).isEqualTo(429);
        }
    }
}
