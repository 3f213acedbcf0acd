package io.tapeline.collector.testing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;

/**
 * A venue in the test's own process, on a port of its own: every WebSocket connection it gets is kept with all that was
 * said, every REST call is answered as the test says.
 */
public final class ScriptedVenueServer implements AutoCloseable {

    /** Answer to a REST call. */
    public record Answer(int status, Map<String, String> headers, String body, Duration delay) {
        public static Answer ok(String body) {
            return of(200, body);
        }

        public static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body, Duration.ZERO);
        }

        public Answer with(String header, String value) {
            return new Answer(status, Map.of(header, value), body, delay);
        }

        public Answer after(Duration wait) {
            return new Answer(status, headers, body, wait);
        }
    }

    private final List<ScriptedConnection> connections = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final DisposableServer server;
    private volatile BiConsumer<ScriptedConnection, ScriptedConnection.Request> onRequest =
            ScriptedConnection::acknowledge;
    private volatile Function<String, Answer> onCall = path -> Answer.ok("[]");
    private volatile @Nullable Answer handshake;

    public ScriptedVenueServer() {
        this(0);
    }

    /** @param port zero for any */
    public ScriptedVenueServer(int port) {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle(this::handle)
                .bindNow();
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** What to do about a subscribe or unsubscribe request; unless told otherwise it is acknowledged. */
    public void onRequest(BiConsumer<ScriptedConnection, ScriptedConnection.Request> action) {
        onRequest = action;
    }

    /** How to answer a REST call, by path and query. */
    public void onCall(Function<String, Answer> answer) {
        onCall = answer;
    }

    /** Refuses every handshake from now on; null accepts them again. */
    public void refuseHandshakes(@Nullable Answer refusal) {
        handshake = refusal;
    }

    /** All connections there have been, oldest first. */
    public List<ScriptedConnection> connections() {
        return connections;
    }

    /** The connection opened last. */
    public ScriptedConnection latest() {
        return connections.getLast();
    }

    /** What a REST call carried beside its address. */
    public record Post(String method, String body, @Nullable String authorization) {}

    /** What the REST calls so far carried. */
    public List<Post> posts() {
        return posts;
    }

    /** REST calls so far, by path and query. */
    public List<String> calls() {
        return calls;
    }

    private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        boolean upgrade = request.requestHeaders().contains("Upgrade", "websocket", true);
        Answer refusal = handshake;
        if (!upgrade) {
            return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
                calls.add(request.uri());
                posts.add(new Post(
                        request.method().name(), body, request.requestHeaders().get("Authorization")));
                return answer(response, onCall.apply(request.uri()));
            });
        }
        return refusal != null
                ? answer(response, refusal)
                : response.sendWebsocket(
                        (in, out) -> {
                            ScriptedConnection connection = new ScriptedConnection(in, onRequest);
                            connections.add(connection);
                            return connection.serve();
                        },
                        WebsocketServerSpec.builder().handlePing(true).build());
    }

    private static Mono<Void> answer(HttpServerResponse response, Answer answer) {
        answer.headers().forEach(response::header);
        return Mono.delay(answer.delay())
                .then(response.status(answer.status())
                        .sendString(Mono.just(answer.body()))
                        .then());
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(5));
    }
}
