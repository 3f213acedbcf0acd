package io.tapeline.launcher;

import io.tapeline.collector.feed.Feeds;
import io.tapeline.collector.venue.Venue;
import io.tapeline.derivs.DerivativesCollectorApplication;
import io.tapeline.emulator.VenueEmulatorApplication;
import io.tapeline.query.QueryApiApplication;
import io.tapeline.spotdepth.SpotDepthCollectorApplication;
import io.tapeline.venue.binance.BinanceCollectorApplication;
import io.tapeline.writer.StorageWriterApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Every service in this process. Started from the database up, stopped from the collectors down: what was read is stored
 * before the writer stops, and the broker outlives whoever talks to it.
 */
final class Plant implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Plant.class);

    private static final Map<String, Function<Map<String, Object>, ConfigurableApplicationContext>> COLLECTORS =
            new LinkedHashMap<>();

    static {
        COLLECTORS.put(BinanceCollectorApplication.NAME, BinanceCollectorApplication::start);
        COLLECTORS.put(DerivativesCollectorApplication.NAME, DerivativesCollectorApplication::start);
        COLLECTORS.put(SpotDepthCollectorApplication.NAME, SpotDepthCollectorApplication::start);
    }

    private final RunOptions options;
    private final boolean demo;
    private final Path directory;
    private final Map<String, Object> unwanted;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final List<ConfigurableApplicationContext> collectors = new CopyOnWriteArrayList<>();
    private @Nullable ConfigurableApplicationContext writer;

    Plant(RunOptions options, boolean demo) {
        this.options = options;
        this.demo = demo;
        this.directory = directory(options, demo);
        this.unwanted = unwanted(options.feeds);
    }

    /** Emulated data never shares a database with what was really traded. */
    private static Path directory(RunOptions options, boolean demo) {
        return demo ? options.dataDirectory.resolve("demo") : options.dataDirectory;
    }

    static Path logFile(RunOptions options, boolean demo) {
        return directory(options, demo).resolve("logs").resolve("tapeline.log");
    }

    /** @param progress told of each step */
    void start(Consumer<String> progress) {
        requireUsable();
        Logs.to(logFile(options, demo), demo);
        progress.accept("data in " + directory.toAbsolutePath().normalize());
        for (int port : options.servicePorts().values()) {
            Ports.requireFree("services", port);
        }
        Map<String, Object> common = new HashMap<>();
        common.put("spring.main.register-shutdown-hook", false);
        common.put("TAPELINE_DATA_DIR", directory);
        common.putAll(database(progress));
        common.putAll(broker(progress));
        startServices(common, progress);
    }

    private void requireUsable() {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "probe", ".tmp"));
        } catch (IOException e) {
            throw new UserError("--data-dir: " + directory + ": expected a directory that can be written: " + e);
        }
        if (options.database != null && !options.database.matches("[^:/]+(:\\d+)?/\\w+")) {
            throw new UsageError("--database: expected HOST:PORT/NAME, got '" + options.database + "'");
        }
        if (options.broker != null && !options.broker.matches("[^:/]+(:\\d+)?")) {
            throw new UsageError("--broker: expected HOST:PORT, got '" + options.broker + "'");
        }
    }

    private Map<String, Object> database(Consumer<String> progress) {
        if (options.database != null) {
            progress.accept("database at " + options.database);
            return Map.of(
                    "spring.r2dbc.url", "r2dbc:postgresql://" + options.database,
                    "spring.flyway.url", "jdbc:postgresql://" + options.database);
        }
        LocalDatabase database = opened(LocalDatabase.start(directory.resolve("postgres"), options.databasePort));
        progress.accept("database on 127.0.0.1:" + database.port());
        return database.properties();
    }

    private Map<String, Object> broker(Consumer<String> progress) {
        if (options.broker != null) {
            progress.accept("broker at " + options.broker);
            String[] parts = options.broker.split(":", 2);
            return Map.of(
                    "spring.rabbitmq.host", parts[0], "spring.rabbitmq.port", parts.length > 1 ? parts[1] : "5672");
        }
        LocalBroker broker = opened(LocalBroker.start(directory.resolve("broker"), options.brokerPort));
        progress.accept("broker on 127.0.0.1:" + options.brokerPort);
        return broker.properties();
    }

    private void startServices(Map<String, Object> common, Consumer<String> progress) {
        // None of these waits for another, so they start side by side.
        CompletableFuture<ConfigurableApplicationContext> api =
                begin(() -> QueryApiApplication.start(with(common, Map.of("server.port", options.port))));
        CompletableFuture<ConfigurableApplicationContext> storing =
                begin(() -> StorageWriterApplication.start(with(common, Map.of("server.port", options.port + 1))));
        boolean emulate = demo && options.emulator == null;
        CompletableFuture<ConfigurableApplicationContext> emulator = emulate
                ? begin(() -> VenueEmulatorApplication.start(with(
                        Map.of("spring.main.register-shutdown-hook", false),
                        Map.of("tapeline.emulator.port", options.emulatorPort))))
                : CompletableFuture.completedFuture(null);
        if (emulate) {
            opened(emulator.join());
        }
        if (demo) {
            progress.accept("venue emulator on " + options.emulatorAddress());
        }
        opened(api.join());
        progress.accept("query API on 127.0.0.1:" + options.port);
        writer = opened(storing.join());
        progress.accept("storage writer on 127.0.0.1:" + (options.port + 1));
        for (Map.Entry<String, Function<Map<String, Object>, ConfigurableApplicationContext>> each :
                COLLECTORS.entrySet()) {
            int port = Objects.requireNonNull(options.servicePorts().get(each.getKey()));
            collectors.add(each.getValue().apply(with(common, collectorSettings(port))));
            progress.accept(each.getKey() + " on 127.0.0.1:" + port);
        }
    }

    private Map<String, Object> collectorSettings(int port) {
        Map<String, Object> settings = new HashMap<>(unwanted);
        settings.put("server.port", port);
        if (demo) {
            settings.put("spring.profiles.active", "emulated");
            settings.put("TAPELINE_EMULATOR_REST", "http://" + options.emulatorAddress());
            settings.put("TAPELINE_EMULATOR_WS", "ws://" + options.emulatorAddress());
        }
        return settings;
    }

    /** Switches off the feeds that were not asked for. */
    private static Map<String, Object> unwanted(List<String> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Venues venues = Venues.load();
        wanted.forEach(venues::require);
        return venues.all().stream()
                .map(Venue::feed)
                .filter(feed -> !wanted.contains(feed))
                .collect(Collectors.toMap(feed -> "tapeline.collector.feeds." + feed + ".enabled", feed -> false));
    }

    private static <T> CompletableFuture<T> begin(Supplier<T> service) {
        return CompletableFuture.supplyAsync(service, task -> new Thread(task, "starting").start());
    }

    private static Map<String, Object> with(Map<String, Object> common, Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(common);
        all.putAll(own);
        return all;
    }

    private <T extends AutoCloseable> T opened(T part) {
        running.push(part);
        return part;
    }

    List<ConfigurableApplicationContext> collectors() {
        return collectors;
    }

    @Nullable
    ConfigurableApplicationContext writer() {
        return writer;
    }

    @Override
    public void close() {
        // All stop reading before the first closes: with it goes what they have in common, the network's threads.
        collectors.forEach(collector -> collector.getBean(Feeds.class).stop());
        collectors.forEach(Plant::close);
        if (writer != null) {
            Draining.await(writer);
        }
        while (!running.isEmpty()) {
            close(running.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            log.warn("{} did not stop cleanly: {}", part.getClass().getSimpleName(), e.toString());
        }
    }
}
