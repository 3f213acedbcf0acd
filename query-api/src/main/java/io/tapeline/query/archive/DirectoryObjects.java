package io.tapeline.query.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Files below a directory. Links are not followed, wherever they stand in a path. */
final class DirectoryObjects implements ArchiveObjects {
    private final Path directory;

    DirectoryObjects(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<ArchiveObject> find(ArchiveKey key) throws IOException {
        try {
            Path file = directory.toRealPath().resolve(key.text());
            return file.toRealPath().equals(file) ? Optional.of(open(file)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static ArchiveObject open(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new NoSuchFileException(file.toString());
        }
        FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        try {
            return new OpenFile(
                    channel, channel.size(), attributes.lastModifiedTime().toInstant());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** An open file stays what it is when another is renamed over it. */
    private record OpenFile(FileChannel channel, long length, Instant modified) implements ArchiveObject {
        @Override
        public String etag() {
            return "\"" + Long.toHexString(ChronoUnit.MICROS.between(Instant.EPOCH, modified)) + "-"
                    + Long.toHexString(length) + "\"";
        }

        @Override
        public InputStream read(long start, long wanted) throws IOException {
            return Channels.newInputStream(channel.position(start));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Override
    public void close() {}
}
