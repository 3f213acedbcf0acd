package io.tapeline.collector.venue;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.collector.feed.CollectorProperties;
import io.tapeline.collector.feed.Feeds;
import io.tapeline.collector.feed.NettyTransport;
import io.tapeline.collector.frame.RawFrame;
import io.tapeline.collector.frame.Recordings;
import io.tapeline.collector.time.ReceiveClock;
import io.tapeline.model.event.FeedState;
import io.tapeline.model.event.FeedStatus;
import io.tapeline.model.event.Gap;
import io.tapeline.model.event.InstrumentListed;
import io.tapeline.model.event.Kind;
import io.tapeline.model.event.MarketEvent;
import io.tapeline.model.instrument.Instrument;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A feed that collects from an emulated venue into memory, everything that takes time being quick. */
public final class RunningFeed implements AutoCloseable {
    /** What a bare asset does not mean. */
    private static final Set<Market> ASKED_FOR_BY_NAME = Set.of(Market.OPTION, Market.PREDICTION, Market.INDEX);

    private final Venue venue;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PublishedEvents published;
    private final NettyTransport transport;
    private final Feeds feeds;
    private final HttpClient http = HttpClient.newHttpClient();

    public RunningFeed(Venue venue, PublishedEvents published, Map<String, Object> settings) {
        this.venue = venue;
        this.published = published;
        ReceiveClock clock = ReceiveClock.system();
        CollectorProperties properties = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("tapeline.collector", CollectorProperties.class);
        this.transport = new NettyTransport(
                properties, clock, new Recordings(properties.recording(), clock, registry), registry);
        this.feeds = new Feeds(List.of(venue), properties, published, transport, clock::micros, registry);
        feeds.start();
    }

    /** Settings for a feed of a few assets whose positions are in a directory. */
    public static Map<String, Object> settings(String feed, List<String> assets, Path directory) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("tapeline.collector.state-directory", directory);
        settings.put("tapeline.collector.state-interval", "100ms");
        settings.put("tapeline.collector.historical-days", 0);
        settings.put("tapeline.collector.orderbook-interval", "300ms");
        settings.put("tapeline.collector.book-republish-interval", "2s");
        settings.put("tapeline.collector.watermark-interval", "1s");
        settings.put("tapeline.collector.feeds." + feed + ".assets", String.join(",", assets));
        settings.put("tapeline.collector.session.connect-interval", "20ms");
        settings.put("tapeline.collector.session.backoff", "100ms");
        settings.put("tapeline.collector.session.max-backoff", "500ms");
        settings.put("tapeline.collector.session.jitter", 0);
        settings.put("tapeline.collector.session.failures-to-switch-off", 50);
        settings.put("tapeline.collector.session.overlap-linger", "300ms");
        settings.put("tapeline.collector.session.tick", "50ms");
        settings.put("tapeline.collector.rest.backoff", "100ms");
        settings.put("tapeline.collector.rest.jitter", 0);
        settings.put("tapeline.collector.rest.default-closed", "2s");
        return settings;
    }

    public static void until(String what, Callable<Boolean> holds) {
        await(what)
                .atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofMillis(50))
                .until(holds);
    }

    public PublishedEvents published() {
        return published;
    }

    public FeedState state() {
        return feeds.states().get(venue.feed());
    }

    /** Sum of a counter of the sessions. */
    public double counted(String name) {
        return registry.counter(name, "feed", venue.feed()).count();
    }

    /** The instruments that are collected, once they are known. */
    public List<Instrument> instruments(Collection<String> assets) {
        return published.of(InstrumentListed.class).stream()
                .map(InstrumentListed::instrument)
                .filter(i -> assets.contains(i.base()) && i.live() && !ASKED_FOR_BY_NAME.contains(i.id().market()))
                .distinct()
                .toList();
    }

    List<VenueStream> streams(Collection<String> assets) {
        return venue.subscriptions().streams(instruments(assets), venue.kinds());
    }

    /** Waits until the feed is live and every stream and poll has delivered since so many events. */
    void awaitEverything(Collection<String> assets, int after) {
        until("live", () -> state() == FeedState.LIVE);
        until("everything delivers", () -> missing(assets, after).isEmpty());
    }

    /** Kinds of instruments that are due and have not come since so many events. */
    List<String> missing(Collection<String> assets, int after) {
        List<String> come = published.after(after).stream()
                .flatMap(event -> Stream.of(
                        event.kind() + " " + event.instrumentId(),
                        event.kind() + " "
                                + InstrumentId.wholeFeed(
                                        event.instrumentId().exchange(),
                                        event.instrumentId().market())))
                .distinct()
                .toList();
        return streams(assets).stream()
                .flatMap(stream -> stream.kinds().stream()
                        .filter(kind -> after == 0 || kind != Kind.FUNDING_RATE)
                        .map(kind -> kind + " " + stream.instrument()))
                .distinct()
                .filter(due -> !come.contains(due))
                .toList();
    }

    List<FeedStatus> statuses(int after, InstrumentId instrument, @Nullable Kind kind) {
        return published.of(FeedStatus.class, after).stream()
                .filter(s -> s.instrumentId().equals(instrument) && s.stream() == kind)
                .toList();
    }

    List<Gap> gaps(int after, Kind kind, InstrumentId instrument) {
        return published.of(Gap.class, after).stream()
                .filter(gap -> gap.stream() == kind && gap.instrumentId().equals(instrument))
                .toList();
    }

    public <T extends MarketEvent> List<T> of(Class<T> type, InstrumentId instrument) {
        return published.of(type).stream()
                .filter(event -> event.instrumentId().equals(instrument))
                .toList();
    }

    /** The venue's own book as its REST interface gives it; empty where it gives none. */
    Optional<Decoded.BookUpdate> venuesBook(InstrumentId instrument) throws IOException, InterruptedException {
        RestCall call = venue.rest().bookSnapshot(instrument).orElse(null);
        if (call == null) {
            return Optional.empty();
        }
        byte[] body = http.send(HttpRequest.newBuilder(call.uri()).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        RawFrame frame = new RawFrame(
                venue.feed(), RawFrame.Transport.REST, null, call.uri().toString(), 0, body);
        return Optional.of((Decoded.BookUpdate)
                venue.decoder().decode(frame, InstrumentLookup.NONE).getFirst());
    }

    @Override
    public void close() {
        feeds.stop();
        transport.close();
        http.close();
    }
}
