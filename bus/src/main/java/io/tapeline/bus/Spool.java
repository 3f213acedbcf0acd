package io.tapeline.bus;

import com.squareup.tape2.QueueFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages on disk, first in, first out, bounded by bytes. What {@link #append} took survives the end of the process and
 * of the machine: each element is written synchronously. Used by the publisher's thread alone; the sizes may be read by
 * any.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // changed under the lock of the spool, read without it
class Spool implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Spool.class);
    private static final String NAME = "spool.queue";
    private static final int FILE_HEADER = 32;
    private static final int ELEMENT_HEADER = 4;

    private final Path directory;
    private final Path file;
    private final long maxBytes;
    private final FileChannel lockFile;
    private final Deque<Integer> lengths = new ArrayDeque<>();
    private QueueFile queue;
    private volatile long bytes;
    private volatile int entries;
    private boolean refusing;

    /**
     * Opens or creates the spool of a directory. A file that is damaged is set aside and a new one begun.
     *
     * @throws UncheckedIOException when the directory cannot be written to or another process has it open
     */
    Spool(BusProperties.Spool settings) {
        this.directory = settings.directory().toAbsolutePath();
        this.file = directory.resolve(NAME);
        this.maxBytes = Long.highestOneBit(settings.maxSize().toBytes());
        try {
            Files.createDirectories(directory);
            this.lockFile = lock(file.resolveSibling("spool.lock"));
            this.queue = openVerified();
        } catch (IOException e) {
            throw new UncheckedIOException("tapeline.bus.spool.directory: cannot use " + directory, e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            log.debug("held within this process", e);
        }
        channel.close();
        throw new IOException("another publisher has it open");
    }

    private QueueFile openVerified() throws IOException {
        try {
            QueueFile opened = open();
            for (byte[] element : opened) {
                SpoolRecord.decode(element);
                added(element.length);
            }
            return opened;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // A damaged length may ask for any amount of memory.
            return setAside(e);
        }
    }

    private QueueFile open() throws IOException {
        return new QueueFile.Builder(file.toFile()).zero(false).build();
    }

    private QueueFile setAside(Throwable damage) throws IOException {
        Path aside = file.resolveSibling(NAME + ".damaged-" + System.currentTimeMillis());
        Files.move(file, aside);
        log.error(
                "the spool {} is damaged ({}); it was set aside as {} and an empty one begun: its events are gaps",
                file,
                damage.getMessage(),
                aside.getFileName());
        lengths.clear();
        bytes = 0;
        entries = 0;
        return open();
    }

    /** Writes a group of messages durably; false when there is no room or the disk refuses, and nothing was written. */
    boolean append(List<SpoolRecord> group) {
        try {
            byte[] element = SpoolRecord.encode(group);
            if (FILE_HEADER + bytes + ELEMENT_HEADER + element.length > maxBytes) {
                return refuse("it is full, " + maxBytes + " bytes");
            }
            write(queue, element);
            added(element.length);
            // Said once, not each time a little room was found in a full spool.
            refusing &= bytes > maxBytes / 2;
            return true;
        } catch (IOException | AssertionError e) {
            // The library asserts that a copy was complete, which it is not on a full disk.
            return refuse(String.valueOf(e.getMessage()));
        }
    }

    /** Appends to the file; apart so that a test can play a full disk. */
    void write(QueueFile to, byte[] element) throws IOException {
        to.add(element);
    }

    private boolean refuse(String reason) {
        if (!refusing) {
            log.error("the spool {} takes no more events: {}", file, reason);
            refusing = true;
        }
        return false;
    }

    private void added(int length) {
        lengths.addLast(length);
        bytes += ELEMENT_HEADER + length;
        entries++;
    }

    /** The oldest elements, about as many as fit a size, as one round; null when there is none. */
    @Nullable
    Drain read(int maxBytesOfRound, int maxEventsOfMessage) {
        try {
            List<List<SpoolRecord>> groups = new ArrayList<>();
            long size = 0;
            Iterator<byte[]> oldest = queue.iterator();
            while (oldest.hasNext() && size < maxBytesOfRound) {
                byte[] element = oldest.next();
                size += element.length;
                groups.add(SpoolRecord.decode(element));
            }
            return groups.isEmpty() ? null : new Drain(groups, maxEventsOfMessage);
        } catch (IOException | RuntimeException e) {
            reopenEmpty(e);
            return null;
        }
    }

    private void reopenEmpty(Exception damage) {
        try {
            queue.close();
            queue = setAside(damage);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot begin a new spool in " + directory, e);
        }
    }

    /** Forgets the oldest elements. */
    void remove(int elements) {
        try {
            if (elements == queue.size()) {
                // Gives the space back to the disk, too.
                queue.clear();
            } else {
                queue.remove(elements);
            }
            for (int i = 0; i < elements; i++) {
                bytes -= ELEMENT_HEADER + lengths.removeFirst();
                entries--;
            }
        } catch (IOException e) {
            reopenEmpty(e);
        }
    }

    Path directory() {
        return directory;
    }

    boolean isEmpty() {
        return entries == 0;
    }

    /** Elements, each a group of messages. */
    int entries() {
        return entries;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        try {
            queue.close();
            lockFile.close();
        } catch (IOException e) {
            log.warn("cannot close the spool {}: {}", file, e.getMessage());
        }
    }
}
