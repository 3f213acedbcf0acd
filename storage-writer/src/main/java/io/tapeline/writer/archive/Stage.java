package io.tapeline.writer.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The objects on disk. An object appears under its key whole, or not at all: it is written beside, brought to the disk,
 * then renamed. Names that begin with a dot are not objects.
 */
final class Stage {
    private static final String UNFINISHED = ".unfinished";
    private static final int BUFFER = 64 * 1024;

    private final Path root;
    private final Path unfinished;
    private final Replacement replacement;

    /** A step that may fail. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /** Puts an object in place of another, or of none, by the step that it is given. */
    @FunctionalInterface
    interface Replacement {
        void of(String key, Step step) throws IOException;
    }

    /**
     * @param root is created; what an earlier process left unfinished is removed
     * @param replacement of every object that changes
     */
    Stage(Path root, Replacement replacement) throws IOException {
        this.root = root;
        this.unfinished = root.resolve(UNFINISHED);
        this.replacement = replacement;
        Files.createDirectories(unfinished);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(unfinished)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    /** Writes an object's content. */
    @FunctionalInterface
    interface Content {
        void writeTo(FileChannel file) throws IOException;
    }

    Path path(String key) {
        return root.resolve(key);
    }

    boolean has(String key) {
        return Files.exists(path(key));
    }

    /** Puts an object in place; one that says the same already stays as it is. */
    void put(String key, Content content) throws IOException {
        Path file = Files.createTempFile(unfinished, "object", ".jsonl");
        try {
            readable(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Path place = path(key);
            if (!Files.exists(place) || Files.mismatch(file, place) >= 0) {
                Files.createDirectories(place.getParent());
                replacement.of(
                        key,
                        () -> Files.move(
                                file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A temporary file is its owner's alone, an object is for all who may enter the directory. */
    private static void readable(Path file) {
        var _ = file.toFile().setReadable(true, false);
    }

    /** Appends an object to a file. */
    void append(String key, FileChannel into) throws IOException {
        try (FileChannel from = FileChannel.open(path(key), StandardOpenOption.READ)) {
            long size = from.size();
            for (long done = 0; done < size; ) {
                done += from.transferTo(done, size - done, into);
            }
        }
    }

    /** Lines of an object; 0 when there is none. */
    int lines(String key) throws IOException {
        try (InputStream in = Files.newInputStream(path(key))) {
            byte[] buffer = new byte[BUFFER];
            int lines = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        lines++;
                    }
                }
            }
            return lines;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
