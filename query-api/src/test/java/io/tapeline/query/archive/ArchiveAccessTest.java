package io.tapeline.query.archive;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapeline.query.RunningApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.reactive.server.WebTestClient;

class ArchiveAccessTest {
    private static final String KEY = "futures/binance/BTC/5s/2025-11-20.jsonl";

    /** SHA-256 of {@code open sesame}. */
    private static final String HASH = "41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb";

    @TempDir
    private Path directory;

    private static WebTestClient.ResponseSpec get(RunningApi api, String apiKey) {
        return api.client()
                .get()
                .uri("/archive/" + KEY)
                .header("X-API-Key", apiKey)
                .exchange();
    }

    @Test
    void whereKeysAreConfiguredObjectsWantOneAndStayOutOfSharedCaches() throws IOException {
        Path object = directory.resolve(KEY);
        Files.createDirectories(object.getParent());
        Files.writeString(object, "one\n");
        try (RunningApi api =
                RunningApi.start(Map.of("tapeline.archive.directory", directory, "tapeline.query.api-keys", HASH))) {
            get(api, "guess").expectStatus().isUnauthorized();
            get(api, "open sesame")
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("Cache-Control", "max-age=86400, private");
        }
    }

    @Test
    void withoutADirectoryThereAreNoObjects() {
        try (RunningApi api = RunningApi.start(Map.of("tapeline.archive.directory", directory.resolve("not-yet")))) {
            get(api, "none").expectStatus().isNotFound();
        }
    }

    @Test
    void aBucketWithoutCredentialsStopsTheServiceAtStart() {
        Map<String, Object> incomplete = Map.of(
                "tapeline.archive.target",
                "s3",
                "tapeline.archive.s3.bucket",
                "market-archive",
                "tapeline.archive.s3.access-key",
                "",
                "tapeline.archive.s3.secret-key",
                "");
        assertThatThrownBy(() -> RunningApi.start(incomplete).close())
                .rootCause()
                .hasMessage(
                        "tapeline.archive.s3: expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment");
    }
}
