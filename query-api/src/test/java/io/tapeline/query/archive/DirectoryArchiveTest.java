package io.tapeline.query.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.query.RunningApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryArchiveTest extends ArchiveContract {
    @TempDir
    static Path outside;

    @BeforeAll
    void start() throws IOException {
        Files.writeString(outside.resolve("secret.jsonl"), "secret");
        put(OLD, LINES);
        put(MINUTE, "minute\n");
        put(TODAY, "one\n");
        api = RunningApi.start(Map.of("tapeline.archive.directory", root()));
    }

    private static Path root() {
        return outside.resolve("archive");
    }

    @Override
    void put(String key, String content) {
        try {
            Path place = root().resolve(key);
            Files.createDirectories(place.getParent());
            Files.move(
                    Files.writeString(outside.resolve("new"), content),
                    place,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path directory = root().resolve("futures/binance/BTC/5s");
        Files.createSymbolicLink(directory.resolve("2025-01-01.jsonl"), outside.resolve("secret.jsonl"));
        Files.move(
                Files.writeString(outside.resolve("new"), "secret"),
                Files.createDirectories(outside.resolve("x/5s")).resolve("2025-01-02.jsonl"));
        Files.createSymbolicLink(root().resolve("futures/binance/ETH"), outside.resolve("x"));
        assertThat(get("futures/binance/BTC/5s/2025-01-01.jsonl").statusCode()).isEqualTo(404);
        assertThat(get("futures/binance/ETH/5s/2025-01-02.jsonl").statusCode()).isEqualTo(404);
    }
}
