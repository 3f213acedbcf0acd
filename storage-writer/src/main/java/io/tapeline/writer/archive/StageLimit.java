package io.tapeline.writer.archive;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes from disk what a bucket holds by now; and, so that the disk does not fill, what could not be uploaded for long. */
final class StageLimit {
    private static final Logger log = LoggerFactory.getLogger(StageLimit.class);
    private static final int DATE = "2026-11-20".length();

    private final Path root;
    private final Pending pending;

    StageLimit(Path root, Pending pending) {
        this.root = root;
        this.pending = pending;
    }

    /**
     * Removes objects of days before.
     *
     * @param uploaded objects older than this go when they are uploaded
     * @param any objects older than this go
     */
    void forget(LocalDate uploaded, LocalDate any) throws IOException {
        Removal removal = new Removal(uploaded.toString(), any.toString());
        Files.walkFileTree(root, removal);
        if (removal.givenUp > 0) {
            log.warn(
                    "archive: {} objects older than {} were removed though they could not be uploaded",
                    removal.givenUp,
                    any);
        }
    }

    private final class Removal extends SimpleFileVisitor<Path> {
        private final String uploaded;
        private final String any;
        private int givenUp;

        /** ISO dates compare as text. */
        Removal(String uploaded, String any) {
            this.uploaded = uploaded;
            this.any = any;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return directory.getFileName().toString().startsWith(".") && !directory.equals(root)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.getFileName().toString();
            if (name.length() > DATE && name.endsWith(".jsonl") && name.compareTo(uploaded) < 0) {
                remove(file, name.compareTo(any) < 0);
            }
            return FileVisitResult.CONTINUE;
        }

        private void remove(Path file, boolean whetherOrNot) throws IOException {
            String key = root.relativize(file).toString().replace('\\', '/');
            boolean waits = pending.has(key);
            if (!waits || whetherOrNot) {
                Files.deleteIfExists(file);
                pending.forgetUnless(file, key);
                givenUp += waits ? 1 : 0;
            }
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException error) throws IOException {
            if (!directory.equals(root)) {
                removeWhenEmpty(directory);
            }
            return FileVisitResult.CONTINUE;
        }

        private static void removeWhenEmpty(Path directory) throws IOException {
            try {
                Files.delete(directory);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                // Holds younger ones.
            }
        }
    }
}
