package io.tapeline.collector.frame;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where recordings go: a directory, with a new compressed file whenever one is asked for. */
class RecordingFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final String feed;

    RecordingFiles(Path directory, String feed) {
        this.directory = directory;
        this.feed = feed;
    }

    /** A new file, named by feed and time. */
    OutputStream create(Instant now) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(feed + "-" + STAMP.format(now) + ".ndjson.zst");
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // One compressed frame per file; flushing ends a block, so that everything before it can be read.
        return new ZstdOutputStream(new BufferedOutputStream(out, 1 << 16), 3);
    }

    /** Bytes that may still be written to the disk. */
    long free() throws IOException {
        Files.createDirectories(directory);
        return Files.getFileStore(directory).getUsableSpace();
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
