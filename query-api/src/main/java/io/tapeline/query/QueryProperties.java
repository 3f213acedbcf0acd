package io.tapeline.query;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the service; {@code query-api.yml} holds the defaults.
 *
 * @param statementTimeout how long the database may work on one statement
 * @param maxPageSize most bytes of rows in one answer; a page that would be larger ends early and says where to go on
 * @param symbolMemory how long it is remembered what a symbol means
 * @param retryAfter what clients are told to wait when the database is away
 * @param apiKeys SHA-256 of each key that may ask, as 64 hexadecimal digits
 * @param allowUnauthenticated whether anybody may ask although the service is reachable from other machines
 * @param allowedOrigins web origins whose pages may read answers in a browser
 * @param liveBooks whether to keep the newest books in memory, from the bus
 */
@Validated
@ConfigurationProperties("tapeline.query")
public record QueryProperties(
        @NotNull Duration statementTimeout,
        @NotNull DataSize maxPageSize,
        @NotNull Duration symbolMemory,
        @NotNull Duration retryAfter,
        @NotNull List<String> apiKeys,
        boolean allowUnauthenticated,
        @NotNull List<String> allowedOrigins,
        boolean liveBooks) {}
