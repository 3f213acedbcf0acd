package io.tapeline.model;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real payloads and recorded sessions that are kept beside the project, not in it. Tests that read them are skipped, and
 * say so, where they are absent.
 */
public final class SharedFolder {
    private SharedFolder() {}

    /** A file of the folder; aborts the calling test when it is not there. */
    public static Path file(String relative) {
        Path file = folder().resolve(relative);
        Assumptions.assumeTrue(Files.isReadable(file), () -> "skipped: " + relative + " is not beside the project");
        return file;
    }

    /** Whether the file is there. */
    public static boolean has(String relative) {
        return Files.isReadable(folder().resolve(relative));
    }

    private static Path folder() {
        String given = System.getenv("TAPELINE_SHARED");
        return given != null ? Path.of(given) : repositoryRoot().resolveSibling("shared");
    }

    private static Path repositoryRoot() {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve("mvnw"))) {
            at = at.getParent();
        }
        return at;
    }
}
