package io.tapeline.emulator.kit;

import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.fault.Faults;
import io.tapeline.emulator.server.Engine;
import io.tapeline.emulator.server.WsConnection;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Whether a client is still there: pings of the server that must come back, or a client that must not fall silent; and the
 * end of every connection's life.
 */
public final class KeepAlive {
    private static final int GOING_AWAY = 1001;

    private final Engine engine;
    private final Faults faults;
    private final WsConnection connection;
    private final Runnable expired;
    /** A ping by its number, since one may be sent with the payload of another just as that one is due. */
    private record Ping(long number, String payload) {}

    private final Set<Ping> unanswered = new HashSet<>();
    private final Disposable.Composite timers = Disposables.composite();
    private Disposable pings = Disposables.disposed();
    private long heardAt;
    private long sent;

    /** @param expired cuts the connection the way the venue does */
    public KeepAlive(Engine engine, Faults faults, WsConnection connection, Runnable expired) {
        this.engine = engine;
        this.faults = faults;
        this.connection = connection;
        this.expired = expired;
        heardAt = engine.now();
    }

    /**
     * As the limits say: pings where they name a time between them, otherwise a client that must not be silent for as long as
     * a pong may take; and the end of the connection's life.
     *
     * @param ping sends a ping and returns the payload that must come back
     */
    public void follow(WireLimits limits, LongFunction<String> ping) {
        if (!limits.pingEvery().isZero()) {
            pings(limits.pingEvery(), limits.pongWithin(), ping);
        } else if (!limits.pongWithin().isZero()) {
            silence(limits.pongWithin());
        }
        if (!limits.lifetime().isZero()) {
            timers.add(engine.after(limits.lifetime().toMillis(), () -> connection.close(GOING_AWAY, "")));
        }
    }

    /**
     * Pings from now on, instead of as before.
     *
     * @param within how long the answer may take; zero: none is expected
     * @param ping sends one, given the engine's time, and returns the payload that must come back
     */
    public void pings(Duration every, Duration within, LongFunction<String> ping) {
        pings.dispose();
        pings = engine.every(every.toMillis(), () -> ping(within, ping));
        timers.add(pings);
    }

    /** Cuts a client that says nothing for so long. */
    public void silence(Duration most) {
        long millis = most.toMillis();
        timers.add(engine.every(Math.max(1, millis / 4), () -> {
            if (engine.now() - heardAt >= millis) {
                expired.run();
            }
        }));
    }

    /** The client said something. */
    public void heard() {
        heardAt = engine.now();
    }

    /** Only the payload of a ping keeps the connection alive. */
    public void pong(String payload) {
        heard();
        if (unanswered.stream().anyMatch(ping -> ping.payload().equals(payload))) {
            unanswered.clear();
        }
    }

    public void stop() {
        timers.dispose();
    }

    private void ping(Duration within, LongFunction<String> send) {
        if (faults.onVenue(FaultKind.NO_PING, connection.prefix()).isPresent()) {
            return;
        }
        Ping ping = new Ping(++sent, send.apply(engine.now()));
        if (within.isZero()) {
            return;
        }
        unanswered.add(ping);
        timers.add(engine.after(within.toMillis(), () -> {
            if (unanswered.contains(ping)) {
                expired.run();
            }
        }));
    }
}
