package io.tapeline.query;

import io.tapeline.writer.TestDatabase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Puts rows into the store's tables, each with what a test cares about. */
public final class StoredRows {
    private final TestDatabase database;
    private int nextKey = 1;

    public StoredRows(TestDatabase database) {
        this.database = database;
    }

    /** A listed instrument. @param ended SQL of its end, {@code NULL} while it is live */
    public StoredRows instrument(
            String exchange, String market, String symbol, String base, String unified, String ended) {
        known(exchange, market, symbol);
        database.execute(
                "INSERT INTO store.instrument_state (key_time, venue_key, \"timestamp\", received_at, instrument_id,"
                        + " time_source, origin, base, quote, unified_symbol, tick_size, sector, ended_at)"
                        + " SELECT now(), 1, now(), now(), id, 'v', 'l', '" + base + "', 'USDT', '" + unified
                        + "', 0.10, 'MAJORS', " + ended + " FROM store.instrument WHERE "
                        + is(exchange, market, symbol));
        return this;
    }

    /** An instrument's name alone. */
    public StoredRows known(String exchange, String market, String symbol) {
        database.execute("INSERT INTO store.instrument (exchange, market, symbol) VALUES ('" + exchange + "', '"
                + market + "', '" + symbol + "') ON CONFLICT DO NOTHING");
        return this;
    }

    /**
     * A row of an event.
     *
     * @param columns of the kind, comma-separated
     * @param values their SQL, comma-separated
     */
    public StoredRows event(
            String table, String exchange, String market, String symbol, Instant time, String columns, String values) {
        known(exchange, market, symbol);
        database.execute("INSERT INTO store." + table
                + " (key_time, venue_key, \"timestamp\", received_at, instrument_id,"
                + " time_source, origin, " + columns + ") SELECT '" + time.truncatedTo(ChronoUnit.MILLIS) + "', "
                + nextKey++ + ", '" + time + "', '" + time + "', id, 'v', 'l', " + values
                + " FROM store.instrument WHERE " + is(exchange, market, symbol));
        return this;
    }

    /** A large trade. */
    public StoredRows largeTrade(
            String exchange,
            String market,
            String symbol,
            Instant time,
            String side,
            String price,
            String size,
            String value,
            boolean liquidation) {
        return event(
                "large_trade",
                exchange,
                market,
                symbol,
                time,
                "trade_id, side, price, size, size_unit, base_size, value_usd, is_liquidation, metadata",
                "'" + nextKey + "', '" + side + "', " + price + ", " + size + ", 'base', " + size + ", " + value + ", "
                        + liquidation + ", '{\"maker\": false, \"usd_rate\": 1.0000}'");
    }

    private static String is(String exchange, String market, String symbol) {
        return "exchange = '" + exchange + "' AND market = '" + market + "' AND symbol = '" + symbol + "'";
    }
}
