package io.tapeline.collector.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tapeline.collector.rest.BudgetGate.Pass;
import io.tapeline.collector.time.MonotonicClock;
import io.tapeline.collector.venue.RestBudget;
import io.tapeline.collector.venue.RestCall.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

class BudgetGateTest {
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<String> passed = new ArrayList<>();

    private BudgetGate gate(double share) {
        RestSettings defaults = RestSettings.defaults();
        RestSettings settings = new RestSettings(
                share,
                0.9,
                0.75,
                0.5,
                100,
                1000,
                defaults.timeout(),
                defaults.connectTimeout(),
                5,
                defaults.backoff(),
                defaults.maxBackoff(),
                0,
                defaults.longestClosed(),
                defaults.defaultClosed(),
                defaults.maxBody(),
                defaults.clockInterval());
        return new BudgetGate(
                new RestBudget("w", 100, Duration.ofMinutes(1), null), settings, MonotonicClock.of(time), time);
    }

    private void enter(BudgetGate gate, String name, int weight, Priority priority) {
        gate.enter(weight, priority).subscribe(pass -> {
            if (pass == Pass.GRANTED) {
                passed.add(name);
            }
        });
    }

    private int granted(BudgetGate gate, int calls, int weight, Priority priority) {
        int before = passed.size();
        for (int i = 0; i < calls; i++) {
            enter(gate, priority.name(), weight, priority);
        }
        return passed.size() - before;
    }

    @Test
    void theBudgetIsNeverExceededInAnyWindow() {
        BudgetGate gate = gate(1);
        assertThat(granted(gate, 30, 10, Priority.RESYNC)).isEqualTo(10);

        time.advanceTimeBy(Duration.ofSeconds(59));
        assertThat(passed).hasSize(10);
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(passed).hasSize(20);
        time.advanceTimeBy(Duration.ofSeconds(60));
        assertThat(passed).hasSize(30);
    }

    @Test
    void aShareIsAllThatIsUsed() {
        assertThat(granted(gate(0.3), 30, 10, Priority.RESYNC)).isEqualTo(3);
    }

    @Test
    void lowerPrioritiesLeaveRoomForHigherOnes() {
        BudgetGate gate = gate(1);

        assertThat(granted(gate, 20, 5, Priority.BACKFILL)).isEqualTo(10);
        assertThat(granted(gate, 20, 5, Priority.POLL)).isEqualTo(5);
        assertThat(granted(gate, 20, 5, Priority.REPAIR)).isEqualTo(3);
        assertThat(granted(gate, 20, 5, Priority.RESYNC)).isEqualTo(2);
    }

    @Test
    void whatOthersSpentCountsAgainstTheWholeBudget() {
        BudgetGate gate = gate(0.5);
        gate.used(80);

        assertThat(granted(gate, 20, 5, Priority.RESYNC)).isEqualTo(4);
    }

    @Test
    void nothingPassesWhileTheBudgetIsClosed() {
        BudgetGate gate = gate(1);
        gate.close(Duration.ofSeconds(30));

        assertThat(granted(gate, 1, 1, Priority.RESYNC)).isZero();
        assertThat(gate.available()).isZero();
        time.advanceTimeBy(Duration.ofSeconds(29));
        assertThat(passed).isEmpty();
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(passed).hasSize(1);
    }

    @Test
    void aCallHeavierThanItsCeilingPassesWhenNothingElseWasSpent() {
        BudgetGate gate = gate(0.2);

        assertThat(granted(gate, 2, 50, Priority.BACKFILL)).isEqualTo(1);
    }

    @Test
    void aCallThatIsGivenUpLeavesTheQueue() {
        BudgetGate gate = gate(1);
        granted(gate, 1, 100, Priority.RESYNC);
        gate.enter(1, Priority.POLL).subscribe().dispose();

        assertThat(gate.waiting()).isZero();
    }

    @Test
    void aBanClosesEveryBudgetOfTheHostThoseOfLaterCallsTooAndNoOtherHost() {
        RestBudgets budgets =
                new RestBudgets(RestSettings.defaults(), MonotonicClock.of(time), time, new SimpleMeterRegistry());
        RestBudget one = new RestBudget("one", 100, Duration.ofMinutes(1), null);
        RestBudget later = new RestBudget("later", 100, Duration.ofMinutes(1), null);
        BudgetGate known = budgets.of("venue", one);

        budgets.close("venue", Duration.ofSeconds(30));
        time.advanceTimeBy(Duration.ofSeconds(10));

        assertThat(known.closed()).isEqualTo(Duration.ofSeconds(20));
        assertThat(budgets.of("venue", later).closed()).isEqualTo(Duration.ofSeconds(20));
        assertThat(budgets.of("other", one).closed()).isZero();
        time.advanceTimeBy(Duration.ofSeconds(20));
        assertThat(budgets.of("venue", new RestBudget("last", 1, Duration.ofMinutes(1), null))
                        .closed())
                .isZero();
    }
}
