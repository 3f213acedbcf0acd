package io.tapeline.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.query.RunningApi;
import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.Datasets;
import io.tapeline.query.request.Format;
import io.tapeline.query.request.Question;
import io.tapeline.query.request.QuestionReader;
import io.tapeline.writer.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** A year of large trades and some days of trades: what is asked for a day must not read the rest. */
abstract class IndexUse {
    private static final int INSTRUMENTS = 20;
    private static final int ROWS = 200_000;
    private static final int OPTIONS = 3_000;
    private static final int PERPETUAL = INSTRUMENTS + 1;
    private static final Pattern SCAN = Pattern.compile("(?:Seq|(?<!Bitmap )Index|Index Only|Bitmap Heap) Scan"
            + "(?: Backward)?(?: using \\S+)? on (?!instrument)\\S+ .*actual time=\\S+ rows=([0-9.]+) loops=(\\d+)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by (?:Filter|Index Recheck): (\\d+)");
    private static RunningApi api;

    static void start(TestDatabase database) {
        api = RunningApi.start(database, Map.of());
        String series = "FROM generate_series(1, " + ROWS + ") AS s(i)";
        String large = "now() - interval '365 days' * (" + ROWS + " - i) / " + ROWS;
        String recent = "now() - interval '20 days' * (" + ROWS + " - i) / " + ROWS;
        api.database()
                .execute(
                        "INSERT INTO store.instrument (exchange, market, symbol) SELECT 'binance', 'spot', 'S' || i"
                                + " FROM generate_series(1, " + INSTRUMENTS + ") AS s(i)",
                        "INSERT INTO store.instrument (exchange, market, symbol) SELECT 'binance', 'perpetual', 'S' || i"
                                + " FROM generate_series(1, " + INSTRUMENTS + ") AS s(i)",
                        "INSERT INTO store.large_trade (key_time, venue_key, \"timestamp\", received_at, instrument_id,"
                                + " time_source, origin, side, price, size, size_unit, value_usd, is_liquidation)"
                                + " SELECT date_trunc('milliseconds', " + large + "), i, " + large + ", now(), 1 + i % "
                                + INSTRUMENTS + ", 'v', 'l', 'buy', 1.0, 1, 'base', 100000.00 + i, i % 50 = 0 "
                                + series,
                        "INSERT INTO store.trade (key_time, venue_key, \"timestamp\", received_at, instrument_id,"
                                + " time_source, origin, side, size_unit, id_form, derived, is_liquidation, price, size)"
                                + " SELECT date_trunc('milliseconds', " + recent + "), i, " + recent
                                + ", now(), 1 + i % "
                                + INSTRUMENTS + ", 'v', 'l', 'b', 'b', 'n', '3', false, 100.0, 1 " + series,
                        // A venue's options, of which every other has expired, with a row each minute of a day.
                        "INSERT INTO store.instrument (exchange, market, symbol) SELECT 'deribit', 'option', 'O' || i"
                                + " FROM generate_series(1, " + OPTIONS + ") AS s(i)",
                        "INSERT INTO store.instrument_state (instrument_id, key_time, venue_key, \"timestamp\", received_at,"
                                + " time_source, origin, base, quote, sector, expiry, strike, option_type)"
                                + " SELECT id, now(), 1, now(), now(), 'v', 'l', 'BTC', 'USD', 'MAJORS',"
                                + " now() + interval '10 days' * (id % 2 * 2 - 1), id, 'call'"
                                + " FROM store.instrument WHERE market = 'option'",
                        "INSERT INTO store.option_summary (instrument_id, key_time, venue_key, \"timestamp\", received_at,"
                                + " time_source, origin, underlying, mark_iv)"
                                + " SELECT id, t, 0, t, t, 'v', 'l', 'BTC', 55.1 FROM store.instrument,"
                                + " generate_series(now() - interval '100 minutes', now(), interval '1 minute') AS t"
                                + " WHERE market = 'option'",
                        "INSERT INTO store.mark_price (key_time, venue_key, \"timestamp\", received_at, instrument_id,"
                                + " time_source, origin, mark_price, index_price) SELECT date_trunc('milliseconds', "
                                + recent + "), i, " + recent + ", now(), " + PERPETUAL + " + i % " + INSTRUMENTS
                                + ", 'v', 'l', 100.5, 100.0 " + series,
                        "VACUUM ANALYZE");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void everyEndpointAnswers() {
        for (Dataset dataset : Datasets.all()) {
            for (String query :
                    List.of("", "?symbol=S7&exchange=binance&market=spot", "?hours=9000&summary=false&limit=1000")) {
                api.client()
                        .get()
                        .uri("/api/v1/exchange/" + dataset.path() + query)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class);
            }
        }
    }

    private static Question question(String path, String... parameters) {
        Dataset dataset = Datasets.all().stream()
                .filter(d -> d.path().equals(path))
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> given = new TreeMap<>();
        for (String parameter : parameters) {
            given.put(parameter.split("=")[0], List.of(parameter.split("=")[1]));
        }
        return (Question) api.bean(QuestionReader.class).read(dataset, given, Format.JSON);
    }

    /** The plan with what it took. */
    private static String plan(Statement statement) {
        DatabaseClient.GenericExecuteSpec spec =
                api.bean(DatabaseClient.class).sql("EXPLAIN (ANALYZE, BUFFERS) " + statement.sql());
        for (Map.Entry<String, Object> binding : statement.bindings().entrySet()) {
            if (Store.mentions(statement.sql(), binding.getKey())) {
                spec = spec.bind(binding.getKey(), binding.getValue());
            }
        }
        return String.join(
                "\n",
                spec.map(row -> row.get(0, String.class)).all().collectList().block());
    }

    /** Rows taken from tables, kept or not; instruments apart, of which there are few. */
    private static long rowsRead(String plan) {
        long rows = 0;
        long loops = 0;
        for (String line : plan.split("\n")) {
            Matcher scan = SCAN.matcher(line);
            Matcher removed = REMOVED.matcher(line);
            if (line.contains("actual time")) {
                loops = scan.find() ? Long.parseLong(scan.group(2)) : 0;
                rows += loops == 0 ? 0 : (long) (Double.parseDouble(scan.group(1)) * loops);
            } else if (removed.find()) {
                rows += Long.parseLong(removed.group(1)) * loops;
            }
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({
        "large-trades, hours=24",
        "large-trades, symbol=S7",
        "large-trades, exchange=binance",
        "large-trades, min_value_usd=150000",
        "large-trades, only_liquidations=true",
        "large-trades, side=buy",
        "trades, hours=24",
        "trades, symbol=S7",
        "trades, limit=1000",
        "funding-rates, hours=24",
        "quotes, hours=24",
        "open-interest, hours=24"
    })
    void pageAndSummaryOfADayReadNoMoreThanTheDay(String path, String parameter) {
        Question question = question(path, parameter);
        List<Listed> listed = new SymbolQuestions(api).resolve(question);
        for (Statement statement :
                List.of(new Statements(question, listed).page(), new Statements(question, listed).summary())) {
            String plan = plan(statement);
            assertThat(plan).as(plan).doesNotContain("Seq Scan on large_trade", "Seq Scan on trade");
            // A day is 548 large trades of 200 000, and 10 000 trades, which lie in two day chunks or some page ranges.
            assertThat(rowsRead(plan)).as(plan).isLessThan(path.equals("trades") ? 30_000 : 700);
        }
    }

    @Test
    void aPageOfAYearReadsAPageAndNotTheYear() {
        for (String path : List.of("large-trades", "trades")) {
            String plan = plan(new Statements(question(path, "hours=9000", "limit=100"), List.of()).page());
            // A look for an instrument that has no rows is rounded to a row.
            assertThat(rowsRead(plan)).as(plan).isBetween(100L, INSTRUMENTS * 103L + OPTIONS);
        }
    }

    @ParameterizedTest
    @CsvSource({"underlying=BTC", "exchange=deribit", "option_type=call", "limit=10000"})
    void theChainReadsARowForEachOptionThatIsListed(String parameter) {
        Question question = question("options", parameter);
        for (Statement statement :
                List.of(new Statements(question, List.of()).page(), new Statements(question, List.of()).summary())) {
            String plan = plan(statement);
            assertThat(plan).as(plan).doesNotContain("Seq Scan on option_summary");
            assertThat(rowsRead(plan)).as(plan).isBetween(OPTIONS / 2L, OPTIONS * 2L + 700);
        }
    }

    @Test
    void oneExpiryReadsNoOtherOptions() {
        String plan = plan(new Statements(question("options", "strike=77", "hours=1"), List.of()).page());
        assertThat(rowsRead(plan)).as(plan).isLessThan(200);
    }

    @Test
    void theBasisOfNowReadsARowForEachInstrumentAndThatOfADayAPageOfEach() {
        String now = plan(new Statements(question("basis"), List.of()).page());
        assertThat(rowsRead(now)).as(now).isLessThan(INSTRUMENTS * 3L + 10);
        String day = plan(new Statements(question("basis", "hours=24", "limit=10"), List.of()).page());
        assertThat(rowsRead(day)).as(day).isLessThan(INSTRUMENTS * 14L);
    }

    @Test
    void theLatestOfEveryInstrumentReadsARowOfEachKind() {
        String plan = plan(new Statements(question("latest", "limit=10000"), List.of()).page());
        assertThat(plan).as(plan).doesNotContain("Seq Scan on trade", "Seq Scan on mark_price");
        assertThat(rowsRead(plan)).as(plan).isLessThan(INSTRUMENTS * 8L);
    }

    @Test
    void aPageOfInstrumentsDoesNotReadAllOfThem() {
        for (String parameter : List.of("exchange=deribit", "market=option", "base=BTC")) {
            String plan = plan(new Statements(question("instruments", parameter, "limit=50"), List.of()).page());
            assertThat(plan)
                    .as(plan)
                    .contains("instrument_exchange_market_symbol_key")
                    .doesNotContain("Sort");
        }
    }

    /** Resolves as the service does. */
    private record SymbolQuestions(RunningApi api) {
        List<Listed> resolve(Question question) {
            return api.bean(SymbolResolver.class).resolve(question).block();
        }
    }
}
