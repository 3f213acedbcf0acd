package io.tapeline.query.web;

import io.tapeline.query.QueryProperties;
import io.tapeline.query.request.Violation;
import java.io.ByteArrayOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes problems: {@code application/problem+json} with {@code success: false}. */
@Component
public final class ProblemWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final String retryAfter;

    ProblemWriter(QueryProperties properties) {
        this.retryAfter = Long.toString(Math.max(1, properties.retryAfter().toSeconds()));
    }

    /** Answers an exchange with a problem. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        byte[] body = body(problem, exchange.getRequest().getPath().value());
        response.setStatusCode(problem.status());
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        headers.setContentLength(body.length);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static byte[] body(Problem problem, String path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeBooleanProperty("success", false);
            out.writeStringProperty("type", Problem.TYPE_PREFIX + problem.type());
            out.writeStringProperty("title", problem.title());
            out.writeNumberProperty("status", problem.status().value());
            out.writeStringProperty("detail", problem.detail());
            out.writeStringProperty("instance", Problem.shorten(path));
            if (!problem.violations().isEmpty()) {
                violation(out, problem.violations().getFirst());
                out.writeName("errors");
                out.writeStartArray();
                for (Violation violation : problem.violations()) {
                    out.writeStartObject();
                    violation(out, violation);
                    out.writeEndObject();
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void violation(JsonGenerator out, Violation violation) {
        out.writeStringProperty("parameter", violation.parameter());
        out.writeStringProperty("expected", violation.expected());
    }
}
