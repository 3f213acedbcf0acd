package io.tapeline.collector.frame;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whether and how received frames are kept.
 *
 * @param enabled whether they are
 * @param directory where; each feed has a folder of its own in it
 * @param fileSize a new file is begun when one has grown to this, before compression
 * @param fileAge or when it is this old
 * @param queueFrames frames that may wait to be written; more are dropped and counted
 * @param queueSize bytes of frames that may wait to be written; more are dropped and counted
 * @param flushInterval how much a killed process may lose
 * @param minFree recording stops when the disk has less room than this, and goes on when it has more
 * @param retryInterval how often it is tried to go on
 */
public record RecordingSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("data/recordings") Path directory,
        @DefaultValue("256MB") DataSize fileSize,
        @DefaultValue("1h") Duration fileAge,
        @DefaultValue("20000") int queueFrames,
        @DefaultValue("32MB") DataSize queueSize,
        @DefaultValue("500ms") Duration flushInterval,
        @DefaultValue("1GB") DataSize minFree,
        @DefaultValue("30s") Duration retryInterval) {

    public RecordingSettings {
        check(fileSize.toBytes() > 0, "file-size: expected a positive size, got " + fileSize);
        check(fileAge.isPositive(), "file-age: expected a positive duration, got " + fileAge);
        check(queueFrames > 0, "queue-frames: expected at least 1, got " + queueFrames);
        check(queueSize.toBytes() > 0, "queue-size: expected a positive size, got " + queueSize);
        check(flushInterval.isPositive(), "flush-interval: expected a positive duration, got " + flushInterval);
        check(minFree.toBytes() >= 0, "min-free: expected zero or more, got " + minFree);
        check(retryInterval.isPositive(), "retry-interval: expected a positive duration, got " + retryInterval);
    }

    /** The values of a settings file that only turns recording on and says where. */
    public static RecordingSettings into(Path directory) {
        return new RecordingSettings(
                true,
                directory,
                DataSize.ofMegabytes(256),
                Duration.ofHours(1),
                20_000,
                DataSize.ofMegabytes(32),
                Duration.ofMillis(500),
                DataSize.ofGigabytes(1),
                Duration.ofSeconds(30));
    }

    /** Keeps nothing. */
    public static RecordingSettings off() {
        RecordingSettings on = into(Path.of("."));
        return new RecordingSettings(
                false,
                on.directory,
                on.fileSize,
                on.fileAge,
                on.queueFrames,
                on.queueSize,
                on.flushInterval,
                on.minFree,
                on.retryInterval);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
