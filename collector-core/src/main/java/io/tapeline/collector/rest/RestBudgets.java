package io.tapeline.collector.rest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tapeline.collector.time.MonotonicClock;
import io.tapeline.collector.venue.RestBudget;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.scheduler.Scheduler;

/** The budgets of a process, one per host and name, shared by the feeds that talk to that host. */
public final class RestBudgets {
    private final Map<String, BudgetGate> gates = new ConcurrentHashMap<>();
    private final Map<String, Long> closedUntil = new ConcurrentHashMap<>();
    private final RestSettings settings;
    private final MonotonicClock clock;
    private final Scheduler timer;
    private final MeterRegistry registry;

    /** @param timer wakes calls that wait for a budget */
    public RestBudgets(RestSettings settings, MonotonicClock clock, Scheduler timer, MeterRegistry registry) {
        this.settings = settings;
        this.clock = clock;
        this.timer = timer;
        this.registry = registry;
    }

    BudgetGate of(String host, RestBudget budget) {
        return gates.computeIfAbsent(host + "/" + budget.name(), key -> create(host, budget));
    }

    /** Closes every budget of a host, those not drawn on so far too. */
    void close(String host, Duration closed) {
        closedUntil.put(host, clock.nanos() + closed.toNanos());
        gates.forEach((key, gate) -> {
            if (key.startsWith(host + "/")) {
                gate.close(closed);
            }
        });
    }

    private BudgetGate create(String host, RestBudget budget) {
        BudgetGate gate = new BudgetGate(budget, settings, clock, timer);
        Long until = closedUntil.get(host);
        if (until != null && until - clock.nanos() > 0) {
            gate.close(Duration.ofNanos(until - clock.nanos()));
        }
        gauge("tapeline.rest.budget.available", host, budget, () -> gate.available());
        gauge("tapeline.rest.budget.limit", host, budget, () -> budget.limit() * settings.share());
        gauge("tapeline.rest.budget.waiting", host, budget, () -> gate.waiting());
        gauge(
                "tapeline.rest.budget.closed.seconds",
                host,
                budget,
                () -> gate.closed().toMillis() / 1000.0);
        return gate;
    }

    private void gauge(String name, String host, RestBudget budget, java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value).tags("host", host, "budget", budget.name()).register(registry);
    }
}
