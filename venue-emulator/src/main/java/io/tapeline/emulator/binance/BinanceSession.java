package io.tapeline.emulator.binance;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.server.Connections;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import io.tapeline.emulator.stream.Listener;
import io.tapeline.emulator.stream.StreamHub;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One client's connection: its subscriptions, the answers to its messages, and the limits it is held to. */
final class BinanceSession implements WsHandler, Listener, Connections.Interruptible {
    private static final int POLICY_VIOLATION = 1008;

    private final VenueContext context;
    private final Dialect dialect;
    private final WireLimits limits;
    private final StreamHub hub;
    private final WsConnection connection;
    private final String route;
    private final Set<String> streams = new LinkedHashSet<>();
    private final MessageRate messages;
    private final KeepAlive keepAlive;
    private boolean combined;

    BinanceSession(VenueContext context, Dialect dialect, StreamHub hub, WsConnection connection) {
        this.context = context;
        this.dialect = dialect;
        this.hub = hub;
        this.connection = connection;
        limits = context.settings().limits(dialect.prefix(), dialect.limits());
        messages = new MessageRate(limits.messagesPerSecond());
        Endpoint endpoint = Endpoint.of(connection.path(), connection.query());
        route = endpoint.route();
        combined = endpoint.combined();
        keepAlive = new KeepAlive(context, dialect.prefix(), connection, limits);
        endpoint.streams().forEach(this::listen);
    }

    @Override
    public void text(String text) {
        if (!withinRate()) {
            return;
        }
        switch (ControlRequest.read(text)) {
            case ControlRequest.Subscribe request -> subscribe(request.streams(), request.id());
            case ControlRequest.Unsubscribe request -> unsubscribe(request.streams(), request.id());
            case ControlRequest.ListAll request -> answer(ControlAnswers.result(streams, request.id()));
            case ControlRequest.SetCombined request -> {
                combined = request.combined();
                answer(ControlAnswers.acknowledged(request.id()));
            }
            case ControlRequest.GetCombined request -> answer(ControlAnswers.result(combined, request.id()));
            case ControlRequest.Wrong wrong -> answer(wrong.answer());
        }
    }

    @Override
    public void ping() {
        withinRate();
    }

    @Override
    public void pong(String payload) {
        if (withinRate()) {
            keepAlive.pong(payload);
        }
    }

    @Override
    public void closed() {
        keepAlive.stop();
        hub.leave(this, route, streams);
    }

    @Override
    public void announceShutdown() {
        if (dialect.announcesShutdown()) {
            String event = "{\"e\":\"serverShutdown\",\"E\":" + context.now(dialect.prefix()) + "}";
            answer(combined ? "{\"stream\":\"!serverShutdown\",\"data\":" + event + "}" : event);
        }
    }

    @Override
    public List<String> streams() {
        return List.copyOf(streams);
    }

    @Override
    public WsConnection connection() {
        return connection;
    }

    @Override
    public boolean combined() {
        return combined;
    }

    private void subscribe(List<String> names, JsonNode id) {
        Optional<Fault> rejected = struck(FaultKind.REJECT_SUBSCRIPTION, names);
        if (rejected.isPresent()) {
            String reason = "Invalid request: subscription rejected";
            answer(
                    rejected.get().amountOr(0) == 0
                            ? ControlAnswers.error(2, reason)
                            : ControlAnswers.nested(2, reason, id));
            return;
        }
        names.forEach(this::listen);
        if (struck(FaultKind.NO_ACK, names).isEmpty()) {
            answer(ControlAnswers.acknowledged(id));
        }
    }

    private void unsubscribe(List<String> names, JsonNode id) {
        for (String name : names) {
            if (streams.remove(name)) {
                hub.unsubscribe(this, route, name);
            }
        }
        answer(ControlAnswers.acknowledged(id));
    }

    private void listen(String name) {
        if (streams.size() >= limits.streamsPerConnection() && !streams.contains(name)) {
            connection.close(POLICY_VIOLATION, "Too many streams");
        } else if (streams.add(name)) {
            hub.subscribe(this, route, name);
        }
    }

    private Optional<Fault> struck(FaultKind kind, List<String> names) {
        return names.stream()
                .flatMap(name -> context.faults().onSubscription(kind, dialect.prefix(), name).stream())
                .findFirst();
    }

    private boolean withinRate() {
        boolean within = messages.count(context.engine().now());
        if (!within) {
            connection.close(POLICY_VIOLATION, "Too many requests");
        }
        return within && connection.isOpen();
    }

    private void answer(String text) {
        connection.send("", text);
        connection.flush();
    }
}
