package io.tapeline.emulator.kit;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.WireLimits;
import io.tapeline.emulator.server.Connections;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.server.WsHandler;
import io.tapeline.emulator.stream.Listener;
import io.tapeline.emulator.stream.StreamHub;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One client's connection: its subscriptions, the answers to its messages, and the limits it is held to. A venue reads
 * messages and writes acknowledgements; channels open streams with their first frames after the acknowledgement.
 */
public abstract class EmulatedSession implements WsHandler, Listener, Connections.Interruptible {
    private static final int GOING_AWAY = 1001;
    private static final int POLICY_VIOLATION = 1008;

    private final VenueContext context;
    private final StreamHub hub;
    private final WsConnection connection;
    private final WireLimits limits;
    private final Set<String> streams = new LinkedHashSet<>();
    private final MessageRate messages;
    private final KeepAlive keepAlive;
    private final SubscriptionFaults faults;

    protected EmulatedSession(VenueContext context, StreamHub hub, WsConnection connection, WireLimits limits) {
        this.context = context;
        this.hub = hub;
        this.connection = connection;
        this.limits = limits;
        faults = new SubscriptionFaults(context.faults(), connection.prefix());
        messages = new MessageRate(limits.messagesPerSecond());
        keepAlive = new KeepAlive(context.engine(), context.faults(), connection, this::expire);
        keepAlive.follow(limits, this::sendPing);
    }

    protected EmulatedSession(EmulatedExchange exchange, WsConnection connection) {
        this(exchange.context(), exchange.hub(), connection, exchange.limits());
    }

    /** What a client's text means; whatever it is, it must not throw. */
    protected abstract ClientMessage read(String text);

    /** Answers a subscription request with {@link #answer}; first frames of streams follow. */
    protected abstract void acknowledge(ClientMessage.Subscribe request, Subscribed outcome);

    /** Answers the end of subscriptions. */
    protected abstract void acknowledge(ClientMessage.Unsubscribe request);

    /** Which of several sets of streams of the venue this connection can have, such as its path; usually all are one. */
    protected String route() {
        return "";
    }

    /** Whether there is such a stream. */
    protected boolean known(String stream) {
        return hub.has(route(), stream);
    }

    /** Whether one refused stream refuses the whole request. */
    protected boolean allOrNothing() {
        return false;
    }

    /** Whether a stream that is subscribed again begins anew with its first frames; otherwise nothing happens. */
    protected boolean reopens() {
        return false;
    }

    /** What is sent before maintenance; empty where the venue says nothing. */
    protected Optional<String> maintenanceNotice() {
        return Optional.empty();
    }

    /** Pings the client and returns what its answer will be told apart by; protocol pings unless overridden. */
    protected String sendPing(long time) {
        String payload = Long.toString(now());
        connection.ping(payload);
        return payload;
    }

    /** A ping was not answered, or the client was silent for too long. */
    protected void expire() {
        connection.close(GOING_AWAY, "no pong");
    }

    protected void tooManyMessages() {
        connection.close(POLICY_VIOLATION, "Too many requests");
    }

    protected void tooManyStreams() {
        connection.close(POLICY_VIOLATION, "Too many streams");
    }

    @Override
    public void text(String text) {
        if (!withinRate()) {
            return;
        }
        keepAlive.heard();
        switch (read(text)) {
            case ClientMessage.Subscribe request -> subscribe(request);
            case ClientMessage.Unsubscribe request -> unsubscribe(request);
            case ClientMessage.Answer answer -> answer(answer.text());
            case ClientMessage.Pong pong -> keepAlive.pong(pong.payload());
            case ClientMessage.Ignored ignored -> {}
        }
    }

    @Override
    public void ping() {
        keepAlive.heard();
    }

    @Override
    public void pong(String payload) {
        keepAlive.pong(payload);
    }

    @Override
    public void closed() {
        keepAlive.stop();
        hub.leave(this, route(), streams);
    }

    @Override
    public void announceShutdown() {
        maintenanceNotice().ifPresent(this::answer);
    }

    @Override
    public List<String> streams() {
        return List.copyOf(streams);
    }

    @Override
    public WsConnection connection() {
        return connection;
    }

    /** Sends what belongs to no stream. */
    protected final void answer(String text) {
        connection.send("", wrapping().wrap("", text));
        connection.flush();
    }

    /** Makes a subscription without a request, such as one in the address. */
    protected final void listen(String stream) {
        if (streams.size() >= limits.streamsPerConnection() && !streams.contains(stream)) {
            tooManyStreams();
        } else if (streams.add(stream) || reopens()) {
            hub.subscribe(this, route(), stream);
        }
    }

    /** Ends all subscriptions, as where a request replaces those before it. */
    protected final void leaveAll() {
        streams.forEach(name -> hub.unsubscribe(this, route(), name));
        streams.clear();
    }

    /** Counts a message of the client; one too many ends the connection. */
    protected final boolean withinRate() {
        boolean within = messages.count(context.engine().now());
        if (!within) {
            tooManyMessages();
        }
        return connection.isOpen();
    }

    protected final KeepAlive keepAlive() {
        return keepAlive;
    }

    protected final VenueContext context() {
        return context;
    }

    /** The venue's present, epoch milliseconds. */
    protected final long now() {
        return context.now(connection.prefix());
    }

    private void subscribe(ClientMessage.Subscribe request) {
        Subscribed outcome = faults.decide(request.streams(), this::known, allOrNothing());
        long added = outcome.accepted().stream()
                .filter(name -> !streams.contains(name))
                .distinct()
                .count();
        if (streams.size() + added > limits.streamsPerConnection()) {
            tooManyStreams();
            return;
        }
        if (!faults.unanswered(outcome.accepted())) {
            acknowledge(request, outcome);
        }
        outcome.accepted().forEach(this::listen);
        // Others may have been told what was pending.
        hub.flush();
        connection.flush();
    }

    private void unsubscribe(ClientMessage.Unsubscribe request) {
        for (String name : request.streams()) {
            if (streams.remove(name)) {
                hub.unsubscribe(this, route(), name);
            }
        }
        acknowledge(request);
        connection.flush();
    }
}
