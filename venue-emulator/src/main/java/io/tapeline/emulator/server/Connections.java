package io.tapeline.emulator.server;

import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.fault.Faults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.Disposable;

/** Who is connected, and the faults that cut connections. Lives on the engine's thread. */
public final class Connections {
    private final Engine engine;
    private final Faults faults;
    private final Map<WsConnection, WsHandler> open = new LinkedHashMap<>();
    private final Map<String, Disposable> repeated = new HashMap<>();

    public Connections(Engine engine, Faults faults) {
        this.engine = engine;
        this.faults = faults;
        faults.onConnectionFault((id, fault) -> engine.execute(() -> order(id, fault)));
    }

    /** A handler that can say which streams it listens to and pass on a maintenance notice. */
    public interface Interruptible {
        List<String> streams();

        void announceShutdown();
    }

    void add(WsConnection connection, WsHandler handler) {
        open.put(connection, handler);
    }

    void remove(WsConnection connection) {
        open.remove(connection);
    }

    /** Those open now. */
    public List<WsConnection> open() {
        return List.copyOf(open.keySet());
    }

    private void order(String id, Fault fault) {
        strike(fault);
        if (fault.kind() == FaultKind.DISCONNECT && fault.millis() != null) {
            repeated.put(id, engine.every(fault.millisOr(1000), () -> again(id, fault)));
        }
    }

    private void again(String id, Fault fault) {
        if (faults.active().containsKey(id)) {
            strike(fault);
        } else {
            Disposable timer = repeated.remove(id);
            if (timer != null) {
                timer.dispose();
            }
        }
    }

    private void strike(Fault fault) {
        for (Map.Entry<WsConnection, WsHandler> entry : new ArrayList<>(open.entrySet())) {
            if (Faults.hits(fault, entry.getKey().prefix(), streams(entry.getValue()))) {
                cut(fault, entry.getKey(), entry.getValue());
            }
        }
    }

    private void cut(Fault fault, WsConnection connection, WsHandler handler) {
        if (fault.kind() == FaultKind.SERVER_SHUTDOWN && handler instanceof Interruptible announcing) {
            announcing.announceShutdown();
            engine.after(fault.millisOr(1000), connection::drop);
        } else {
            connection.drop();
        }
    }

    private static List<String> streams(WsHandler handler) {
        return handler instanceof Interruptible known ? known.streams() : List.of();
    }
}
