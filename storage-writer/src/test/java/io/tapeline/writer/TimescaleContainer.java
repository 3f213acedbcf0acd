package io.tapeline.writer;

import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A TimescaleDB server in a container that this JVM starts once, and in it one migrated database per caller. */
public final class TimescaleContainer {
    public static final DockerImageName IMAGE =
            DockerImageName.parse("timescale/timescaledb:2.19.3-pg17").asCompatibleSubstituteFor("postgres");

    private static final AtomicInteger CREATED = new AtomicInteger();

    private TimescaleContainer() {}

    /** A new database with schema and roles, empty. */
    public static TestDatabase create() {
        return empty().migrate();
    }

    /** A new database without the schema. */
    public static TestDatabase empty() {
        String name = "tapeline_" + CREATED.incrementAndGet();
        owner("postgres").execute("CREATE DATABASE " + name);
        return owner(name);
    }

    private static TestDatabase owner(String name) {
        PostgreSQLContainer server = Server.STARTED;
        return new TestDatabase(
                server.getHost(), server.getMappedPort(5432), name, server.getUsername(), server.getPassword());
    }

    /** Started when it is first asked for; its end is the end of the JVM. */
    private static final class Server {
        @SuppressWarnings("resource")
        private static final PostgreSQLContainer STARTED = started();

        private static PostgreSQLContainer started() {
            PostgreSQLContainer server = new PostgreSQLContainer(IMAGE).withUsername("postgres");
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            return server;
        }
    }
}
