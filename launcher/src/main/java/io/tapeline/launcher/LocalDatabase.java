package io.tapeline.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of this process, its files kept in a directory; listens on 127.0.0.1. A server that was left behind
 * when an earlier process was killed is stopped first: its files recover as after a power cut.
 */
final class LocalDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LocalDatabase.class);

    private final EmbeddedPostgres postgres;

    private LocalDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Starts it, after dealing with an orphan in the same directory. */
    static LocalDatabase start(Path directory, int port) {
        OrphanedPostgres.stop(directory);
        Ports.requireFree("database", port);
        try {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setOverrideWorkingDirectory(
                            directory.resolveSibling("postgres-binaries").toFile())
                    // The library's defaults suit tests: here what is committed must be on disk.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            log.info("database on 127.0.0.1:{}, files in {}", port, directory);
            return new LocalDatabase(postgres);
        } catch (IOException e) {
            throw new IllegalStateException("the embedded database does not start in " + directory, e);
        }
    }

    /** Settings that lead the services to it. */
    Map<String, Object> properties() {
        String address = "127.0.0.1:" + postgres.getPort() + "/postgres";
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.r2dbc.url", "r2dbc:postgresql://" + address);
        properties.put("spring.flyway.url", "jdbc:postgresql://" + address);
        properties.put("spring.flyway.user", "postgres");
        properties.put("spring.flyway.password", "postgres");
        // The server trusts this machine's users; passwords that nobody knows keep the roles closed elsewhere.
        properties.put("tapeline.writer.roles.writer-password", UUID.randomUUID());
        properties.put("tapeline.writer.roles.reader-password", UUID.randomUUID());
        return properties;
    }

    int port() {
        return postgres.getPort();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            log.warn("the embedded database did not stop cleanly: {}", e.getMessage());
        }
    }
}
