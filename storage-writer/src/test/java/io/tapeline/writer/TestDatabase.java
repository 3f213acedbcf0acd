package io.tapeline.writer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Where a test's database is, and short ways to ask it, as its owner. The writer's and the reader's password is the name
 * of the role.
 */
public record TestDatabase(String host, int port, String name, String owner, String ownerPassword) {
    public static final String WRITER = "tapeline_writer";
    public static final String READER = "tapeline_reader";

    /** The same database, reached another way. */
    public TestDatabase at(String otherHost, int otherPort) {
        return new TestDatabase(otherHost, otherPort, name, owner, ownerPassword);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + host + ":" + port + "/" + name;
    }

    /** Settings that point storage-writer here; without the archive, which would write into the working directory. */
    public Map<String, Object> writerProperties() {
        return Map.of(
                "spring.r2dbc.url", r2dbcUrl(),
                "spring.r2dbc.username", WRITER,
                "spring.r2dbc.password", WRITER,
                "spring.flyway.url", jdbcUrl(),
                "spring.flyway.user", owner,
                "spring.flyway.password", ownerPassword,
                "tapeline.writer.roles.writer-password", WRITER,
                "tapeline.writer.roles.reader-password", READER,
                "tapeline.archive.enabled", false);
    }

    /** Applies the migrations of the class path. */
    public TestDatabase migrate() {
        return migrate("latest");
    }

    /** Applies them up to a version. */
    public TestDatabase migrate(String version) {
        Flyway.configure()
                .dataSource(jdbcUrl(), owner, ownerPassword)
                .placeholders(Map.of("writer_password", WRITER, "reader_password", READER))
                .target(version)
                .load()
                .migrate();
        return this;
    }

    /** Rights on the database itself, which a copy of a template does not inherit. */
    void grantDatabase() {
        execute("REVOKE TEMPORARY ON DATABASE " + name + " FROM PUBLIC");
        execute("GRANT TEMPORARY ON DATABASE " + name + " TO " + WRITER);
    }

    void drop() {
        new TestDatabase(host, port, "postgres", owner, ownerPassword)
                .execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    public Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user, password);
    }

    public void execute(String... statements) {
        try (Connection connection = connect(owner, ownerPassword);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Rows as column name to value, in the order of the columns. */
    public List<Map<String, Object>> rows(String sql) {
        try (Connection connection = connect(owner, ownerPassword);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The first column of every row. */
    public List<Object> column(String sql) {
        return rows(sql).stream().map(row -> row.values().iterator().next()).toList();
    }

    public long count(String sql) {
        return ((Number) column(sql).getFirst()).longValue();
    }
}
