package io.tapeline.collector.rest;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import reactor.core.publisher.Mono;

/** Sends REST calls of a feed: within budgets, by priority, with retries, recorded before they are decoded. */
@FunctionalInterface
public interface RestGateway {

    /** The answer; failures are values. Never errors, never empty. */
    Mono<RestResult> send(RestCall call, InstrumentLookup instruments);
}
