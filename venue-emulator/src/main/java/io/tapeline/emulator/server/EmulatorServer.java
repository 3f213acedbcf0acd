package io.tapeline.emulator.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tapeline.emulator.EmulatedVenue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The port. The first part of a path says which venue is meant. */
public final class EmulatorServer {
    private final Map<String, EmulatedVenue> venues = new LinkedHashMap<>();
    private final ControlRoutes control;
    private final RestSide rest;
    private final SocketSide sockets;
    private final String host;

    public EmulatorServer(
            String host, List<EmulatedVenue> venues, ControlRoutes control, RestSide rest, SocketSide sockets) {
        this.host = host;
        this.control = control;
        this.rest = rest;
        this.sockets = sockets;
        venues.forEach(venue -> this.venues.put(venue.prefix(), venue));
    }

    /**
     * Listens.
     *
     * @throws reactor.netty.ChannelBindException when the port is taken
     */
    public OpenPort listen(int port) {
        return new OpenPort(HttpServer.create()
                .host(host)
                .port(port)
                .httpRequestDecoder(spec -> spec.maxInitialLineLength(65_536))
                .handle(this::handle));
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        String path = uri.path();
        int slash = path.indexOf('/', 1);
        String prefix = path.substring(1, slash < 0 ? path.length() : slash);
        String rest = slash < 0 ? "/" : path.substring(slash);
        EmulatedVenue venue = venues.get(prefix);
        if (venue == null) {
            return control.handle(request, response, path, first(uri));
        }
        RestRequest asked = new RestRequest(request.method().name(), rest, first(uri), headers(request), "");
        return wantsSocket(request)
                ? sockets.accept(venue, asked, response)
                : body(request).flatMap(body -> this.rest.answer(venue, asked.withBody(body), request.uri(), response));
    }

    static Mono<String> body(HttpServerRequest request) {
        return request.receive().aggregate().asString(StandardCharsets.UTF_8).defaultIfEmpty("");
    }

    private static Map<String, String> headers(HttpServerRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.requestHeaders()
                .forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return headers;
    }

    static Mono<Void> write(HttpServerResponse response, RestAnswer answer) {
        response.status(answer.status());
        response.header(HttpHeaderNames.CONTENT_TYPE, "application/json;charset=UTF-8");
        answer.headers().forEach(response::header);
        return response.sendString(Mono.just(answer.body())).then();
    }

    private static boolean wantsSocket(HttpServerRequest request) {
        return request.requestHeaders().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    private static Map<String, String> first(QueryStringDecoder uri) {
        Map<String, String> query = new LinkedHashMap<>();
        uri.parameters().forEach((name, values) -> query.put(name, values.getFirst()));
        return query;
    }
}
