package io.tapeline.launcher.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is in the relations that users query, as text that can be compared with the emulator's ledger. */
final class StoredRows implements AutoCloseable {
    private static final String MICROS = "(extract(epoch from \"timestamp\") * 1000000)::bigint";
    private final Connection connection;

    StoredRows(String jdbcUrl, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** {@code id price size side millis} of every trade, in order of id. */
    List<String> trades(String market, String symbol) {
        return rows(
                "select trade_id || ' ' || price || ' ' || size || ' ' || side || ' ' || " + MICROS + " / 1000"
                        + " from trades where market = ? and symbol = ? order by trade_id::bigint, received_at",
                market,
                symbol);
    }

    long newestTrade(String market, String symbol) {
        List<String> newest = rows(
                "select coalesce(max(trade_id::bigint), -1)::text from trades where market = ? and symbol = ?",
                market,
                symbol);
        return Long.parseLong(newest.getFirst());
    }

    /** Opening time in milliseconds to figures of closed candles of trades. */
    List<String> candles(String market, String symbol) {
        return rows(
                "select " + MICROS + " / 1000 || ' ' || open || ' ' || high || ' ' || low || ' ' || close || ' ' ||"
                        + " volume || ' ' || quote_volume || ' ' || buy_volume || ' ' || trades from ohlcv where market = ?"
                        + " and symbol = ? and \"interval\" = '1m' and source = 'trade' and closed order by \"timestamp\"",
                market,
                symbol);
    }

    /** {@code millis mark index} of every mark price. */
    List<String> markPrices(String market, String symbol) {
        return rows(
                "select " + MICROS + " / 1000 || ' ' || mark_price || ' ' || index_price from mark_prices"
                        + " where market = ? and symbol = ? order by \"timestamp\"",
                market,
                symbol);
    }

    /** {@code stream cause state}, and how many. */
    Map<String, Integer> gaps() {
        return count("select stream || ' ' || cause || ' ' || state from data_gaps");
    }

    /** Whether a moment lies within a recorded gap of a stream, its ends included. */
    boolean inGap(String stream, String market, String symbol, long millis) {
        return !rows(
                        "select gap_id from data_gaps where stream = '" + stream + "' and market = ? and symbol = ?"
                                + " and to_timestamp(" + millis
                                + " / 1000.0) between \"from\" - interval '1 second' and \"to\"",
                        market,
                        symbol)
                .isEmpty();
    }

    long openGaps() {
        return rows("select count(*)::text from data_gaps where state = 'open'").stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    private Map<String, Integer> count(String sql) {
        Map<String, Integer> counts = new java.util.TreeMap<>();
        rows(sql).forEach(row -> counts.merge(row.toLowerCase(Locale.ROOT), 1, Integer::sum));
        return counts;
    }

    private List<String> rows(String sql, String... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
