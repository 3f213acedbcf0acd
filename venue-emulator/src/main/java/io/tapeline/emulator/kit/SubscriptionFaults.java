package io.tapeline.emulator.kit;

import io.tapeline.emulator.fault.Fault;
import io.tapeline.emulator.fault.FaultKind;
import io.tapeline.emulator.fault.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which streams of a request a client gets, and whether it is told. */
record SubscriptionFaults(Faults faults, String prefix) {
    /** @param allOrNothing one refused stream refuses all; a fault then counts once a request */
    Subscribed decide(List<String> names, Predicate<String> known, boolean allOrNothing) {
        List<String> accepted = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        Fault fault = null;
        for (String name : names) {
            Optional<Fault> strikes =
                    allOrNothing && fault != null ? Optional.empty() : strikes(FaultKind.REJECT_SUBSCRIPTION, name);
            fault = strikes.orElse(fault);
            (strikes.isPresent() ? rejected : known.test(name) ? accepted : unknown).add(name);
        }
        Subscribed outcome = new Subscribed(accepted, unknown, rejected, fault);
        return allOrNothing && !outcome.all() ? outcome.nothing() : outcome;
    }

    /** Whether a fault keeps the answer back. */
    boolean unanswered(List<String> names) {
        return names.stream().anyMatch(name -> strikes(FaultKind.NO_ACK, name).isPresent());
    }

    private Optional<Fault> strikes(FaultKind kind, String name) {
        return faults.onSubscription(kind, prefix, name);
    }
}
