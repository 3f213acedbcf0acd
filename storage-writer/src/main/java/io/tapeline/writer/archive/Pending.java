package io.tapeline.writer.archive;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Which objects are still to be uploaded: an empty file for each, named for its key, so that a restart forgets none. Safe
 * for one thread that adds and one that uploads.
 */
final class Pending {
    private final Path directory;
    private final AtomicLong size = new AtomicLong();
    private @Nullable String uploading;
    private boolean replacedMeanwhile;

    /** @param directory is created; what it holds of an earlier process counts */
    Pending(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        try (DirectoryStream<Path> markers = Files.newDirectoryStream(directory)) {
            markers.forEach(marker -> size.incrementAndGet());
        }
    }

    /** How many objects wait. */
    long size() {
        return size.get();
    }

    /** Marks an object, then replaces it, so that a crash between the two uploads too much, not too little. */
    synchronized void replace(String key, Stage.Step step) throws IOException {
        if (key.equals(uploading)) {
            replacedMeanwhile = true;
        }
        mark(key);
        step.run();
    }

    private void mark(String key) throws IOException {
        try {
            Files.createFile(marker(key));
            size.incrementAndGet();
        } catch (FileAlreadyExistsException e) {
            // Waits already.
        }
    }

    boolean has(String key) {
        return Files.exists(marker(key));
    }

    /** Uploads an object; it goes on waiting when that fails, or when it is replaced meanwhile. */
    void upload(String key, Stage.Step upload) throws IOException {
        synchronized (this) {
            uploading = key;
            replacedMeanwhile = false;
        }
        try {
            upload.run();
            synchronized (this) {
                if (!replacedMeanwhile) {
                    remove(key);
                }
            }
        } finally {
            synchronized (this) {
                uploading = null;
            }
        }
    }

    /** Forgets an object that is not there. */
    synchronized void forgetUnless(Path object, String key) throws IOException {
        if (!Files.exists(object)) {
            remove(key);
        }
    }

    private void remove(String key) throws IOException {
        if (Files.deleteIfExists(marker(key))) {
            size.decrementAndGet();
        }
    }

    /** Is given keys that wait until it says that it wants no more. */
    @FunctionalInterface
    interface Visitor {
        boolean more(String key) throws IOException, InterruptedException;
    }

    /** Visits keys that wait, in no order, a few in memory at once. */
    void visit(Visitor visitor) throws IOException, InterruptedException {
        try (DirectoryStream<Path> markers = Files.newDirectoryStream(directory)) {
            Iterator<Path> each = markers.iterator();
            boolean more = true;
            while (more && each.hasNext()) {
                more = visitor.more(URLDecoder.decode(each.next().getFileName().toString(), StandardCharsets.UTF_8));
            }
        }
    }

    private Path marker(String key) {
        return directory.resolve(URLEncoder.encode(key, StandardCharsets.UTF_8));
    }
}
