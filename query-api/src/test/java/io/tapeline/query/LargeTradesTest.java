package io.tapeline.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

class LargeTradesTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
        new StoredRows(api.database())
                .instrument("coinbase", "spot", "BTC-USD", "BTC", "BTC/USD", "NULL")
                .instrument("binance", "perpetual", "BTCUSDT", "BTC", "BTC/USDT:USDT", "NULL")
                .instrument("binance", "spot", "BTCUSDT", "BTC", "BTC/USDT", "NULL")
                .instrument("binance", "option", "BTC-261225-90000-C", "BTC", "BTC/USDT:USDT-261225-90000-C", "NULL")
                .instrument("binance", "perpetual", "ETHUSDT", "ETH", "ETH/USDT:USDT", "NULL")
                .largeTrade("coinbase", "spot", "BTC-USD", ago(1), "buy", "50123.45", "2.50", "125308.63", false)
                .largeTrade("binance", "perpetual", "BTCUSDT", ago(2), "sell", "50000.10", "4", "200000.40", true)
                .largeTrade("binance", "spot", "BTCUSDT", ago(3), "buy", "50000.00", "3", "150000.00", false)
                .largeTrade("binance", "option", "BTC-261225-90000-C", ago(4), "buy", "0.1", "3", "300000.00", false)
                .largeTrade(
                        "binance",
                        "perpetual",
                        "ETHUSDT",
                        ago(5),
                        "sell",
                        "0.00000001",
                        "100000000000000000000",
                        "51000.00",
                        false)
                .largeTrade("binance", "perpetual", "ETHUSDT", ago(30 * 60), "sell", "3000.0", "20", "60000.00", false);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private static BodyContentSpec get(String query) {
        return api.client()
                .get()
                .uri("/api/v1/exchange/large-trades" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static String text(String query) {
        return new String(get(query).returnResult().getResponseBody());
    }

    @Test
    void theEnvelopeIsTheDocumentedOne() {
        get("?symbol=BTC-USD")
                .jsonPath("$.success")
                .isEqualTo(true)
                .jsonPath("$.data.count")
                .isEqualTo(1)
                .jsonPath("$.data.trades[0].exchange")
                .isEqualTo("coinbase")
                .jsonPath("$.data.trades[0].market")
                .isEqualTo("spot")
                .jsonPath("$.data.trades[0].symbol")
                .isEqualTo("BTC-USD")
                .jsonPath("$.data.trades[0].side")
                .isEqualTo("buy")
                .jsonPath("$.data.trades[0].trade_id")
                .isEqualTo("1")
                .jsonPath("$.data.trades[0].is_liquidation")
                .isEqualTo(false)
                .jsonPath("$.data.trades[0].timestamp")
                .isEqualTo(io.tapeline.model.json.IsoMicros.format(io.tapeline.model.json.IsoMicros.of(ago(1))))
                .jsonPath("$.data.trades[0].metadata.maker")
                .isEqualTo(false)
                .jsonPath("$.data.summary.total_value_usd")
                .isEqualTo(125308.63)
                .jsonPath("$.data.summary.liquidation_count")
                .isEqualTo(0)
                .jsonPath("$.data.summary.exchanges[0]")
                .isEqualTo("coinbase")
                .jsonPath("$.data.summary.symbols[0]")
                .isEqualTo("BTC-USD")
                .jsonPath("$.data.next_cursor")
                .isEmpty()
                .jsonPath("$.filters.symbol")
                .isEqualTo("BTC-USD")
                .jsonPath("$.filters.hours")
                .isEqualTo(24)
                .jsonPath("$.timestamp")
                .exists();
    }

    @Test
    void numbersKeepEveryStoredDigitAndNoExponent() {
        assertThat(text("?symbol=BTC-USD")).contains("\"size\":2.50,").contains("\"usd_rate\": 1.0000");
        assertThat(text("?symbol=ETHUSDT")).contains("\"price\":0.00000001,\"size\":100000000000000000000,");
    }

    @Test
    void numbersComeAsTextOnRequest() {
        assertThat(text("?symbol=BTC-USD&numbers=string"))
                .contains("\"size\":\"2.50\"")
                .contains("\"usd_rate\":\"1.0000\"")
                .contains("\"total_value_usd\":\"125308.63\"")
                .contains("\"count\":1,");
    }

    @Test
    void newestComesFirstAndTheLastDayIsTheDefault() {
        get("").jsonPath("$.data.trades[*].value_usd").value(values -> assertThat(values.toString())
                .isEqualTo("[125308.63,200000.4,150000.0,300000.0,51000.0]"));
        get("?hours=48").jsonPath("$.data.count").isEqualTo(6);
    }

    @Test
    void aBareAssetMeansItsSpotPerpetualAndFutureMarkets() {
        get("?symbol=btc").jsonPath("$.data.count").isEqualTo(3);
        get("?symbol=BTC&market=option").jsonPath("$.data.count").isEqualTo(1);
        get("?symbol=BTC&exchange=binance").jsonPath("$.data.count").isEqualTo(2);
    }

    @Test
    void aUnifiedSymbolMeansOneInstrument() {
        get("?symbol=BTC/USDT:USDT")
                .jsonPath("$.data.count")
                .isEqualTo(1)
                .jsonPath("$.data.trades[0].market")
                .isEqualTo("perpetual");
    }
}
