package io.tapeline.collector.session;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * A circuit breaker per endpoint. It opens when attempts in a row brought nothing; when its time is over one connection
 * may try. Its owner ends the open state by a timer of the feed, so the breaker's own clock never matters.
 */
final class EndpointBreakers {
    private final Map<String, CircuitBreaker> breakers = new HashMap<>();
    private final CircuitBreakerConfig config;

    EndpointBreakers(SessionSettings settings) {
        config = CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.failuresToSwitchOff())
                .minimumNumberOfCalls(settings.failuresToSwitchOff())
                .failureRateThreshold(100)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitDurationInOpenState(settings.switchedOffFor())
                .build();
    }

    CircuitBreaker of(URI endpoint) {
        return breakers.computeIfAbsent(
                endpoint.getScheme() + "://" + endpoint.getAuthority() + endpoint.getPath(),
                name -> CircuitBreaker.of(name, config));
    }
}
