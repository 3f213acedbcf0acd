package io.tapeline.emulator.server;

import io.netty.handler.codec.http.HttpMethod;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.Faults;
import io.tapeline.emulator.ledger.Ledger;
import io.tapeline.emulator.ledger.Produced;
import io.tapeline.emulator.ledger.Sent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Faults and ledger over HTTP, for a process under test elsewhere. */
public final class ControlRoutes {
    private static final int PAGE = 100_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Engine engine;
    private final Faults faults;
    private final Ledger ledger;
    private final Connections connections;

    public ControlRoutes(Engine engine, Faults faults, Ledger ledger, Connections connections) {
        this.engine = engine;
        this.faults = faults;
        this.ledger = ledger;
        this.connections = connections;
    }

    Publisher<Void> handle(
            HttpServerRequest request, HttpServerResponse response, String path, Map<String, String> query) {
        return EmulatorServer.body(request)
                .flatMap(body -> answer(request.method(), path, query, body))
                .flatMap(answer -> EmulatorServer.write(response, answer));
    }

    private Mono<RestAnswer> answer(HttpMethod method, String path, Map<String, String> query, String body) {
        return switch (method + " " + path) {
            case "GET /emulator/faults" -> json(faults.active());
            case "POST /emulator/faults" -> Mono.just(order(body));
            case "DELETE /emulator/faults" -> {
                faults.clear();
                yield json(faults.active());
            }
            case "GET /emulator/ledger" -> Mono.just(ndjson(produced(query)));
            case "GET /emulator/ledger/sent" -> Mono.just(ndjson(sent(query)));
            case "GET /emulator/ledger/answered" ->
                Mono.just(ndjson(ledger.answered(entry -> matches(query, "prefix", entry.prefix()))));
            case "GET /emulator/ledger/counts" -> json(ledger.counts());
            case "GET /emulator/connections" -> engine.call(this::connected);
            case "GET /emulator/health" -> json(Map.of("status", "UP"));
            default ->
                method.equals(HttpMethod.DELETE) && path.startsWith("/emulator/faults/")
                        ? Mono.just(end(path.substring("/emulator/faults/".length())))
                        : Mono.just(problem(404, "no such path: " + path));
        };
    }

    private RestAnswer order(String body) {
        try {
            return RestAnswer.ok(JSON.writeValueAsString(Map.of("id", faults.add(JSON.readValue(body, Fault.class)))));
        } catch (JacksonException | IllegalArgumentException e) {
            return problem(400, "expected a fault: " + firstLine(e));
        }
    }

    private RestAnswer end(String id) {
        return faults.remove(id) ? RestAnswer.ok("{}") : problem(404, "no such fault: " + id);
    }

    private List<Produced> produced(Map<String, String> query) {
        long after = number(query, "after", 0);
        return ledger.produced(
                entry -> entry.number() > after
                        && matches(query, "prefix", entry.prefix())
                        && matches(query, "symbol", entry.symbol())
                        && matches(query, "kind", entry.kind()),
                limit(query));
    }

    private List<Sent> sent(Map<String, String> query) {
        long after = number(query, "after", 0);
        return ledger.sent(
                frame -> frame.number() > after
                        && matches(query, "prefix", frame.prefix())
                        && matches(query, "connection", frame.connection())
                        && matches(query, "stream", frame.stream()),
                limit(query));
    }

    private RestAnswer connected() {
        return RestAnswer.ok(JSON.writeValueAsString(connections.open().stream()
                .map(c -> Map.of("id", c.id(), "prefix", c.prefix(), "path", c.path(), "sent", c.sentFrames()))
                .toList()));
    }

    private static RestAnswer ndjson(List<?> entries) {
        return RestAnswer.ok(entries.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n", "", "\n")))
                .header("Content-Type", "application/x-ndjson");
    }

    private static Mono<RestAnswer> json(Object value) {
        return Mono.just(RestAnswer.ok(JSON.writeValueAsString(value)));
    }

    private static RestAnswer problem(int status, String detail) {
        return RestAnswer.of(status, JSON.writeValueAsString(Map.of("status", status, "detail", detail)))
                .header("Content-Type", "application/problem+json");
    }

    private static boolean matches(Map<String, String> query, String name, String value) {
        String wanted = query.get(name);
        return wanted == null || wanted.equals(value);
    }

    private static int limit(Map<String, String> query) {
        return (int) Math.min(PAGE, Math.max(0, number(query, "limit", PAGE)));
    }

    private static long number(Map<String, String> query, String name, long otherwise) {
        try {
            return Long.parseLong(query.getOrDefault(name, Long.toString(otherwise)));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
