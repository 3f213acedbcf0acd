package io.tapeline.query.web;

import io.tapeline.query.store.StoreFault;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Every error of every path as a problem, before the framework's own handlers get to see it. */
@Component
@Order(-2)
final class ProblemHandler implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemWriter writer;
    private final Complaints complaints;

    ProblemHandler(ProblemWriter writer, Complaints complaints) {
        this.writer = writer;
        this.complaints = complaints;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        if (error instanceof MethodNotAllowedException wrong) {
            exchange.getResponse()
                    .getHeaders()
                    .set(
                            HttpHeaders.ALLOW,
                            wrong.getSupportedMethods().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        return writer.write(exchange, problem(exchange, error));
    }

    private Problem problem(ServerWebExchange exchange, Throwable error) {
        return switch (error) {
            case RefusedException refused -> Problem.parameters(refused.violations());
            case ProblemException known -> known.problem();
            case StoreFault fault -> problem(exchange, fault);
            case MethodNotAllowedException wrong ->
                Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "Method not allowed",
                        wrong.getHttpMethod() + " is not for this path; the Allow header says what is");
            case NotAcceptableStatusException none ->
                Problem.of(
                        HttpStatus.NOT_ACCEPTABLE,
                        "not-acceptable",
                        "Not acceptable",
                        "Accept: expected one of application/json, application/x-ndjson, text/csv, or no such header");
            case ResponseStatusException status -> problem(exchange, status);
            default -> defect(exchange, error);
        };
    }

    private Problem problem(ServerWebExchange exchange, StoreFault fault) {
        return switch (fault.reason()) {
            case TOO_SLOW ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "query-too-slow",
                        "The query takes too long",
                        "Ask for less: a shorter time window, one exchange or symbol, or summary=false");
            case AWAY -> {
                complaints.about(fault);
                yield Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database-unavailable",
                        "The database is unavailable",
                        "The database cannot be reached or has no connection free; try again");
            }
            case NO_SCHEMA ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database-not-ready",
                        "The database is not ready",
                        "The tables are not there yet; the storage-writer creates them when it starts");
            case DEFECT -> defect(exchange, fault);
        };
    }

    private static Problem problem(ServerWebExchange exchange, ResponseStatusException error) {
        HttpStatus status = HttpStatus.resolve(error.getStatusCode().value());
        if (status == null || status.is5xxServerError()) {
            return defect(exchange, error);
        }
        if (status == HttpStatus.NOT_FOUND) {
            return Problem.of(
                    status, "not-found", "Not found", "Nothing is here; /v3/api-docs lists every path there is");
        }
        String name = status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return Problem.of(status, name, status.getReasonPhrase(), "The request cannot be understood");
    }

    private static Problem defect(ServerWebExchange exchange, Throwable error) {
        LOG.error("{} failed", exchange.getRequest().getPath().value(), error);
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Internal error",
                "Something is wrong here, not with the request; the service's log says what");
    }
}
