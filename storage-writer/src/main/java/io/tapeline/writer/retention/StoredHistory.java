package io.tapeline.writer.retention;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What is stored, how much of it, and how it is forgotten: whole chunks where the table is a hypertable, otherwise rows in
 * steps, each a transaction of its own so that no lock is held for long. Works as the owner of the tables.
 */
final class StoredHistory {
    /** A hypertable without a chunk is empty, and may be treated as a plain table. */
    private static final String HAS_CHUNKS = "SELECT EXISTS (SELECT FROM pg_inherits WHERE inhparent = ?::regclass)";

    private static final String SIZE =
            "SELECT pg_total_relation_size(?::regclass) + coalesce((SELECT sum(pg_total_relation_size(inhrelid))"
                    + " FROM pg_inherits WHERE inhparent = ?::regclass), 0)";

    private final DataSource owner;
    private final int step;

    /** @param step most rows deleted at once */
    StoredHistory(DataSource owner, int step) {
        this.owner = owner;
        this.step = step;
    }

    /** What was forgotten. */
    record Forgotten(long count, String unit) {}

    /** Forgets what is older than a time; of a hypertable the chunks that are older as a whole. */
    Forgotten forget(KeptRelation relation, Instant olderThan) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            return hasChunks(connection, relation)
                    ? new Forgotten(dropChunks(connection, relation, olderThan), "chunks")
                    : new Forgotten(deleteInSteps(connection, relation, olderThan), "rows");
        }
    }

    private static boolean hasChunks(Connection connection, KeptRelation relation) throws SQLException {
        return ask(connection, HAS_CHUNKS, relation.qualifiedTable()).getBoolean();
    }

    private static long dropChunks(Connection connection, KeptRelation relation, Instant olderThan)
            throws SQLException {
        return ask(
                        connection,
                        "SELECT count(*) FROM drop_chunks(?::regclass, older_than => ?::timestamptz)",
                        relation.qualifiedTable(),
                        utc(olderThan))
                .getLong();
    }

    private long deleteInSteps(Connection connection, KeptRelation relation, Instant olderThan) throws SQLException {
        String sql = "DELETE FROM " + relation.qualifiedTable() + " WHERE ctid = ANY (ARRAY(SELECT ctid FROM "
                + relation.qualifiedTable() + " WHERE \"timestamp\" < ? LIMIT ?))";
        long deleted = 0;
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, utc(olderThan));
            delete.setInt(2, step);
            int last;
            do {
                last = delete.executeUpdate();
                deleted += last;
            } while (last == step);
        }
        return deleted;
    }

    /** Gives the room of deleted rows back to the disk; locks a plain table while it is rewritten. */
    void shrink(KeptRelation relation) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            if (!hasChunks(connection, relation)) {
                statement.execute("VACUUM (FULL, ANALYZE) " + relation.qualifiedTable());
            }
        }
    }

    long databaseBytes() throws SQLException {
        try (Connection connection = owner.getConnection()) {
            return ask(connection, "SELECT pg_database_size(current_database())")
                    .getLong();
        }
    }

    /** Bytes of a relation with its indexes. */
    long bytes(KeptRelation relation) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            return ask(connection, SIZE, relation.qualifiedTable(), relation.qualifiedTable())
                    .getLong();
        }
    }

    /** The oldest time in a relation; nothing when it is empty. Asks the key's index once for each instrument. */
    Optional<Instant> oldest(KeptRelation relation) throws SQLException {
        String sql = "SELECT extract(epoch FROM min(o.key_time)) FROM store.instrument i CROSS JOIN LATERAL"
                + " (SELECT t.key_time FROM " + relation.qualifiedTable()
                + " t WHERE t.instrument_id = i.id ORDER BY t.key_time LIMIT 1) o";
        try (Connection connection = owner.getConnection()) {
            return ask(connection, sql).getInstant();
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Answer ask(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return new Answer(Optional.ofNullable(result.getString(1)));
            }
        }
    }

    /** The one value of an answer. */
    private record Answer(Optional<String> value) {
        boolean getBoolean() {
            return value.filter("t"::equals).isPresent();
        }

        long getLong() {
            return value.map(Long::parseLong).orElse(0L);
        }

        Optional<Instant> getInstant() {
            return value.map(epoch ->
                    Instant.ofEpochMilli(new BigDecimal(epoch).movePointRight(3).longValue()));
        }
    }
}
