package io.tapeline.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativesTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final String EXPIRY = "2099-12-25";
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
        StoredRows rows = new StoredRows(api.database());
        for (int strike = 90_000; strike <= 110_000; strike += 10_000) {
            option(rows, "BTC", strike, "call", EXPIRY + " 08:00Z");
            option(rows, "BTC", strike, "put", EXPIRY + " 08:00Z");
        }
        option(rows, "BTC", 90_000, "call", "2099-12-26 08:00Z");
        option(rows, "ETH", 4_000, "call", EXPIRY + " 08:00Z");
        option(rows, "BTC", 80_000, "call", "2020-12-25 08:00Z");
        settlement(rows, "BTCX26", 30, "90000.00", "'2026-10-21', true, true, NULL");
        settlement(
                rows,
                "BTCX26",
                2,
                "91000.00",
                "'2026-11-18', true, false, '{\"stage\": \"final\", \"source\": \"datamine\", \"delay_minutes\": 600}'");
        settlement(rows, "BTCZ26", 2, "91500.00", "'2026-11-18', false, false, '{\"stage\": \"preliminary\"}'");
        for (int minute = 1; minute <= 3; minute++) {
            index(rows, "BTC-DVOL", minute, "4" + minute + ".50");
        }
        index(rows, "ETH-DVOL", 2, "60.00");
        rows.instrument("deribit", "index", "BTC-DVOL", "BTC", "", "NULL");
        mark(rows, "deribit", "perpetual", "BTC-PERPETUAL", 2, "90000.00, 90001.00");
        mark(rows, "deribit", "perpetual", "BTC-PERPETUAL", 1, "90045.50, 90000.00");
        mark(rows, "deribit", "future", "BTC-FUTURE", 1, "91000.00, 90000.00");
        mark(rows, "deribit", "option", "BTC-2099-12-25-90000-c", 1, "0.05, 90000.00");
        rows.instrument("deribit", "future", "BTC-FUTURE", "BTC", "BTC/USD:BTC-991225", "NULL");
        api.database()
                .execute("UPDATE store.instrument_state SET expiry = '"
                        + ago(Duration.ofMinutes(1)).plus(Duration.ofDays(73))
                        + "' WHERE unified_symbol LIKE '%:BTC-%'");
        settlement(rows, "BTCZ26", 0, "92000.00", "'2026-11-20', false, false, NULL");
        borrow(rows, "BTC/USD", "long", 3, "1.50");
        borrow(rows, "BTC/USD", "long", 2, "2.00");
        borrow(rows, "BTC/USD", "short", 2, "0.25");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static Instant ago(Duration time) {
        return NOW.minus(time);
    }

    private static void option(StoredRows rows, String base, int strike, String type, String expiry) {
        String symbol = base + "-" + expiry.substring(0, 10) + "-" + strike + "-" + type.charAt(0);
        rows.instrument("deribit", "option", symbol, base, symbol, "NULL");
        api.database()
                .execute("UPDATE store.instrument_state SET expiry = '" + expiry + "', strike = " + strike
                        + ", option_type = '" + type + "' WHERE unified_symbol = '" + symbol + "'");
        for (int minute = 1; minute <= 3; minute++) {
            rows.event(
                    "option_summary",
                    "deribit",
                    "option",
                    symbol,
                    ago(Duration.ofMinutes(minute)),
                    "underlying, mark_price, mark_iv, delta",
                    "'" + base + "', 0.0512, 5" + minute + ".10, 0.50");
        }
    }

    private static void settlement(StoredRows rows, String symbol, int days, String price, String values) {
        rows.event(
                "settlement",
                "cme",
                "future",
                symbol,
                ago(Duration.ofDays(days)),
                "price, basis, trade_date, is_front, roll, metadata",
                price + ", 250.50, " + values);
    }

    private static void index(StoredRows rows, String symbol, int minutes, String value) {
        rows.event("volatility_index", "deribit", "index", symbol, ago(Duration.ofMinutes(minutes)), "value", value);
    }

    private static void mark(
            StoredRows rows, String exchange, String market, String symbol, int minutes, String markAndIndex) {
        rows.event(
                "mark_price",
                exchange,
                market,
                symbol,
                ago(Duration.ofMinutes(minutes)),
                "mark_price, index_price",
                markAndIndex);
    }

    private static void borrow(StoredRows rows, String symbol, String side, int minutes, String bps) {
        rows.event(
                "borrow_rate",
                "gmx",
                "perpetual",
                symbol,
                ago(Duration.ofMinutes(minutes)),
                "side, bps_per_day",
                "'" + side + "', " + bps);
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

    private static int count(String query) {
        return JsonPath.<Integer>read(get(query), "$.data.count");
    }

    @Test
    void withoutATimeWindowOptionsAreTheChainAsItIsNow() {
        String body = get("options?underlying=BTC&numbers=string");
        assertThat(JsonPath.<List<String>>read(body, "$.data.options[*].mark_iv"))
                .hasSize(7)
                .containsOnly("51.10");
        assertThat(body).doesNotContain("2020-12-25").contains("\"filters\":{\"underlying\":\"BTC\"}");
        Map<String, Object> row = JsonPath.read(body, "$.data.options[0]");
        assertThat(row)
                .containsEntry("strike", "100000")
                .containsEntry("option_type", "call")
                .containsEntry("expiry", EXPIRY + "T08:00:00.000000Z")
                .containsEntry("underlying", "BTC");
        assertThat(JsonPath.<Integer>read(body, "$.data.summary.options")).isEqualTo(7);
        assertThat(JsonPath.<List<String>>read(body, "$.data.summary.expiries")).containsExactly(EXPIRY, "2099-12-26");
        assertThat(JsonPath.<List<String>>read(body, "$.data.summary.underlyings"))
                .containsExactly("BTC");
    }

    @Test
    void withATimeWindowOptionsAreTheirHistory() {
        assertThat(count("options?underlying=btc&hours=1&limit=1000")).isEqualTo(24);
        assertThat(count("options?underlying=ETH&from="
                        + ago(Duration.ofMinutes(2)).minusSeconds(1)))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "expiry=2099-12-25,7",
        "expiry=2099-12-26,1",
        "expiry=2099-12-25&option_type=put,3",
        "strike=90000,3",
        "strike=90000.0&option_type=call&expiry=2099-12-25,1",
        "symbol=BTC,7",
        "symbol=ETH-2099-12-25-4000-c,1",
        "underlying=SOL,0",
        "exchange=okx,0",
        "market=perpetual,0"
    })
    void theChainIsNarrowedByTheTermsOfTheContract(String filter, int expected) {
        assertThat(count("options?" + filter)).isEqualTo(expected);
    }

    @Test
    void aChainIsReadPageByPage() {
        List<String> symbols = new ArrayList<>();
        String cursor = "";
        do {
            String body = get("options?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            symbols.addAll(JsonPath.<List<String>>read(body, "$.data.options[*].symbol"));
            cursor = JsonPath.read(body, "$.data.next_cursor");
        } while (cursor != null);
        assertThat(symbols).hasSize(8).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aCursorOfTheChainIsNoneOfItsHistory() {
        String cursor = JsonPath.read(get("options?limit=3"), "$.data.next_cursor");
        api.client()
                .get()
                .uri("/api/v1/exchange/options?hours=1&limit=3&cursor=" + cursor)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void settlementsNeedNoTimeWindowAndSayHowTheyCameToBeKnown() {
        String body = get("settlements");
        assertThat(JsonPath.<List<String>>read(body, "$.data.settlements[*].trade_date"))
                .containsExactly("2026-11-20", "2026-11-18", "2026-11-18", "2026-10-21");
        assertThat(body)
                .contains("\"metadata\":{\"stage\": \"final\", \"source\": \"datamine\", \"delay_minutes\": 600}")
                .contains("\"price\":91000.00,", "\"basis\":250.50,", "\"metadata\":{},")
                .contains("\"summary\":{\"latest_trade_date\":\"2026-11-20\",");
        assertThat(count("settlements?trade_date=2026-10-21")).isEqualTo(1);
        assertThat(count("settlements?is_front=true&symbol=BTCX26")).isEqualTo(2);
        assertThat(count("settlements?roll=true")).isEqualTo(1);
        assertThat(count("settlements?hours=24")).isEqualTo(1);
        assertThat(count("settlements?hours=72&limit=10")).isEqualTo(3);
    }

    @Test
    void settlementsArePagedThrough() {
        String first = get("settlements?limit=3");
        String cursor = JsonPath.read(first, "$.data.next_cursor");
        assertThat(JsonPath.<List<String>>read(get("settlements?limit=3&cursor=" + cursor), "$.data..trade_date"))
                .containsExactly("2026-10-21");
    }

    @Test
    void aVolatilityIndexIsSummedUpWhollyAndEachAlone() {
        String body = get("volatility-index?symbol=BTC");
        assertThat(body).contains("\"latest\":41.50,\"min\":41.50,\"max\":43.50,\"average\":42.50,");
        assertThat(get("volatility-index?numbers=string"))
                .contains("\"min\":\"41.50\",\"max\":\"60.00\",")
                .contains("\"symbol\":\"ETH-DVOL\",\"exchange\":\"deribit\"");
        assertThat(JsonPath.<List<Object>>read(get("volatility-index"), "$.data.summary.indices"))
                .hasSize(2);
        assertThat(get("volatility-index?symbol=NOSUCH"))
                .contains("\"latest\":null,")
                .contains("\"indices\":[]");
    }

    @Test
    void theBasisIsTheNewestOfEachPerpetualAndFutureOverItsIndex() {
        String body = get("basis");
        assertThat(JsonPath.<List<String>>read(body, "$.data.basis[*].symbol"))
                .containsExactly("BTCZ26", "BTC-FUTURE", "BTC-PERPETUAL");
        assertThat(body)
                .contains("\"source\":\"settlement\",\"price\":92000.00,\"index_price\":91749.50,\"basis\":250.50,"
                        + "\"basis_pct\":0.273026011040932103,")
                .contains("\"price\":91000.00,\"index_price\":90000.00,\"basis\":1000.00,"
                        + "\"basis_pct\":1.11111111111111111,\"basis_annualised_pct\":5.55555555555555556,"
                        + "\"days_to_expiry\":73,")
                .contains("\"basis\":45.50,\"basis_pct\":0.0505555555555555556,\"basis_annualised_pct\":null,"
                        + "\"days_to_expiry\":null,\"expiry\":null}");
        assertThat(count("basis?hours=1")).isEqualTo(4);
        assertThat(count("basis?symbol=BTC&market=future")).isEqualTo(1);
        assertThat(count("basis?market=option")).isZero();
    }

    @Test
    void whatAVenuePredictsForAnotherIsServedButNoRateOfItsOwn() {
        StoredRows rows = new StoredRows(api.database());
        String columns = "rate, status, interval_hours, rate_8h, metadata";
        rows.event(
                        "funding_rate",
                        "hyperliquid",
                        "perpetual",
                        "BTC",
                        ago(Duration.ofMinutes(2)),
                        columns,
                        "0.0001, 'estimated', 1, 0.0008, NULL")
                .event(
                        "funding_rate",
                        "hyperliquid",
                        "perpetual",
                        "BTC",
                        ago(Duration.ofMinutes(1)),
                        columns,
                        "0.9, 'estimated', 8, 0.9, '{\"venue\": \"binance\"}'");
        assertThat(get("funding-rates?exchange=hyperliquid"))
                .contains("\"count\":2,", "\"venue\": \"binance\"", "\"average_rate\":0.0001,");
    }

    @Test
    void whatBorrowingCostsIsAveragedForEachSide() {
        assertThat(get("borrow-rates"))
                .contains("\"average_bps_per_day_long\":1.75,\"average_bps_per_day_short\":0.25,"
                        + "\"average_bps_per_day_loan\":null,");
        assertThat(count("borrow-rates?side=short")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "options?expiry=tomorrow,expiry,ISO-8601",
        "options?expiry=2026-02-30,expiry,ISO-8601",
        "options?option_type=straddle,option_type,call",
        "options?strike=high,strike,decimal",
        "options?stike=5,stike,known",
        "settlements?trade_date=20261118,trade_date,ISO-8601",
        "settlements?is_front=1,is_front,true",
        "borrow-rates?side=buy,side,loan",
        "volatility-index?underlying=BTC,underlying,known"
    })
    void aParameterThatCannotBeUsedIsNamed(String query, String parameter, String expected) {
        api.client()
                .get()
                .uri("/api/v1/exchange/" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.success")
                .isEqualTo(false)
                .jsonPath("$.parameter")
                .isEqualTo(parameter)
                .jsonPath("$.expected")
                .value((String text) -> assertThat(text).contains(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR '1'='1", "BTC') OR (1=1", ":to", "$1", "{rows}"})
    void anInjectionAttemptIsAnUnknownUnderlying(String attempt) {
        api.client()
                .get()
                .uri("/api/v1/exchange/options?underlying={attempt}", attempt)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.count")
                .isEqualTo(0);
    }
}
