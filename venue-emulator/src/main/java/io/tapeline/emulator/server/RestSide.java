package io.tapeline.emulator.server;

import io.tapeline.emulator.EmulatedVenue;
import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.fault.Faults;
import io.tapeline.emulator.ledger.Answered;
import io.tapeline.emulator.ledger.Ledger;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** REST requests on their way to a venue and back, faults included. */
public final class RestSide {
    private final Engine engine;
    private final Faults faults;
    private final Ledger ledger;

    public RestSide(Engine engine, Faults faults, Ledger ledger) {
        this.engine = engine;
        this.faults = faults;
        this.ledger = ledger;
    }

    Mono<Void> answer(EmulatedVenue venue, RestRequest asked, String uri, HttpServerResponse response) {
        Optional<Fault> fault = faults.onRequest(venue.prefix(), asked.path(), venue.symbolOf(asked));
        if (fault.isPresent() && fault.get().kind() == FaultKind.HTTP_TIMEOUT) {
            return silence(fault.get(), response);
        }
        Mono<RestAnswer> answer = fault.filter(f -> f.kind() == FaultKind.HTTP_STATUS)
                .map(f -> engine.call(() -> venue.failure(f.statusOr(503), f.amountOr(1))))
                .orElseGet(() -> engine.call(() -> venue.rest(asked)));
        return answer.map(given -> fault.map(f -> altered(f, given)).orElse(given))
                .delayUntil(given -> delay(fault))
                .doOnNext(given -> ledger.answered(new Answered(venue.prefix(), uri, given.status(), engine.now())))
                .flatMap(given -> EmulatorServer.write(response, given));
    }

    private Mono<Void> silence(Fault fault, HttpServerResponse response) {
        if (fault.millis() == null) {
            return Mono.never();
        }
        response.withConnection(connection -> engine.after(fault.millisOr(0), () -> {
            var _ = connection.channel().close();
        }));
        return Mono.never();
    }

    private static RestAnswer altered(Fault fault, RestAnswer answer) {
        return fault.kind() == FaultKind.HTTP_TRUNCATED
                ? answer.body(answer.body().substring(0, answer.body().length() / 2))
                : answer;
    }

    private Mono<Long> delay(Optional<Fault> fault) {
        return fault.filter(f -> f.kind() == FaultKind.HTTP_DELAY)
                .map(f -> Mono.delay(Duration.ofMillis(f.millisOr(1000)), engine.scheduler()))
                .orElseGet(Mono::empty);
    }
}
