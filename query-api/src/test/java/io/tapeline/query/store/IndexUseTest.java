package io.tapeline.query.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.query.RunningApi;
import io.tapeline.query.dataset.Dataset;
import io.tapeline.query.dataset.Datasets;
import io.tapeline.query.request.Format;
import io.tapeline.query.request.Question;
import io.tapeline.query.request.QuestionReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** A year of large trades and some days of trades: what is asked for a day must not read the rest. */
class IndexUseTest {
    private static final int INSTRUMENTS = 20;
    private static final int ROWS = 200_000;
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
        String series = "FROM generate_series(1, " + ROWS + ") AS s(i)";
        String large = "now() - interval '365 days' * (" + ROWS + " - i) / " + ROWS;
        String recent = "now() - interval '20 days' * (" + ROWS + " - i) / " + ROWS;
        api.database()
                .execute(
                        "INSERT INTO store.instrument (exchange, market, symbol) SELECT 'binance', 'spot', 'S' || i"
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
                        "VACUUM ANALYZE");
    }

    @AfterAll
    static void stop() {
        api.close();
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

    private static long rowsRead(String plan) {
        return java.util.regex.Pattern.compile("(?:Scan|scan).*actual time=\\S+ rows=([0-9.]+) loops=(\\d+)")
                .matcher(plan)
                .results()
                .filter(m -> !m.group().contains(" instrument"))
                .mapToLong(m -> (long) (Double.parseDouble(m.group(1)) * Long.parseLong(m.group(2))))
                .sum();
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
            // A day of large trades is 548 rows, a day of trades 10 000 (in page ranges of 32 pages).
            assertThat(rowsRead(plan)).as(plan).isLessThan(40_000);
        }
    }

    @Test
    void aPageOfAYearReadsAPageAndNotTheYear() {
        for (String path : List.of("large-trades", "trades")) {
            String plan = plan(new Statements(question(path, "hours=9000", "limit=100"), List.of()).page());
            assertThat(rowsRead(plan)).as(plan).isLessThan(INSTRUMENTS * 101 * 3);
        }
    }

    /** Resolves as the service does. */
    private record SymbolQuestions(RunningApi api) {
        List<Listed> resolve(Question question) {
            return api.bean(SymbolResolver.class).resolve(question).block();
        }
    }
}
