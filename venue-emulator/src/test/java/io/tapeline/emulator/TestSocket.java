package io.tapeline.emulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain client: keeps every text it receives. */
public final class TestSocket implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private static final byte GZIP_MAGIC = 0x1f;

    private final AtomicInteger binaries = new AtomicInteger();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<String> pings = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final WebSocket socket;
    private volatile int closeCode = -1;
    private volatile boolean failed;

    private TestSocket(URI uri) {
        socket = HTTP.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    public static TestSocket open(Emulator emulator, String prefix, String path) {
        return new TestSocket(URI.create(emulator.wsUri(prefix) + path));
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    public void pong(String payload) {
        socket.sendPong(ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)))
                .join();
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

    public List<String> pings() {
        return pings;
    }

    public boolean isEnded() {
        return closeCode >= 0 || failed;
    }

    public int closeCode() {
        return closeCode;
    }

    /** Waits until at least this many texts are wanted ones; returns those. */
    public List<String> await(int count, Predicate<String> wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> texts.stream().filter(wanted).count() >= count);
        return texts.stream().filter(wanted).toList();
    }

    public void awaitEnd() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::isEnded);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            texts.add(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    /** Binary frames are kept as the text in them, unpacked where they are GZIP. */
    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        binary.writeBytes(bytes);
        if (last) {
            binaries.incrementAndGet();
            texts.add(text(binary.toByteArray()));
            binary.reset();
        }
        webSocket.request(1);
        return null;
    }

    private static String text(byte[] frame) {
        if (frame.length == 0 || frame[0] != GZIP_MAGIC) {
            return new String(frame, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream member = new GZIPInputStream(new ByteArrayInputStream(frame))) {
            return new String(member.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "not GZIP: " + e;
        }
    }

    @Override
    public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        pings.add(StandardCharsets.UTF_8.decode(message.duplicate()).toString());
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closeCode = statusCode;
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        failed = true;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
