package io.tapeline.collector.rest;

import io.tapeline.collector.venue.InstrumentLookup;
import io.tapeline.collector.venue.RestCall;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Sends REST calls of a feed: within budgets, by priority, with retries, recorded before they are decoded. */
@FunctionalInterface
public interface RestGateway {

    /** The answer; failures are values. Never errors, never empty. */
    Mono<RestResult> send(RestCall call, InstrumentLookup instruments);

    /** Gives the answer on a scheduler; nothing when that was disposed of meanwhile. */
    default void send(RestCall call, InstrumentLookup instruments, Scheduler on, Consumer<RestResult> consumer) {
        send(call, instruments).publishOn(on).subscribe(consumer, error -> {
            if (!on.isDisposed()) {
                throw new IllegalStateException(
                        "handling the answer to " + call.uri().getPath() + " failed", error);
            }
        });
    }
}
