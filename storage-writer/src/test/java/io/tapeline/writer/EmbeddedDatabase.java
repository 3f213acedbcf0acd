package io.tapeline.writer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server that this JVM starts once, and in it one migrated database per caller, copied from a template in
 * a fraction of a second.
 *
 * <pre>{@code
 * static final TestDatabase DATABASE = EmbeddedDatabase.create();
 * }</pre>
 */
public final class EmbeddedDatabase {
    private static final String TEMPLATE = "tapeline_template";
    private static final AtomicInteger CREATED = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private EmbeddedDatabase() {}

    /** A new database with schema and roles, empty. */
    public static TestDatabase create() {
        TestDatabase database = empty();
        database.drop();
        owner("postgres").execute("CREATE DATABASE " + database.name() + " TEMPLATE " + TEMPLATE);
        database.grantDatabase();
        return database;
    }

    /** A new database without the schema, for tests of the migrations themselves. */
    public static TestDatabase empty() {
        String name = "tapeline_" + CREATED.incrementAndGet();
        owner("postgres").execute("CREATE DATABASE " + name);
        return owner(name);
    }

    private static TestDatabase owner(String name) {
        return new TestDatabase("127.0.0.1", SERVER.getPort(), name, "postgres", "postgres");
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("timezone", "UTC")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + TEMPLATE);
            }
            new TestDatabase("127.0.0.1", server.getPort(), TEMPLATE, "postgres", "postgres").migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
