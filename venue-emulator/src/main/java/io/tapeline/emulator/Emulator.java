package io.tapeline.emulator;

import io.tapeline.emulator.fault.Faults;
import io.tapeline.emulator.ledger.Ledger;
import io.tapeline.emulator.server.Connections;
import io.tapeline.emulator.server.ControlRoutes;
import io.tapeline.emulator.server.EmulatorServer;
import io.tapeline.emulator.server.Engine;
import io.tapeline.emulator.server.OpenPort;
import io.tapeline.emulator.server.RestSide;
import io.tapeline.emulator.server.SocketSide;
import io.tapeline.emulator.server.WsConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A running emulator: venues on one port, their faults and the ledger. */
public final class Emulator implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Emulator.class);

    /** A larger jump of the clock is not caught up with. */
    private static final long LONGEST_STEP_MILLIS = 10_000;

    private final EmulatorSettings settings;
    private final Scheduler scheduler;
    private final boolean ownScheduler;
    private final Engine engine;
    private final Faults faults = new Faults();
    private final Ledger ledger;
    private final Connections connections;
    private final EmulatorServer server;
    private final List<EmulatedVenue> venues;
    private final int port;
    private @Nullable OpenPort listening;
    private long steppedTo;

    private Emulator(EmulatorSettings settings, Scheduler scheduler, boolean ownScheduler) {
        this.settings = settings;
        this.scheduler = scheduler;
        this.ownScheduler = ownScheduler;
        engine = new Engine(scheduler, settings.start());
        ledger = new Ledger(settings.ledger());
        connections = new Connections(engine, faults);
        VenueContext context = new VenueContext(settings, engine, ledger, faults);
        steppedTo = engine.now();
        venues = venues(context);
        server = new EmulatorServer(
                settings.host(),
                venues,
                new ControlRoutes(engine, faults, ledger, connections),
                new RestSide(engine, faults, ledger),
                new SocketSide(engine, faults, ledger, connections, settings.maxPendingBytes()));
        OpenPort bound = server.listen(settings.port());
        listening = bound;
        port = bound.port();
        log.info(
                "emulated venues {} listen on {}:{}",
                venues.stream().map(EmulatedVenue::prefix).toList(),
                settings.host(),
                port);
        engine.every(settings.step().toMillis(), this::tick);
    }

    /**
     * Starts one.
     *
     * @throws reactor.netty.ChannelBindException when the port is taken
     */
    public static Emulator start(EmulatorSettings settings) {
        Scheduler own = Schedulers.newSingle("venue-emulator", true);
        try {
            return new Emulator(settings, own, true);
        } catch (RuntimeException e) {
            own.dispose();
            throw e;
        }
    }

    /** Starts one whose time is the scheduler's, such as a virtual one; it must run one task at a time. */
    public static Emulator start(EmulatorSettings settings, Scheduler scheduler) {
        return new Emulator(settings, scheduler, false);
    }

    /** Root of a venue's REST calls, such as {@code http://127.0.0.1:8090/binance-spot}. */
    public URI baseUri(String prefix) {
        return URI.create("http://" + settings.host() + ":" + port + "/" + prefix);
    }

    /** Root of a venue's WebSocket routes. */
    public URI wsUri(String prefix) {
        return URI.create("ws://" + settings.host() + ":" + port + "/" + prefix);
    }

    public int port() {
        return port;
    }

    public Faults faults() {
        return faults;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Epoch milliseconds, as the market sees it. */
    public long now() {
        return engine.now();
    }

    /** Number of open WebSocket connections of a prefix. */
    public long connections(String prefix) {
        return connectionsNow().stream().filter(c -> c.prefix().equals(prefix)).count();
    }

    /** Goes off the network: the port closes and connections end, while the market goes on. */
    public synchronized void unplug() {
        OpenPort bound = listening;
        listening = null;
        if (bound != null) {
            // First the port, or clients that are cut would get in again.
            bound.refuse();
            connectionsNow().forEach(WsConnection::drop);
            bound.close();
        }
    }

    /** Is back on the same port. */
    public synchronized void plugIn() {
        if (listening == null) {
            listening = server.listen(port);
        }
    }

    /** Ends it; another may then be started on the same port. */
    @Override
    public void close() {
        unplug();
        engine.close();
        if (ownScheduler) {
            scheduler.dispose();
        }
    }

    private static List<EmulatedVenue> venues(VenueContext context) {
        Map<String, Function<VenueContext, EmulatedVenue>> hosts = new TreeMap<>();
        ServiceLoader.load(EmulatedVenueFactory.class, Emulator.class.getClassLoader())
                .forEach(factory -> hosts.putAll(factory.hosts()));
        return hosts.entrySet().stream()
                .filter(host -> context.settings().serves(host.getKey()))
                .map(host -> host.getValue().apply(context))
                .toList();
    }

    private List<WsConnection> connectionsNow() {
        List<WsConnection> open = engine.call(connections::open).block(Duration.ofSeconds(10));
        return open == null ? List.of() : open;
    }

    /** Time passes in equal steps however late the timer is, so that the market depends on nothing but its seed. */
    private void tick() {
        long step = settings.step().toMillis();
        long now = engine.now();
        if (Math.abs(now - steppedTo) > LONGEST_STEP_MILLIS) {
            // The machine slept or the clock was set: what nobody could see did not happen.
            steppedTo = now - step;
        }
        for (; steppedTo + step <= now; steppedTo += step) {
            for (EmulatedVenue venue : venues) {
                venue.step(steppedTo + step + faults.clockOffset(venue.prefix()), step / 1000.0);
            }
        }
    }
}
