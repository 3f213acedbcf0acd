package io.tapeline.emulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain client: keeps every text it receives, and answers pings. */
public final class TestSocket implements AutoCloseable {
    private static final int LONGEST_FRAME = 16 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final WebsocketClientSpec SPEC = WebsocketClientSpec.builder()
            .handlePing(true)
            .maxFramePayloadLength(LONGEST_FRAME)
            .build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte GZIP_MAGIC = 0x1f;

    private final AtomicInteger binaries = new AtomicInteger();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<String> pings = new CopyOnWriteArrayList<>();
    private final Sinks.One<Connection> opened = Sinks.one();
    private final Connection connection;
    private volatile int closeCode = -1;
    private volatile boolean ended;
    private volatile boolean answersPings = true;

    private TestSocket(URI uri) {
        HttpClient.newConnection()
                .websocket(SPEC)
                .uri(uri)
                .handle((in, out) -> receive(in))
                .doOnError(opened::tryEmitError)
                .onErrorComplete()
                .doFinally(signal -> ended = true)
                .subscribe();
        connection = opened.asMono().block(PATIENCE);
    }

    public static TestSocket open(Emulator emulator, String prefix, String path) {
        return new TestSocket(URI.create(emulator.wsUri(prefix) + path));
    }

    private Publisher<Void> receive(WebsocketInbound in) {
        in.withConnection(opened::tryEmitValue);
        return Mono.when(
                in.receiveCloseStatus().doOnNext(status -> closeCode = status.code()),
                in.aggregateFrames(LONGEST_FRAME).receiveFrames().doOnNext(this::take));
    }

    private void take(WebSocketFrame frame) {
        switch (frame) {
            case TextWebSocketFrame text -> texts.add(text.text());
            case BinaryWebSocketFrame binary -> {
                binaries.incrementAndGet();
                texts.add(text(binary.content()));
            }
            case PingWebSocketFrame ping -> {
                String payload = ping.content().toString(StandardCharsets.UTF_8);
                if (answersPings) {
                    pong(payload);
                }
                pings.add(payload);
            }
            default -> {}
        }
    }

    /** Binary frames are kept as the text in them, unpacked where they are GZIP. */
    private static String text(ByteBuf content) {
        if (!content.isReadable() || content.getByte(content.readerIndex()) != GZIP_MAGIC) {
            return content.toString(StandardCharsets.UTF_8);
        }
        try (GZIPInputStream member = new GZIPInputStream(new ByteBufInputStream(content))) {
            return new String(member.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "not GZIP: " + e;
        }
    }

    public void send(String text) {
        var _ = connection.channel().writeAndFlush(new TextWebSocketFrame(text));
    }

    public void pong(String payload) {
        var _ = connection
                .channel()
                .writeAndFlush(new PongWebSocketFrame(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8)));
    }

    /** All texts so far. */
    public List<String> texts() {
        return texts;
    }

    /** How many of them came in binary frames. */
    public int binaries() {
        return binaries.get();
    }

    public List<JsonNode> frames() {
        return texts.stream().map(JSON::readTree).toList();
    }

    /** From now on pings are only kept. */
    public void ignorePings() {
        answersPings = false;
    }

    public List<String> pings() {
        return pings;
    }

    public boolean isEnded() {
        return ended;
    }

    /** As the other side gave it; -1 without. */
    public int closeCode() {
        return closeCode;
    }

    /** Waits until at least this many texts are wanted ones; returns those. */
    public List<String> await(int count, Predicate<String> wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> texts.stream().filter(wanted).count() >= count);
        return texts.stream().filter(wanted).toList();
    }

    public void awaitEnd() {
        Awaitility.await().atMost(PATIENCE).until(this::isEnded);
    }

    /** Ends it without a word. */
    @Override
    public void close() {
        connection.dispose();
    }
}
