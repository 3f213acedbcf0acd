package io.tapeline.collector.frame;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.collector.time.MonotonicClock;
import io.tapeline.collector.time.ReceiveClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Records the frames of a feed in zstd files. Frames wait in a queue bounded in number and bytes for a thread of their
 * own; when it is full the newest is dropped and counted, and the recording continues under a new {@code session}, so
 * that whoever reads it starts books and sequences afresh behind the hole.
 */
public final class FileFrameRecorder implements FrameRecorder {

    private record Item(@Nullable RawFrame frame, @Nullable FrameMark mark, boolean afterHole) {
        int size() {
            return frame == null ? 0 : frame.body().length;
        }

        byte[] line(String session) {
            return frame != null
                    ? FrameLineWriter.line(frame, session)
                    : FrameLineWriter.line(java.util.Objects.requireNonNull(mark), session);
        }
    }

    private final RecordingSettings settings;
    private final RecordingWriter writer;
    private final BlockingQueue<Item> queue;
    private final AtomicLong queuedBytes = new AtomicLong();
    private final AtomicBoolean hole = new AtomicBoolean();
    private final Counter taken;
    private final Counter dropped;
    private final Thread thread;
    private volatile boolean closed;

    /** Begins to record into files of the directory, which is created. */
    public FileFrameRecorder(
            String feed, Path directory, RecordingSettings settings, ReceiveClock clock, MeterRegistry registry) {
        this(feed, new RecordingFiles(directory, feed), settings, clock, registry);
    }

    FileFrameRecorder(
            String feed, RecordingFiles files, RecordingSettings settings, ReceiveClock clock, MeterRegistry registry) {
        this.settings = settings;
        this.queue = new ArrayBlockingQueue<>(settings.queueFrames());
        this.taken = registry.counter("tapeline.recording.frames", "feed", feed);
        this.dropped = registry.counter("tapeline.recording.dropped", "feed", feed);
        this.writer = new RecordingWriter(feed, files, settings, clock, MonotonicClock.SYSTEM, dropped);
        Gauge.builder("tapeline.recording.active", () -> writer.active() ? 1 : 0)
                .description("Whether received frames are being kept")
                .tags("feed", feed)
                .register(registry);
        this.thread = Thread.ofPlatform().name("recorder-" + feed).daemon().start(this::run);
    }

    @Override
    public void offer(RawFrame frame) {
        long bytes = queuedBytes.addAndGet(frame.body().length);
        if (bytes > settings.queueSize().toBytes()) {
            queuedBytes.addAndGet(-frame.body().length);
            drop();
        } else if (!put(frame, null)) {
            queuedBytes.addAndGet(-frame.body().length);
        }
    }

    @Override
    public void mark(FrameMark mark) {
        put(null, mark);
    }

    private boolean put(@Nullable RawFrame frame, @Nullable FrameMark mark) {
        boolean afterHole = hole.getAndSet(false);
        if (!closed && queue.offer(new Item(frame, mark, afterHole))) {
            return true;
        }
        drop();
        return false;
    }

    private void drop() {
        hole.set(true);
        dropped.increment();
    }

    private void run() {
        try {
            while (!closed || !queue.isEmpty()) {
                Item item = queue.poll(settings.flushInterval().toMillis(), TimeUnit.MILLISECONDS);
                if (item != null) {
                    write(item);
                }
                writer.lookAfterFile();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            writer.close();
        }
    }

    private void write(Item item) {
        queuedBytes.addAndGet(-item.size());
        if (item.afterHole()) {
            writer.beginSession();
        }
        if (writer.write(item.line(writer.session()))) {
            taken.increment();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
