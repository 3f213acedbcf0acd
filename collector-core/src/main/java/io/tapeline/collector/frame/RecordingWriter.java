package io.tapeline.collector.frame;

import io.micrometer.core.instrument.Counter;
import io.tapeline.collector.time.MonotonicClock;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.model.json.IsoMicros;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes lines into a file and changes files by size and age. When the disk is full or fails it stops, says so once, and
 * tries again later; what comes meanwhile is counted as dropped.
 */
final class RecordingWriter {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingWriter.class);

    private final String feed;
    private final RecordingFiles files;
    private final RecordingSettings settings;
    private final ReceiveClock clock;
    private final MonotonicClock monotonic;
    private final Counter dropped;
    private @Nullable OutputStream out;
    private String session = "";
    private long sessions;
    private long written;
    private long openedAt;
    private long lookedAt;
    private long stoppedAt;
    private volatile boolean active = true;

    RecordingWriter(
            String feed,
            RecordingFiles files,
            RecordingSettings settings,
            ReceiveClock clock,
            MonotonicClock monotonic,
            Counter dropped) {
        this.feed = feed;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
        this.monotonic = monotonic;
        this.dropped = dropped;
        this.lookedAt = monotonic.nanos();
        beginSession();
    }

    /** Whether frames are being kept. */
    boolean active() {
        return active;
    }

    String session() {
        return session;
    }

    /** What follows does not join what came before. */
    void beginSession() {
        session = feed + "/" + IsoMicros.format(clock.micros()) + "/" + ++sessions;
    }

    /** @return false when the line was dropped */
    boolean write(byte[] line) {
        if (!active) {
            dropped.increment();
            return false;
        }
        try {
            OutputStream to = out == null ? open() : out;
            to.write(line);
            written += line.length;
            return true;
        } catch (IOException e) {
            dropped.increment();
            stop(reason(e));
            return false;
        }
    }

    private OutputStream open() throws IOException {
        long free = files.free();
        if (free < settings.minFree().toBytes()) {
            throw new IOException("only " + (free >> 20) + " MB free, at least "
                    + settings.minFree().toMegabytes() + " MB wanted");
        }
        OutputStream opened = files.create(IsoMicros.toInstant(clock.micros()));
        out = opened;
        written = 0;
        openedAt = monotonic.nanos();
        return opened;
    }

    /** Flushes, changes the file or tries to go on, when it is time. */
    void lookAfterFile() {
        long now = monotonic.nanos();
        if (now - lookedAt < settings.flushInterval().toNanos()
                && written < settings.fileSize().toBytes()) {
            return;
        }
        lookedAt = now;
        try {
            if (active) {
                flush(now);
            } else if (now - stoppedAt >= settings.retryInterval().toNanos()) {
                resume();
            }
        } catch (IOException e) {
            stop(reason(e));
        }
    }

    private void flush(long now) throws IOException {
        if (out == null) {
            return;
        }
        out.flush();
        if (files.free() < settings.minFree().toBytes()) {
            throw new IOException("less than " + settings.minFree().toMegabytes() + " MB free");
        }
        if (written >= settings.fileSize().toBytes()
                || now - openedAt >= settings.fileAge().toNanos()) {
            OutputStream full = out;
            out = null;
            full.close();
        }
    }

    private void stop(String reason) {
        stoppedAt = monotonic.nanos();
        if (active) {
            active = false;
            LOG.warn("{}: recording to {} stopped: {}; the feed goes on", feed, files, reason);
        }
        abandon();
    }

    private void resume() throws IOException {
        beginSession();
        OutputStream opened = open();
        opened.flush();
        active = true;
        LOG.info("{}: recording to {} goes on", feed, files);
    }

    /** The file could not be written, so it cannot be closed in due form either. */
    private void abandon() {
        OutputStream broken = out;
        out = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (IOException alreadyReported) {
                // Nothing more to be done about it.
            }
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    void close() {
        abandon();
    }
}
