package io.tapeline.collector.frame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lines of bounded length, without their ends (LF or CRLF). */
final class LineReader {

    /** @param fault why the bytes are not the line's, null when they are */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(long number, byte[] bytes, @Nullable String fault) {}

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;
    private boolean over;

    LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** The next line, null after the last. */
    @Nullable
    Line next() {
        if (over) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        number++;
        try {
            return read(line);
        } catch (IOException e) {
            over = true;
            return new Line(number, new byte[0], "the input breaks off: " + e.getMessage());
        }
    }

    private @Nullable Line read(ByteArrayOutputStream line) throws IOException {
        boolean tooLong = false;
        while (at < end || fill()) {
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            tooLong |= line.size() + (at - start) > maxBytes;
            if (!tooLong) {
                line.write(buffer, start, at - start);
            }
            if (at < end) {
                at++;
                return line(line, tooLong);
            }
        }
        over = true;
        return line.size() == 0 && !tooLong ? null : line(line, tooLong);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private Line line(ByteArrayOutputStream line, boolean tooLong) {
        return new Line(number, line.toByteArray(), tooLong ? "line longer than " + maxBytes + " bytes" : null);
    }
}
