package io.tapeline.collector.testing;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import reactor.core.publisher.Mono;
import reactor.netty.http.websocket.WebsocketInbound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The venue's end of a connection. */
public final class ScriptedConnection {

    /** A subscribe or unsubscribe request. */
    public record Request(long id, boolean subscribe, List<String> streams) {}

    /** A text the client sent. @param nanos when, on the monotonic clock */
    public record Heard(long nanos, String text) {}

    private final WebsocketInbound in;
    private final BiConsumer<ScriptedConnection, Request> onRequest;
    private final AtomicReference<Channel> channel = new AtomicReference<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<String> pongs = new CopyOnWriteArrayList<>();
    private final Set<String> subscribed = ConcurrentHashMap.newKeySet();
    private volatile boolean gone;

    ScriptedConnection(WebsocketInbound in, BiConsumer<ScriptedConnection, Request> onRequest) {
        this.in = in;
        this.onRequest = onRequest;
    }

    Mono<Void> serve() {
        in.withConnection(connection -> {
            channel.set(connection.channel());
            connection.onDispose(() -> gone = true);
        });
        // Mapped to something else first: a frame that an operator throws away would be released twice.
        return in.receiveFrames().map(this::hear).then();
    }

    private boolean hear(WebSocketFrame frame) {
        switch (frame) {
            case TextWebSocketFrame text -> hear(text.text());
            case PongWebSocketFrame pong -> pongs.add(pong.content().toString(StandardCharsets.UTF_8));
            default -> {}
        }
        return true;
    }

    private void hear(String text) {
        heard.add(new Heard(System.nanoTime(), text));
        JsonNode message = JsonMapper.shared().readTree(text);
        if (message.has("op")) {
            Request request = new Request(
                    message.get("id").asLong(),
                    message.get("op").asString().equals("sub"),
                    message.get("streams").values().stream()
                            .map(JsonNode::asString)
                            .toList());
            requests.add(request);
            onRequest.accept(this, request);
        }
    }

    /** Accepts a request. */
    public void acknowledge(Request request) {
        if (request.subscribe()) {
            subscribed.addAll(request.streams());
        } else {
            request.streams().forEach(subscribed::remove);
        }
        send("{\"ack\":" + request.id() + "}");
    }

    /** Refuses a request. */
    public void reject(Request request, String why) {
        send("{\"reject\":" + request.id() + ",\"why\":\"" + why + "\"}");
    }

    public void send(String text) {
        write(new TextWebSocketFrame(text));
    }

    public void sendInPieces(String first, String second) {
        write(new TextWebSocketFrame(false, 0, first));
        write(new ContinuationWebSocketFrame(true, 0, second));
    }

    public void sendBinary(byte[] bytes) {
        write(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
    }

    /** Bytes that claim to be text. */
    public void sendAsText(byte[] bytes) {
        write(new TextWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
    }

    public void ping(String payload) {
        write(new PingWebSocketFrame(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8)));
    }

    /** Closes it in due form. */
    public void close(int code, String reason) {
        write(new CloseWebSocketFrame(code, reason));
    }

    /** Cuts it without a word. */
    public void cut() {
        channel.get().close();
    }

    private void write(WebSocketFrame frame) {
        channel.get().writeAndFlush(frame);
    }

    /** Whether the operating system takes more to be sent; false while the client does not read. */
    public boolean writable() {
        return channel.get().isWritable();
    }

    public boolean gone() {
        return gone;
    }

    public List<Heard> heard() {
        return heard;
    }

    public List<Request> requests() {
        return requests;
    }

    public List<String> pongs() {
        return pongs;
    }

    /** Streams that are subscribed at the moment. */
    public Set<String> subscribed() {
        return subscribed;
    }
}
