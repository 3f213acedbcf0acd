package io.tapeline.collector.frame;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Recordings: NDJSON, one frame per line, in the order of arrival. Whether the file is compressed with gzip or zstd is
 * seen from its first bytes.
 */
public final class FrameFile {
    /** Longest line that is read; a longer one is {@link FrameLine.Bad}. */
    public static final int MAX_LINE_BYTES = 64 << 20;

    private static final int MAGIC_BYTES = 4;

    private FrameFile() {}

    /**
     * The lines of a file, read while they are asked for. Blank lines and events that are not known are left out. Close
     * the stream to close the file.
     *
     * @throws IOException when the file cannot be opened
     */
    public static Stream<FrameLine> read(Path file) throws IOException {
        return read(file, null);
    }

    /**
     * As {@link #read(Path)}.
     *
     * @param feed whose frames those are that do not say; null makes them bad lines
     */
    public static Stream<FrameLine> read(Path file, @Nullable String feed) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return read(in, feed);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * The lines of an input, such as standard input; closing the stream closes it.
     *
     * @param feed whose frames those are that do not say; null makes them bad lines
     */
    public static Stream<FrameLine> read(InputStream input, @Nullable String feed) throws IOException {
        return read(input, feed, MAX_LINE_BYTES);
    }

    static Stream<FrameLine> read(InputStream input, @Nullable String feed, int maxLineBytes) throws IOException {
        InputStream plain = decompressed(new BufferedInputStream(input, 1 << 16));
        return StreamSupport.stream(new Lines(new LineReader(plain, maxLineBytes), feed), false)
                .onClose(() -> close(plain));
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream decompressed(BufferedInputStream in) throws IOException {
        in.mark(MAGIC_BYTES);
        byte[] start = in.readNBytes(MAGIC_BYTES);
        in.reset();
        if (starts(start, 0x1f, 0x8b)) {
            return new GZIPInputStream(in, 1 << 16);
        }
        // Continuous: what a killed recorder has left ends in mid-frame.
        return starts(start, 0x28, 0xb5, 0x2f, 0xfd) ? new ZstdInputStream(in).setContinuous(true) : in;
    }

    private static boolean starts(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static final class Lines extends Spliterators.AbstractSpliterator<FrameLine> {
        private final LineReader reader;
        private final @Nullable String feed;

        Lines(LineReader reader, @Nullable String feed) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.reader = reader;
            this.feed = feed;
        }

        @Override
        public boolean tryAdvance(Consumer<? super FrameLine> action) {
            LineReader.Line line = reader.next();
            while (line != null) {
                FrameLine parsed = line.fault() == null
                        ? FrameLineParser.parse(line.number(), line.bytes(), feed)
                        : new FrameLine.Bad(line.number(), Objects.requireNonNull(line.fault()));
                if (parsed != null) {
                    action.accept(parsed);
                    return true;
                }
                line = reader.next();
            }
            return false;
        }
    }
}
