package io.tapeline.writer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tapeline.bus.EmbeddedBroker;
import io.tapeline.writer.S3Server;
import io.tapeline.writer.StorageWriterApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The archive within the whole writer. */
class ArchiveServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private ConfigurableApplicationContext start(
            ArchiveFixture archive, EmbeddedBroker broker, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(archive.database.writerProperties());
        properties.putAll(broker.properties());
        properties.put("server.port", 0);
        properties.put("tapeline.archive.enabled", true);
        properties.put("tapeline.archive.directory", directory);
        properties.put("tapeline.archive.interval", "100ms");
        properties.put("tapeline.archive.retry-delay", "50ms");
        properties.put("tapeline.archive.retry-delay-max", "100ms");
        properties.putAll(more);
        return StorageWriterApplication.start(properties);
    }

    /** Whole minutes that are over by now. */
    private static ArchiveFixture filled(Path directory) {
        Instant end = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(60);
        return new ArchiveFixture(directory, end.toString())
                .rows(end.minusSeconds(180).toString(), end.toString());
    }

    @Test
    void theWriterKeepsTheDirectory() {
        ArchiveFixture archive = filled(directory);
        String date = archive.instant().minusSeconds(1).toString().substring(0, 10);
        try (EmbeddedBroker broker = EmbeddedBroker.started();
                ConfigurableApplicationContext context = start(archive, broker, Map.of())) {
            await().atMost(SOON).until(() -> archive.keys().contains("spot/kraken/ADA/1min/" + date + ".jsonl"));
            assertThat(archive.read("spot/kraken/ADA/1min/" + date + ".jsonl")).isNotEmpty();
        }
    }

    @Test
    void theWriterFillsTheBucketWhenItComesBack() {
        ArchiveFixture archive = filled(directory);
        try (EmbeddedBroker broker = EmbeddedBroker.started();
                S3Server server = S3Server.started()) {
            server.stop();
            try (ConfigurableApplicationContext context = start(archive, broker, server.properties())) {
                await().atMost(SOON).until(() -> archive.keys().stream().anyMatch(key -> key.startsWith(".pending")));
                server.start();
                await().atMost(SOON)
                        .until(() -> archive.keys().stream().noneMatch(key -> key.startsWith("."))
                                && server.keys().equals(archive.keys()));
            }
            assertThat(server.keys()).isNotEmpty().allSatisfy(key -> assertThat(server.read(key))
                    .isEqualTo(archive.read(key)));
        }
    }

    @Test
    void aBucketWithoutANameOrCredentialsStopsTheWriterAtStart() {
        try (EmbeddedBroker broker = EmbeddedBroker.started()) {
            assertThatThrownBy(() -> start(filled(directory), broker, Map.of("tapeline.archive.target", "s3"))
                            .close())
                    .rootCause()
                    .hasMessageContaining("tapeline.archive.s3.bucket: expected the name of a bucket");
        }
    }
}
