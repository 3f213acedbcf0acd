package io.tapeline.collector.frame;

import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.collector.time.ReceiveClock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The recorders of a process: one per feed, each with files of its own, or none at all. */
public final class Recordings implements AutoCloseable {
    private final RecordingSettings settings;
    private final ReceiveClock clock;
    private final MeterRegistry registry;
    private final Map<String, FrameRecorder> recorders = new ConcurrentHashMap<>();

    public Recordings(RecordingSettings settings, ReceiveClock clock, MeterRegistry registry) {
        this.settings = settings;
        this.clock = clock;
        this.registry = registry;
    }

    /** The recorder of a feed, which begins to record when it is first asked for. */
    public FrameRecorder of(String feed) {
        return settings.enabled() ? recorders.computeIfAbsent(feed, this::create) : FrameRecorder.OFF;
    }

    private FrameRecorder create(String feed) {
        return new FileFrameRecorder(feed, settings.directory().resolve(feed), settings, clock, registry);
    }

    /** Writes what was taken; sessions should be closed before. */
    @Override
    public void close() {
        recorders.values().forEach(FrameRecorder::close);
    }
}
