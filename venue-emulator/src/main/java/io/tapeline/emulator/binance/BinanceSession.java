package io.tapeline.emulator.binance;

import io.tapeline.emulator.VenueContext;
import io.tapeline.emulator.kit.ClientMessage;
import io.tapeline.emulator.kit.EmulatedSession;
import io.tapeline.emulator.kit.Subscribed;
import io.tapeline.emulator.server.WsConnection;
import io.tapeline.emulator.stream.StreamHub;
import io.tapeline.emulator.stream.Wrapping;
import java.util.Optional;

/** One client's connection: combined or raw streams, named in the address or asked for. */
final class BinanceSession extends EmulatedSession {
    private static final Wrapping COMBINED = (stream, payload) ->
            stream.isEmpty() ? payload : "{\"stream\":\"" + stream + "\",\"data\":" + payload + "}";

    private final Dialect dialect;
    private final String route;
    private boolean combined;

    BinanceSession(VenueContext context, Dialect dialect, StreamHub hub, WsConnection connection) {
        super(context, hub, connection, context.settings().limits(dialect.prefix(), dialect.limits()));
        this.dialect = dialect;
        Endpoint endpoint = Endpoint.of(connection.path(), connection.query());
        route = endpoint.route();
        combined = endpoint.combined();
        endpoint.streams().forEach(this::listen);
    }

    @Override
    protected ClientMessage read(String text) {
        return switch (ControlRequest.read(text)) {
            case ControlRequest.Subscribe request -> new ClientMessage.Subscribe(request.streams(), request.id());
            case ControlRequest.Unsubscribe request -> new ClientMessage.Unsubscribe(request.streams(), request.id());
            case ControlRequest.ListAll request ->
                new ClientMessage.Answer(ControlAnswers.result(streams(), request.id()));
            case ControlRequest.SetCombined request -> {
                combined = request.combined();
                yield new ClientMessage.Answer(ControlAnswers.acknowledged(request.id()));
            }
            case ControlRequest.GetCombined request ->
                new ClientMessage.Answer(ControlAnswers.result(combined, request.id()));
            case ControlRequest.Wrong wrong -> new ClientMessage.Answer(wrong.answer());
        };
    }

    @Override
    protected void acknowledge(ClientMessage.Subscribe request, Subscribed outcome) {
        if (outcome.fault() == null) {
            answer(ControlAnswers.acknowledged(request.request()));
            return;
        }
        String reason = "Invalid request: subscription rejected";
        answer(
                outcome.fault().amountOr(0) == 0
                        ? ControlAnswers.error(2, reason)
                        : ControlAnswers.nested(2, reason, request.request()));
    }

    @Override
    protected void acknowledge(ClientMessage.Unsubscribe request) {
        answer(ControlAnswers.acknowledged(request.request()));
    }

    @Override
    protected String route() {
        return route;
    }

    /** A stream that does not exist is acknowledged and silent. */
    @Override
    protected boolean known(String stream) {
        return true;
    }

    @Override
    protected boolean allOrNothing() {
        return true;
    }

    /** Control frames count as messages. */
    @Override
    public void ping() {
        withinRate();
    }

    @Override
    public void pong(String payload) {
        if (withinRate()) {
            super.pong(payload);
        }
    }

    @Override
    protected Optional<String> maintenanceNotice() {
        if (!dialect.announcesShutdown()) {
            return Optional.empty();
        }
        String event = "{\"e\":\"serverShutdown\",\"E\":" + now() + "}";
        return Optional.of(combined ? "{\"stream\":\"!serverShutdown\",\"data\":" + event + "}" : event);
    }

    @Override
    public Wrapping wrapping() {
        return combined ? COMBINED : Wrapping.BARE;
    }
}
