package io.tapeline.collector.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.collector.frame.FileFrameRecorder;
import io.tapeline.collector.frame.FrameRecorder;
import io.tapeline.collector.frame.RecordingSettings;
import io.tapeline.collector.time.ReceiveClock;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps received frames, a set of files for each feed; keeps nothing when recording is off. */
public final class Recorders implements AutoCloseable {
    private final Path directory;
    private final RecordingSettings settings;
    private final ReceiveClock clock;
    private final MeterRegistry registry;
    private final Map<String, FrameRecorder> byFeed = new ConcurrentHashMap<>();

    public Recorders(Path directory, RecordingSettings settings, ReceiveClock clock, MeterRegistry registry) {
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        this.registry = registry;
    }

    FrameRecorder of(String feed) {
        return settings.enabled()
                ? byFeed.computeIfAbsent(
                        feed, name -> new FileFrameRecorder(name, directory, settings, clock, registry))
                : FrameRecorder.OFF;
    }

    @Override
    public void close() {
        byFeed.values().forEach(FrameRecorder::close);
    }
}
