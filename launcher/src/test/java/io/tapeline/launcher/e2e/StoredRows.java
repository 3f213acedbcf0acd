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

    /** Figures of books of BTC and ETH, by time, then unified symbol. */
    List<DepthRow> depthRows() {
        return rows("""
                        select l.data_type || '/' || l.exchange || '/' || l.asset || '/' || d."interval" || ' ' || row_to_json(l)
                        from depth_metrics d
                        join instruments i using (instrument_id)
                        cross join lateral (select
                          to_char(d."timestamp" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as t,
                          d.exchange,
                          i.base as asset,
                          case d.market when 'spot' then 'spot' else 'futures' end as data_type,
                          coalesce(i.unified_symbol, d.symbol) as symbol,
                          d.mid,
                          d.spread_l5_pct as "spread_L5_pct",
                          d.spread_l50_pct as "spread_L50_pct",
                          d.spread_l100_pct as "spread_L100_pct",
                          d.vol_l50_bids as "vol_L50_bids",
                          d.vol_l50_asks as "vol_L50_asks",
                          d.depth_bids,
                          d.depth_asks) l
                        where i.base in ('BTC', 'ETH')
                        order by d."timestamp", l.symbol collate "C", d.symbol collate "C", d.market
                        """).stream().map(DepthRow::of).toList();
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
