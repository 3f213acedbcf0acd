package io.tapeline.query.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** An object as it was when it was found, however often it is replaced meanwhile. Must be closed unless it is read. */
interface ArchiveObject extends Closeable {
    /** Changes with the content; quoted, strong. */
    String etag();

    Instant modified();

    /** Bytes. */
    long length();

    /**
     * Its content from a byte on; closing it closes the object.
     *
     * @param length at least 1
     * @throws ReplacedException when the object that was found is there no more
     */
    InputStream read(long start, long length) throws IOException;

    /** Another took its place since it was found. */
    final class ReplacedException extends IOException {
        ReplacedException(Throwable cause) {
            super("replaced meanwhile", cause);
        }
    }
}
