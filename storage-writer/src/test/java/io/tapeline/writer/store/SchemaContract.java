package io.tapeline.writer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.model.decimal.Decimals;
import io.tapeline.model.event.Assurance;
import io.tapeline.model.event.Candle;
import io.tapeline.model.event.CandleSource;
import io.tapeline.model.event.EventSamples;
import io.tapeline.model.event.Header;
import io.tapeline.model.event.InstrumentListed;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.event.OpenInterest;
import io.tapeline.model.event.Watermark;
import io.tapeline.model.instrument.ContractType;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.instrument.Sector;
import io.tapeline.writer.StoredRow;
import io.tapeline.writer.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the schema promises, whatever the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchemaContract {
    private static final long HOUR = 3_600_000_000L;
    private static final long TIME = EventSamples.TIME / HOUR * HOUR;
    private static final long MAX_TRADE_BYTES = 160;

    private TestDatabase database;
    private StoreFixture fixture;

    abstract TestDatabase create();

    @BeforeAll
    void fill() throws Exception {
        database = create();
        fixture = new StoreFixture(database);
        fixture.handler.handle(EventSamples.all().stream()
                .filter(event -> event.kind() != Kind.BOOK)
                .toList());
        manyRows();
    }

    /** Enough rows that a plan without an index would be the worse one. */
    private void manyRows() {
        database.execute(
                "INSERT INTO store.instrument (exchange, market, symbol)"
                        + " SELECT CASE WHEN s <= 25 THEN 'bybit' ELSE 'okx' END, 'perpetual', 'S' || s % 25"
                        + " FROM generate_series(1, 50) s",
                rows(
                        "large_trade",
                        "side, price, size, size_unit, value_usd, is_liquidation",
                        "'buy', 1, 1, 'base', g, g % 500 = 0"),
                rows("funding_rate", "rate, status", "g::numeric / 1000000, 'settled'"),
                rows("open_interest", "open_interest, open_interest_usd", "g, g"),
                rows("orderbook", "snapshot, bids, asks, size_unit, verified", "true, '[]', '[]', 'base', 'none'"),
                "ANALYZE");
    }

    private static String rows(String table, String columns, String values) {
        return "INSERT INTO store." + table
                + " (instrument_id, key_time, venue_key, \"timestamp\", received_at, time_source, origin, " + columns
                + ") SELECT (SELECT min(id) FROM store.instrument WHERE exchange IN ('bybit', 'okx')) + g % 50, t, g, t, t, 'v',"
                + " 'l', " + values
                + " FROM (SELECT g, timestamptz '2025-11-14' + g * interval '1 second' AS t"
                + " FROM generate_series(1, 20000) g) r";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            large_trades | WHERE exchange = 'bybit' AND symbol = 'S7' ORDER BY timestamp DESC LIMIT 10 | large_trade_exchange_symbol_time
            large_trades | ORDER BY timestamp DESC LIMIT 10 | large_trade_time
            large_trades | WHERE symbol = 'S7' AND timestamp > '2025-11-14 01:00' ORDER BY timestamp DESC | large_trade_symbol_time
            large_trades | ORDER BY value_usd DESC LIMIT 10 | large_trade_value
            large_trades | WHERE value_usd > 19990 | large_trade_value
            large_trades | WHERE is_liquidation ORDER BY timestamp DESC LIMIT 10 | large_trade_liquidation
            funding_rates | WHERE exchange = 'bybit' AND symbol = 'S7' ORDER BY timestamp DESC LIMIT 10 | funding_rate_exchange_symbol_time
            funding_rates | ORDER BY timestamp DESC LIMIT 10 | funding_rate_time
            funding_rates | WHERE symbol = 'S7' AND timestamp > '2025-11-14 01:00' ORDER BY timestamp DESC | funding_rate_symbol_time
            funding_rates | ORDER BY rate DESC LIMIT 10 | funding_rate_rate
            funding_rates | WHERE rate > 0.01999 | funding_rate_rate
            open_interest | WHERE exchange = 'bybit' AND symbol = 'S7' ORDER BY timestamp DESC LIMIT 10 | open_interest_exchange_symbol_time
            open_interest | ORDER BY timestamp DESC LIMIT 10 | open_interest_time
            open_interest | WHERE symbol = 'S7' AND timestamp > '2025-11-14 01:00' ORDER BY timestamp DESC | open_interest_symbol_time
            open_interest | ORDER BY open_interest_usd DESC NULLS LAST LIMIT 10 | open_interest_value
            exchange_orderbooks | WHERE exchange = 'bybit' AND symbol = 'S7' ORDER BY timestamp DESC LIMIT 10 | orderbook_exchange_symbol_time
            exchange_orderbooks | ORDER BY timestamp DESC LIMIT 10 | orderbook_time
            exchange_orderbooks | WHERE symbol = 'S7' AND timestamp > '2025-11-14 01:00' ORDER BY timestamp DESC | orderbook_symbol_time
            """)
    void everyAccessPathIsServedByAnIndexThroughTheRelationThatUsersQuery(String relation, String query, String index) {
        String plan = database.column("EXPLAIN SELECT * FROM " + relation + " " + query).stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        assertThat(plan).containsPattern("(Index|Bitmap Index|Index Only) Scan[^\n]* (using|on) [^\n]*" + index);
        assertThat(plan).doesNotContain("Seq Scan");
    }

    @Test
    void aTradeWithANumericIdCostsUnder160BytesWithItsIndexes() throws Exception {
        long before = tradeBytes();
        Bulk bulk = new Bulk(TIME);
        int count = 120_000;
        for (int i = 0; i < count; i += 2_000) {
            assertThat(fixture.handler.handle(bulk.next(2_000))).isEmpty();
        }
        long each = (tradeBytes() - before) / count;
        System.out.println(getClass().getSimpleName() + ": a trade costs " + each + " bytes");
        assertThat(each).isLessThan(MAX_TRADE_BYTES).isPositive();
        assertThat(database.count("SELECT count(*) FROM trades WHERE value_usd = round(price * size, 2)"
                        + " AND base_size = size AND trade_id::bigint = venue_key AND symbol LIKE 'A%'"))
                .isEqualTo(count);
    }

    private long tradeBytes() {
        return database.count(
                "SELECT pg_total_relation_size('store.trade') + coalesce((SELECT"
                        + " sum(pg_total_relation_size(inhrelid)) FROM pg_inherits WHERE inhparent = 'store.trade'::regclass), 0)");
    }

    @Test
    void theReaderReadsEveryRelationAndCannotWrite() throws Exception {
        try (Connection reader = database.connect(TestDatabase.READER, TestDatabase.READER);
                Statement statement = reader.createStatement()) {
            for (String relation : StoredRow.RELATIONS.values()) {
                statement.executeQuery("SELECT * FROM " + relation + " LIMIT 1").close();
            }
            for (String relation : List.of("data_versions", "quality_checks", "unified.ohlcv", "unified.oi_price_1h")) {
                statement.executeQuery("SELECT * FROM " + relation + " LIMIT 1").close();
            }
            statement.execute("SET default_transaction_read_only = off");
            for (String write : List.of(
                    "DELETE FROM store.trade",
                    "UPDATE store.trade SET price = 1",
                    "INSERT INTO store.instrument (exchange, market, symbol) VALUES ('a', 'b', 'c')",
                    "INSERT INTO quality_checks DEFAULT VALUES",
                    "TRUNCATE store.trade",
                    "CREATE TABLE mine (a int)",
                    "CREATE TEMP TABLE mine (a int)",
                    "DROP VIEW trades")) {
                assertThatThrownBy(() -> statement.execute(write))
                        .as(write)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void theWriterCannotChangeTheSchemaOrDelete() throws Exception {
        try (Connection writer = database.connect(TestDatabase.WRITER, TestDatabase.WRITER);
                Statement statement = writer.createStatement()) {
            for (String change : List.of(
                    "ALTER TABLE store.trade ADD COLUMN more text",
                    "DROP TABLE store.trade",
                    "TRUNCATE store.trade",
                    "DELETE FROM store.trade",
                    "CREATE INDEX more ON store.trade (price)",
                    "CREATE TABLE store.more (a int)",
                    "CREATE TABLE public.more (a int)",
                    "CREATE OR REPLACE VIEW trades AS SELECT 1")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void researchersQueriesRunOnTheUnifiedSchema() throws Exception {
        InstrumentId binance = new InstrumentId("binance", Market.PERPETUAL, "SOLUSDT");
        InstrumentId bybit = new InstrumentId("bybit", Market.PERPETUAL, "SOLUSDT");
        List<MarketEvent> events = new ArrayList<>(List.of(listed(binance), listed(bybit)));
        for (int hour = 0; hour < 130; hour++) {
            if (hour != 60) {
                events.add(candle(binance, "1h", TIME + hour * HOUR, "150." + hour));
                events.add(candle(bybit, "1h", TIME + hour * HOUR, "999"));
            }
            for (int quarter = 0; quarter < 4; quarter++) {
                events.add(openInterest(binance, TIME + hour * HOUR + quarter * HOUR / 4, hour * 10 + quarter));
            }
        }
        // An hour for which there are minutes only.
        events.add(candle(binance, "1m", TIME + 60 * HOUR, "7"));
        events.add(candle(binance, "1m", TIME + 60 * HOUR + HOUR / 60, "8"));
        assertThat(fixture.handler.handle(events)).isEmpty();

        List<Map<String, Object>> latest = database.rows(
                "SELECT time, symbol, timeframe, open, high, low, close, volume"
                        + " FROM unified.ohlcv WHERE symbol = 'SOL/USDT' AND timeframe = '1h' ORDER BY time DESC LIMIT 100");
        assertThat(latest).hasSize(100);
        assertThat(latest.getFirst()).containsEntry("close", new BigDecimal("150.129"));

        List<Map<String, Object>> beside = database.rows(
                "SELECT bucket, symbol, open_interest, open, high, low, close, volume FROM unified.oi_price_1h"
                        + " WHERE symbol = 'SOL/USDT' ORDER BY bucket DESC LIMIT 20");
        assertThat(beside).hasSize(20);
        assertThat(beside.getFirst())
                .containsEntry("open_interest", new BigDecimal("1293"))
                .containsEntry("close", new BigDecimal("150.129"));
        assertThat(database.rows("SELECT open, close, volume FROM unified.oi_price_1h WHERE bucket ="
                        + " (SELECT min(bucket) + interval '60 hours' FROM unified.oi_price_1h)"))
                .containsExactly(Map.of(
                        "open", new BigDecimal("1"), "close", new BigDecimal("8"), "volume", new BigDecimal("10")));

        assertThat(database.rows("SELECT time, gap FROM (SELECT time, time - LAG(time) OVER (ORDER BY time) AS gap"
                        + " FROM unified.ohlcv WHERE symbol = 'SOL/USDT' AND timeframe = '1h') g"
                        + " WHERE gap > interval '1 hour'"))
                .hasSize(1);
    }

    @Test
    void theUnifiedSchemaHasOneLinearPerpetualForEachPairHoweverManyVenuesThereAre() throws Exception {
        List<MarketEvent> events = new ArrayList<>();
        for (String exchange : List.of("hyperliquid", "okx", "bybit", "gmx")) {
            InstrumentId id = new InstrumentId(exchange, Market.PERPETUAL, "XRP-" + exchange);
            events.add(listed(id, "XRP", ContractType.LINEAR));
            events.add(openInterest(id, TIME, exchange.length()));
        }
        for (Market market : List.of(Market.PERPETUAL, Market.FUTURE, Market.OPTION)) {
            InstrumentId id = new InstrumentId("binance", market, "XRPUSD");
            events.add(listed(id, "XRP", market == Market.PERPETUAL ? ContractType.INVERSE : ContractType.LINEAR));
            events.add(openInterest(id, TIME, 999));
        }
        InstrumentId quanto = new InstrumentId("binance", Market.PERPETUAL, "XRPQUANTO");
        events.addAll(List.of(listed(quanto, "XRP", ContractType.QUANTO), openInterest(quanto, TIME, 999)));
        assertThat(fixture.handler.handle(events)).isEmpty();
        assertThat(database.column("SELECT open_interest FROM unified.open_interest WHERE symbol = 'XRP/USDT'"))
                .as("bybit, the first of the ranks that has it")
                .containsExactly(new BigDecimal("5"));
    }

    private static InstrumentListed listed(InstrumentId id) {
        return listed(id, "SOL", ContractType.LINEAR);
    }

    private static InstrumentListed listed(InstrumentId id, String base, ContractType type) {
        return new InstrumentListed(
                Header.received(id, TIME),
                new Instrument(
                        id,
                        base,
                        "USDT",
                        "USDT",
                        base + "/USDT:USDT",
                        null,
                        type,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Sector.MAJORS,
                        null,
                        null,
                        null,
                        null));
    }

    private static Candle candle(InstrumentId id, String interval, long time, String close) {
        return new Candle(
                Header.venue(id, time, time),
                interval,
                CandleSource.TRADE,
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.ONE,
                Decimals.parse(close),
                BigDecimal.valueOf(5),
                null,
                null,
                null,
                true);
    }

    private static OpenInterest openInterest(InstrumentId id, long time, long value) {
        return new OpenInterest(Header.venue(id, time, time), BigDecimal.valueOf(value), null, null, Map.of());
    }

    @Test
    void aDataVersionIsAStretchOfWatermarksThatJoin() throws Exception {
        InstrumentId id = new InstrumentId("kraken", Market.SPOT, "BTC/USD");
        fixture.store(
                watermark(id, 0, 10, 4), watermark(id, 10, 20, 5), watermark(id, 50, 60, 7), watermark(id, 60, 70, 8));
        assertThat(database
                        .rows("SELECT \"from\", \"to\", count FROM data_versions WHERE exchange = 'kraken'"
                                + " ORDER BY \"from\"")
                        .stream()
                        .map(row -> row.get("count")))
                .containsExactly(9L, 15L);
        assertThat(database.column("SELECT count(*) FROM data_coverage WHERE exchange = 'kraken'"))
                .containsExactly(4L);
    }

    private static Watermark watermark(InstrumentId id, int from, int to, long count) {
        return new Watermark(
                Header.received(id, TIME + to),
                Kind.TRADE,
                TIME + from,
                TIME + to,
                null,
                null,
                count,
                Assurance.VERIFIED);
    }

    @Test
    void migratingAgainChangesNothing() {
        long applied = database.count("SELECT count(*) FROM flyway_schema_history");
        database.migrate();
        assertThat(database.count("SELECT count(*) FROM flyway_schema_history")).isEqualTo(applied);
    }
}
