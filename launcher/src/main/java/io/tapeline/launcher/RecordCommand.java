package io.tapeline.launcher;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.collector.feed.CollectorProperties;
import io.tapeline.collector.feed.Feeds;
import io.tapeline.collector.feed.NettyTransport;
import io.tapeline.collector.frame.RecordingSettings;
import io.tapeline.collector.frame.Recordings;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.collector.venue.Venue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps what a venue sends, without broker or database. */
@Command(
        name = "record",
        description = "Connect to venues and keep their frames as files that normalize reads.",
        mixinStandardHelpOptions = true)
final class RecordCommand implements Callable<Integer> {
    @Option(
            names = "--feed",
            required = true,
            paramLabel = "ID",
            description = "What to record, such as binance; may be given several times.")
    List<String> feeds = List.of();

    @Option(
            names = "--out",
            defaultValue = "recordings",
            paramLabel = "DIR",
            description = "Where the files go (default: ${DEFAULT-VALUE}).")
    Path out = Path.of("recordings");

    @Option(names = "--seconds", paramLabel = "N", description = "Stop after so many seconds instead of Ctrl-C.")
    @Nullable
    Integer seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Venues venues = Venues.load();
        List<Venue> wanted = feeds.stream().map(venues::require).toList();
        CollectorProperties properties = venues.properties();
        Files.createDirectories(out);
        Path state = Files.createTempDirectory("tapeline-record");
        CountDownLatch stopping = Stopping.onSignals();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        ReceiveClock clock = ReceiveClock.system();
        try (Recordings recordings = new Recordings(RecordingSettings.into(out), clock, registry);
                NettyTransport transport = new NettyTransport(properties, clock, recordings, registry)) {
            Feeds running = new Feeds(
                    wanted,
                    properties.recordingOnly(feeds, state),
                    new DiscardingPublisher(),
                    transport,
                    clock::micros,
                    registry);
            running.start();
            System.out.println("recording " + feeds + " into " + out + ", stop with Ctrl-C");
            long end = seconds == null ? Long.MAX_VALUE : seconds;
            for (long second = 0; second < end && !stopping.await(1, TimeUnit.SECONDS); second++) {
                System.out.printf(
                        "\r%,d frames",
                        (long) registry.find("tapeline.recording.frames").counters().stream()
                                .mapToDouble(Counter::count)
                                .sum());
            }
            System.out.println();
            running.stop();
        }
        return 0;
    }
}
