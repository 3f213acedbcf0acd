package io.tapeline.writer.archive;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** The stored rows that belong into the archive. Reads by the index on time, a bounded number of rows at once. */
final class DepthRows implements AutoCloseable {
    private static final int AT_ONCE = 1_000;
    private static final int PATIENCE_SECONDS = 120;

    /** key_time is timestamp, cut to the second at the coarsest; a condition on it spares chunks. */
    private static final String FROM_WHERE = """
            FROM depth_metrics d JOIN store.instrument_state s ON s.instrument_id = d.instrument_id
            WHERE d."timestamp" >= ? AND d."timestamp" < ? AND d.key_time >= ? AND d.key_time < ?
              AND d.market IN ('spot', 'perpetual', 'future') AND upper(s.base) = ANY (?)
            """;

    private static final String SERIES =
            "d.market = 'spot' AS spot, d.exchange, upper(s.base) AS asset, d.\"interval\"";

    private static final String COUNT = "SELECT " + SERIES
            + ", floor(extract(epoch FROM d.\"timestamp\") / 60)::bigint AS minute, count(*)::integer AS lines "
            + FROM_WHERE + " GROUP BY 1, 2, 3, 4, 5";

    private static final String READ = "SELECT " + SERIES
            + ", d.\"timestamp\", coalesce(s.unified_symbol, d.symbol) COLLATE \"C\" AS unified, d.mid, d.spread_l5_pct,"
            + " d.spread_l50_pct, d.spread_l100_pct, d.vol_l50_bids, d.vol_l50_asks, d.depth_bids, d.depth_asks "
            + FROM_WHERE
            + " ORDER BY spot, d.exchange, asset, d.\"interval\", d.\"timestamp\", unified,"
            + " d.symbol COLLATE \"C\", d.market";

    private final Connection connection;
    private final ArchiveProperties settings;

    private DepthRows(Connection connection, ArchiveProperties settings) {
        this.connection = connection;
        this.settings = settings;
    }

    static DepthRows open(DataSource database, ArchiveProperties settings) throws SQLException {
        Connection connection = database.getConnection();
        // A cursor, by which rows come in portions, lives in a transaction.
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return new DepthRows(connection, settings);
    }

    /** Is told of each minute of a series how many rows it has. */
    @FunctionalInterface
    interface Counted {
        void minute(Series series, Instant start, int lines) throws IOException;
    }

    /** Is given each row, ordered by series, time and symbol. */
    @FunctionalInterface
    interface Row {
        void of(Series series, ResultSet columns) throws SQLException, IOException;
    }

    void count(Instant from, Instant to, Counted counted) throws SQLException, IOException {
        ask(
                COUNT,
                from,
                to,
                (series, columns) -> counted.minute(
                        series, Instant.ofEpochSecond(60 * columns.getLong("minute")), columns.getInt("lines")));
    }

    void read(Instant minute, Row row) throws SQLException, IOException {
        ask(READ, minute, minute.plus(1, ChronoUnit.MINUTES), row);
    }

    private void ask(String sql, Instant from, Instant to, Row row) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(AT_ONCE);
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.setObject(1, utc(from));
            statement.setObject(2, utc(to));
            statement.setObject(3, utc(from.minusSeconds(1)));
            statement.setObject(4, utc(to));
            statement.setArray(
                    5, connection.createArrayOf("text", settings.assets().toArray()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    row.of(series(result), result);
                }
            }
        }
        connection.rollback();
    }

    private Series series(ResultSet columns) throws SQLException {
        return new Series(
                columns.getBoolean("spot") ? settings.spotPrefix() : settings.futuresPrefix(),
                columns.getString("exchange"),
                columns.getString("asset"),
                columns.getString("interval"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
