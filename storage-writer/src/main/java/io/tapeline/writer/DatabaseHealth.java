package io.tapeline.writer;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Asks the database. That it is away is an answer, not an error: nothing is logged however often one asks. */
final class DatabaseHealth implements ReactiveHealthIndicator {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private final ConnectionFactory connections;

    DatabaseHealth(ConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public Mono<Health> health() {
        return Mono.usingWhen(
                        connections.create(),
                        connection -> Mono.from(connection.validate(ValidationDepth.REMOTE)),
                        Connection::close)
                .timeout(ANSWER_WITHIN)
                .map(valid ->
                        valid ? Health.up().build() : Health.outOfService().build())
                .onErrorResume(error -> Mono.just(Health.outOfService()
                        .withDetail("reason", String.valueOf(error.getMessage()))
                        .build()));
    }
}
