package io.tapeline.emulator.server;

import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.fault.Faults;
import io.tapeline.emulator.ledger.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;

/** WebSocket connections on their way to a venue. */
public final class SocketSide {
    private static final WebsocketServerSpec SPEC = WebsocketServerSpec.builder()
            .handlePing(true)
            .maxFramePayloadLength(1_048_576)
            .build();

    private final Engine engine;
    private final Faults faults;
    private final Ledger ledger;
    private final Connections connections;
    private final int maxPendingBytes;
    private final AtomicLong numbers = new AtomicLong();

    public SocketSide(Engine engine, Faults faults, Ledger ledger, Connections connections, int maxPendingBytes) {
        this.engine = engine;
        this.faults = faults;
        this.ledger = ledger;
        this.connections = connections;
        this.maxPendingBytes = maxPendingBytes;
    }

    Mono<Void> accept(EmulatedVenue venue, RestRequest asked, HttpServerResponse response) {
        return engine.call(() -> refusal(venue, asked))
                .flatMap(refusal -> refusal.map(answer -> EmulatorServer.write(response, answer))
                        .orElseGet(() -> response.sendWebsocket((in, out) -> serve(venue, asked, in), SPEC)));
    }

    private Optional<RestAnswer> refusal(EmulatedVenue venue, RestRequest asked) {
        Optional<Fault> fault = faults.onVenue(FaultKind.REFUSE_CONNECTION, venue.prefix());
        return fault.map(f -> RestAnswer.of(f.statusOr(503), "")).or(() -> venue.refuses(asked.path()));
    }

    private Publisher<Void> serve(EmulatedVenue venue, RestRequest asked, WebsocketInbound in) {
        Mono<Session> session = Mono.create(sink -> in.withConnection(netty -> engine.execute(() -> {
            WsConnection connection = new WsConnection(
                    "c" + numbers.incrementAndGet(),
                    venue.prefix(),
                    asked,
                    netty.channel(),
                    engine,
                    ledger,
                    maxPendingBytes);
            Session made = new Session(connection, venue.connect(connection));
            connections.add(connection, made.handler);
            sink.success(made);
        })));
        return session.flatMap(open -> in.aggregateFrames()
                .receiveFrames()
                .doOnNext(frame -> received(open, frame))
                .then()
                // A client that vanishes is no fault of anybody here.
                .onErrorComplete(IOException.class)
                .doFinally(signal -> engine.execute(() -> ended(open))));
    }

    private void received(Session session, WebSocketFrame frame) {
        // The frame is released when this returns, so what it holds is read here.
        String content = frame.content().toString(StandardCharsets.UTF_8);
        switch (frame) {
            case TextWebSocketFrame text -> engine.execute(() -> session.handler.text(content));
            case PongWebSocketFrame pong -> engine.execute(() -> session.handler.pong(content));
            case PingWebSocketFrame ping -> {
                session.connection.pong(content);
                engine.execute(session.handler::ping);
            }
            default -> {}
        }
    }

    private void ended(Session session) {
        session.connection.ended();
        connections.remove(session.connection);
        session.handler.closed();
    }

    private record Session(WsConnection connection, WsHandler handler) {}
}
