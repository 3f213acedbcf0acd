package io.tapeline.emulator.binance;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.server.Engine;
import io.tapeline.emulator.server.WsConnection;
import java.util.HashSet;
import java.util.Set;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Pings with a payload that must come back, and the end of every connection's life. */
final class KeepAlive {
    private static final int GOING_AWAY = 1001;

    private final VenueContext context;
    private final String prefix;
    private final WsConnection connection;
    private final WireLimits limits;
    private final Set<String> unanswered = new HashSet<>();
    private final Disposable.Composite timers = Disposables.composite();

    KeepAlive(VenueContext context, String prefix, WsConnection connection, WireLimits limits) {
        this.context = context;
        this.prefix = prefix;
        this.connection = connection;
        this.limits = limits;
        Engine engine = context.engine();
        timers.add(engine.every(limits.pingEvery().toMillis(), this::ping));
        timers.add(engine.after(limits.lifetime().toMillis(), () -> connection.close(GOING_AWAY, "")));
    }

    /** Only the payload of a ping keeps the connection alive. */
    void pong(String payload) {
        if (unanswered.contains(payload)) {
            unanswered.clear();
        }
    }

    void stop() {
        timers.dispose();
    }

    private void ping() {
        if (context.faults().onVenue(FaultKind.NO_PING, prefix).isPresent()) {
            return;
        }
        String payload = Long.toString(context.now(prefix));
        unanswered.add(payload);
        connection.ping(payload);
        timers.add(context.engine().after(limits.pongWithin().toMillis(), () -> check(payload)));
    }

    private void check(String payload) {
        if (unanswered.contains(payload)) {
            connection.close(GOING_AWAY, "no pong");
        }
    }
}
