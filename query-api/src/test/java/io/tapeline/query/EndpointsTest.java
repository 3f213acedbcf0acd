package io.tapeline.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tapeline.model.event.Kind;
import io.tapeline.model.json.EventCodec;
import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.Datasets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EndpointsTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
        StoredRows rows = new StoredRows(api.database())
                .instrument("binance", "perpetual", "BTCUSDT", "BTC", "BTC/USDT:USDT", "NULL")
                .instrument("binance", "perpetual", "ETHUSDT", "ETH", "ETH/USDT:USDT", "NULL")
                .instrument("okx", "perpetual", "OLD", "OLD", "OLD/USDT:USDT", "now() - interval '40 days'");
        funding(rows, "BTCUSDT", 10, "settled", "0.00010000");
        funding(rows, "BTCUSDT", 5, "settled", "0.00020000");
        funding(rows, "BTCUSDT", 1, "estimated", "0.00090000");
        funding(rows, "ETHUSDT", 3, "estimated", "0.00030000");
        funding(rows, "ETHUSDT", 2, "estimated", "0.00040000");
        openInterest(rows, "BTCUSDT", 9, "1000.00");
        openInterest(rows, "BTCUSDT", 4, "1500.10");
        openInterest(rows, "ETHUSDT", 6, "250.05");
        candle(rows, "1m", "trade", 3);
        candle(rows, "1m", "mark", 3);
        candle(rows, "1h", "trade", 60);
        rows.event(
                "liquidation",
                "binance",
                "perpetual",
                "BTCUSDT",
                ago(2),
                "side, price, size, size_unit, value_usd",
                "'sell', 50000.0, 0.10, 'base', 5000.00");
        rows.event(
                "liquidation",
                "binance",
                "perpetual",
                "BTCUSDT",
                ago(1),
                "side, price, size, size_unit, value_usd",
                "'buy', 50000.0, 0.20, 'base', 10000.00");
        rows.event(
                "trade",
                "binance",
                "perpetual",
                "BTCUSDT",
                ago(1),
                "side, size_unit, id_form, derived, is_liquidation, price, size",
                "'b', 'b', 'n', '3', false, 50000.10, 0.001");
        rows.event(
                "quote",
                "binance",
                "perpetual",
                "BTCUSDT",
                ago(1),
                "size_unit, id_form, bid_price, bid_size, ask_price, ask_size",
                "'b', '-', 49999.90, 1.000, 50000.10, 2.000");
        rows.event(
                "mark_price",
                "binance",
                "perpetual",
                "BTCUSDT",
                ago(1),
                "mark_price, index_price",
                "50000.12345678, 50001.00000000");
        rows.event(
                "orderbook",
                "binance",
                "perpetual",
                "BTCUSDT",
                ago(1),
                "snapshot, bids, asks, size_unit, sequence, verified",
                "true, '[[50000.10,1.000],[50000.00,2]]', '[[50000.20,0.500]]', 'base', 9007199254740993, 'sequence'");
        rows.event(
                "long_short_ratio",
                "binance",
                "perpetual",
                "BTCUSDT",
                ago(5),
                "ratio_type, period, long_share, short_share, ratio",
                "'accounts', '5m', 0.6, 0.4, 1.5");
        derivatives(rows);
        gap(rows, "g1", "open", "7");
        gap(rows, "g2", "repaired", "3");
        gap(rows, "g3", "unrecoverable", "NULL");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    private static void derivatives(StoredRows rows) {
        perpetual(rows, "option_summary", "underlying, mark_iv", "'BTC', 55.10");
        perpetual(rows, "settlement", "price, trade_date, is_front, roll", "90005.00, '2026-11-19', true, false");
        perpetual(rows, "volatility_index", "value", "41.07");
        perpetual(rows, "borrow_rate", "side, bps_per_day", "'long', 1.25");
        perpetual(
                rows,
                "depth_metrics",
                "mid, spread_l5_pct, vol_l50_bids, depth_bids, depth_asks, \"interval\"",
                "111088.535, 0.0180036580732656165, 3.750, 100, 49, '5s'");
        // What these mean where no market is given.
        rows.event("option_summary", "deribit", "option", "BTC-C", ago(1), "underlying", "'BTC'");
        rows.event("volatility_index", "deribit", "index", "BTC-DVOL", ago(1), "value", "41.07");
    }

    private static void perpetual(StoredRows rows, String table, String columns, String values) {
        rows.event(table, "binance", "perpetual", "BTCUSDT", ago(1), columns, values);
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private static void funding(StoredRows rows, String symbol, int minutes, String status, String rate) {
        rows.event(
                "funding_rate",
                "binance",
                "perpetual",
                symbol,
                ago(minutes),
                "rate, status, interval_hours, rate_8h",
                rate + ", '" + status + "', 4, 2 * " + rate);
    }

    private static void openInterest(StoredRows rows, String symbol, int minutes, String usd) {
        rows.event(
                "open_interest",
                "binance",
                "perpetual",
                symbol,
                ago(minutes),
                "open_interest, open_interest_usd",
                "1, " + usd);
    }

    private static void candle(StoredRows rows, String interval, String source, int minutes) {
        rows.event(
                "candle",
                "binance",
                "perpetual",
                "BTCUSDT",
                ago(minutes),
                "\"interval\", source, open, high, low, close, closed",
                "'" + interval + "', '" + source + "', 1.0, 2.0, 0.5, 1.50, true");
    }

    private static void gap(StoredRows rows, String id, String state, String missing) {
        rows.event(
                "gap",
                "binance",
                "perpetual",
                "BTCUSDT",
                ago(7),
                "gap_id, stream, \"from\", \"to\", missing, cause, state",
                "'" + id + "', 'trade', '" + ago(9) + "', '" + ago(8) + "', " + missing + ", 'disconnect', '" + state
                        + "'");
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

    private static <T> T read(String query, String path) {
        return JsonPath.read(get(query), path);
    }

    static List<Dataset> datasets() {
        return Datasets.all();
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void everyEndpointAnswersWithItsRowsItsSummaryAndAllCommonFilters(Dataset dataset) {
        String query =
                dataset.path() + "?exchange=binance&market=perpetual&symbol=BTCUSDT&hours=1&limit=5&numbers=string";
        if (dataset.path().equals("feeds")) {
            new StoredRows(api.database())
                    .event(
                            "feed_status",
                            "binance",
                            "perpetual",
                            "_",
                            ago(20),
                            "feed, state",
                            "'binance-futures', 'live'");
        }
        if (dataset.path().equals("large-trades")) {
            new StoredRows(api.database())
                    .largeTrade("binance", "perpetual", "BTCUSDT", ago(1), "buy", "1", "1", "1", false);
        }
        Map<String, Object> data = read(query, "$.data");
        assertThat(data).containsKeys("count", dataset.key(), "summary", "next_cursor");
        List<Map<String, Object>> rows = JsonPath.read(data, "$." + dataset.key());
        assertThat(rows).isNotEmpty().hasSize((Integer) data.get("count"));
        assertThat(rows.getFirst().keySet())
                .containsExactlyElementsOf(
                        dataset.columns().stream().map(c -> c.name()).toList());
        assertThat(JsonPath.<Map<String, Object>>read(data, "$.summary").keySet())
                .containsExactlyElementsOf(
                        dataset.summary().fields().stream().map(f -> f.name()).toList());
    }

    @ParameterizedTest
    @MethodSource("datasets")
    void everyEndpointAnswersAsLinesAndAsCsv(Dataset dataset) {
        assertThat(get(dataset.path() + "?format=csv"))
                .startsWith(dataset.columns().getFirst().name() + ",");
        get(dataset.path() + "?format=ndjson");
    }

    @ParameterizedTest
    @CsvSource({
        "trades,TRADE",
        "quotes,QUOTE",
        "funding-rates,FUNDING_RATE",
        "ohlcv,CANDLE",
        "gaps,GAP",
        "mark-prices,MARK_PRICE"
    })
    void aRowHasTheMembersOfTheEventAsItIsOnTheBus(String path, Kind kind) {
        Dataset dataset = Datasets.all().stream()
                .filter(d -> d.path().equals(path))
                .findFirst()
                .orElseThrow();
        List<String> members = EventCodec.members(kind).stream()
                .map(EventCodec.Member::name)
                .filter(n -> !n.equals("n"))
                .toList();
        assertThat(JsonPath.<Map<String, Object>>read(get(path), "$.data." + dataset.key() + "[0]")
                        .keySet())
                .containsAll(members);
    }

    @Test
    void theFundingSummaryAveragesSettledRates() {
        String body = get("funding-rates?symbol=BTCUSDT");
        assertThat(body)
                .contains(
                        "\"average_rate\":0.00015000,\"average_rate_percent\":0.01500000,\"average_rate_8h\":0.00030000,");
        assertThat(read("funding-rates?symbol=BTCUSDT&limit=1", "$.data.count").toString())
                .isEqualTo("1");
    }

    @Test
    void theFundingSummaryTakesTheLatestEstimatesWhereNothingIsSettled() {
        assertThat(get("funding-rates?symbol=ETHUSDT")).contains("\"average_rate\":0.00040000,");
        assertThat(get("funding-rates?status=estimated")).contains("\"average_rate\":0.00065000,");
        assertThat(get("funding-rates?symbol=NOSUCH")).contains("\"average_rate\":null");
    }

    @Test
    void openInterestSumsTheLatestValueOfEachInstrumentOnce() {
        assertThat(get("open-interest"))
                .contains("\"total_oi_usd\":1750.15,")
                .contains("\"symbols\":[\"BTCUSDT\", \"ETHUSDT\"]");
        assertThat(get("open-interest?limit=1")).contains("\"total_oi_usd\":1750.15,");
    }

    @Test
    void openInterestOfManyVenuesCountsEachInstrumentOnceWhateverItsContract() {
        StoredRows rows = new StoredRows(api.database());
        rows.instrument("deribit", "perpetual", "XMR-PERPETUAL", "XMR", "XMR/USD:XMR", "NULL")
                .instrument("coinbase", "perpetual", "XMR-20DEC30-CDE", "XMR", "XMR/USD:USD", "NULL")
                .instrument("coinbase", "future", "XMR-25DEC26-CDE", "XMR", "XMR/USD:USD-261225", "NULL")
                .instrument("okx", "perpetual", "XMR-USDT-SWAP", "XMR", "XMR/USDT:USDT", "NULL");
        // Inverse, counted in USD; then two feeds of one exchange, both of which tell of the same instrument.
        openInterest(rows, "deribit", "perpetual", "XMR-PERPETUAL", 3, "1000.25");
        openInterest(rows, "coinbase", "perpetual", "XMR-20DEC30-CDE", 3, "300.00");
        openInterest(rows, "coinbase", "perpetual", "XMR-20DEC30-CDE", 2, "310.00");
        openInterest(rows, "coinbase", "future", "XMR-25DEC26-CDE", 2, "40.00");
        openInterest(rows, "okx", "perpetual", "XMR-USDT-SWAP", 1, "NULL");
        assertThat(get("open-interest?symbol=XMR")).contains("\"count\":5,").contains("\"total_oi_usd\":1350.25,");
        assertThat(get("open-interest?symbol=XMR&exchange=coinbase")).contains("\"total_oi_usd\":350.00,");
        api.database().execute("DELETE FROM store.open_interest WHERE symbol LIKE 'XMR%'");
        api.database().execute("DELETE FROM store.instrument_state WHERE base = 'XMR'");
    }

    private static void openInterest(
            StoredRows rows, String exchange, String market, String symbol, int minutes, String usd) {
        rows.event(
                "open_interest",
                exchange,
                market,
                symbol,
                ago(minutes),
                "open_interest, open_interest_usd",
                "1, " + usd);
    }

    @Test
    void theLatestOfAnInstrumentIsOneRowOfTheNewestOfEachKind() {
        String body = get("latest?symbol=BTCUSDT&exchange=binance&numbers=string");
        assertThat(body)
                .contains("\"count\":1,")
                .contains("\"trade_price\":\"50000.10\",\"trade_size\":\"0.001\",\"trade_side\":\"buy\",")
                .contains("\"bid_price\":\"49999.90\",\"bid_size\":\"1.000\",\"ask_price\":\"50000.10\",")
                .contains("\"mark_price\":\"50000.12345678\",\"index_price\":\"50001.00000000\",")
                .contains("\"funding_rate\":\"0.00090000\",", "\"open_interest_usd\":\"1500.10\",");
        assertThat(get("latest?symbol=ETHUSDT")).contains("\"trade_price\":null,", "\"funding_rate\":0.00040000,");
        assertThat(this.<Integer>count("latest?symbol=OLD")).isZero();
        assertThat(this.<Integer>count("latest?to=2020-01-01")).isZero();
    }

    @Test
    void liquidationsAreCountedAndSummed() {
        assertThat(get("liquidations")).contains("\"total_value_usd\":15000.00,\"liquidation_count\":2");
        assertThat(get("liquidations?side=sell")).contains("\"total_value_usd\":5000.00,\"liquidation_count\":1");
        assertThat(get("liquidations?min_value_usd=5000.01")).contains("\"total_value_usd\":10000.00,");
    }

    @Test
    void aTradeCarriesTheDigitsThatTheStoreOnlyImplies() {
        assertThat(get("trades"))
                .contains(
                        "\"price\":50000.10,\"size\":0.001,\"size_unit\":\"base\",\"base_size\":0.001,\"value_usd\":50.00,");
    }

    @Test
    void candlesAreChosenByIntervalAndSource() {
        assertThat(this.<Integer>count("ohlcv?interval=1m")).isEqualTo(2);
        assertThat(this.<Integer>count("ohlcv?interval=1m&source=mark")).isEqualTo(1);
        assertThat(this.<Integer>count("ohlcv?closed=false")).isZero();
    }

    private <T> T count(String query) {
        return read(query, "$.data.count");
    }

    @Test
    void booksKeepTheirDigitsAndGreatSequences() {
        assertThat(get("orderbooks"))
                .contains("\"bids\":[[50000.10, 1.000], [50000.00, 2]]")
                .contains("\"sequence\":9007199254740993,");
        assertThat(get("orderbooks?numbers=string"))
                .contains("\"bids\":[[\"50000.10\",\"1.000\"],[\"50000.00\",\"2\"]]")
                .contains("\"sequence\":\"9007199254740993\"");
    }

    @Test
    void theNewestBookComesFromTheDatabaseWhereNoBusIs() {
        new StoredRows(api.database())
                .event(
                        "orderbook",
                        "binance",
                        "perpetual",
                        "BTCUSDT",
                        ago(30),
                        "snapshot, bids, asks, size_unit, verified",
                        "true, '[[1.0,1.000]]', '[]', 'base', 'none'");
        assertThat(this.<Integer>count("orderbooks?live=true&symbol=BTC")).isEqualTo(1);
        assertThat(get("orderbooks?live=true"))
                .contains("[[50000.10, 1.000]")
                .contains("\"summary\":{\"exchanges\":[\"binance\"],\"symbols\":[\"BTCUSDT\"]}");
    }

    @Test
    void depthIsChosenByItsInterval() {
        assertThat(this.<Integer>count("depth?symbol=BTC&interval=5s")).isEqualTo(1);
        assertThat(this.<Integer>count("depth?interval=1min")).isZero();
        assertThat(get("depth"))
                .contains("\"mid\":111088.535,\"spread_l5_pct\":0.0180036580732656165,\"spread_l50_pct\":null,")
                .contains("\"vol_l50_bids\":3.750,", "\"depth_bids\":100,\"depth_asks\":49,\"interval\":\"5s\",")
                .contains("\"summary\":{\"exchanges\":[\"binance\"],\"symbols\":[\"BTCUSDT\"]}");
    }

    @Test
    void ratiosAreChosenByTypeAndPeriod() {
        assertThat(this.<Integer>count("long-short-ratio?ratio_type=accounts&period=5m"))
                .isEqualTo(1);
        assertThat(this.<Integer>count("long-short-ratio?ratio_type=top_accounts"))
                .isZero();
    }

    @Test
    void gapsAreCountedByState() {
        assertThat(get("gaps")).contains("\"open\":1,\"repaired\":1,\"unrecoverable\":1,\"missing_total\":10,");
        assertThat(this.<Integer>count("gaps?state=open&stream=trade&cause=disconnect"))
                .isEqualTo(1);
    }

    @Test
    void instrumentsNeedNoTimeWindowAndTellLiveFromEnded() {
        assertThat(this.<Integer>count("instruments")).isEqualTo(3);
        assertThat(this.<Integer>count("instruments?live=true&base=BTC&quote=USDT"))
                .isEqualTo(1);
        assertThat(this.<Integer>count("instruments?live=false")).isEqualTo(1);
        assertThat(get("instruments")).contains("\"tick_size\":0.10").contains("\"summary\":{\"live\":2,");
    }
}
