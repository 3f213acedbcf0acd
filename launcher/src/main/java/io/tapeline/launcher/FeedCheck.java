package io.tapeline.launcher;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.collector.feed.FeedProbe;
import io.tapeline.collector.feed.FeedProbe.Finding;
import io.tapeline.collector.feed.NettyTransport;
import io.tapeline.collector.frame.RecordingSettings;
import io.tapeline.collector.frame.Recordings;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.collector.venue.Venue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Tries every venue and prints a table. */
final class FeedCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private FeedCheck() {}

    static List<String> kinds(Venue venue) {
        return venue.kinds().stream().map(kind -> kind.wireName()).sorted().toList();
    }

    static int run(Venues venues) {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        ReceiveClock clock = ReceiveClock.system();
        boolean allReached = true;
        System.out.printf(
                "%-18s %-9s %-9s %8s %9s  %s%n", "feed", "rest", "stream", "symbols", "clock", "kinds or reason");
        try (Recordings none = new Recordings(RecordingSettings.off(), clock, registry);
                NettyTransport transport = new NettyTransport(venues.properties(), clock, none, registry)) {
            for (Probing probing : all(venues, transport)) {
                Venue venue = probing.venue();
                Finding finding = probing.finding().join();
                allReached &= finding.reached();
                System.out.printf(
                        Locale.ROOT,
                        "%-18s %-9s %-9s %8s %9s  %s%n",
                        venue.feed(),
                        finding.rest() ? "ok" : "failed",
                        finding.streams() ? finding.stream() ? "ok" : "failed" : "none",
                        finding.rest() ? finding.symbols() : "-",
                        finding.clockOffset() == null
                                ? "-"
                                : finding.clockOffset().toMillis() + " ms",
                        finding.reached() ? String.join(" ", kinds(venue)) : finding.reason());
            }
        }
        return allReached ? 0 : Tapeline.FAILED;
    }

    private record Probing(Venue venue, CompletableFuture<Finding> finding) {}

    /** All at once: a venue that does not answer costs its patience once, not once for each. */
    private static List<Probing> all(Venues venues, NettyTransport transport) {
        return venues.all().stream()
                .map(venue -> new Probing(
                        venue,
                        CompletableFuture.supplyAsync(
                                () -> FeedProbe.probe(venue, venues.properties(), transport, PATIENCE),
                                task -> Thread.ofVirtual().start(task))))
                .toList();
    }
}
