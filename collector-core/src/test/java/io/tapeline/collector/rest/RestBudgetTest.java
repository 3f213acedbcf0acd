package io.tapeline.collector.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapeline.collector.venue.RestBudget;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a header says of a budget. */
class RestBudgetTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aHeaderIsWhatWasUsed() {
        RestBudget budget = new RestBudget("all", 10, SECOND, "x-used");
        assertThat(budget.used("7")).hasValue(7);
        assertThat(budget.used("many")).isEmpty();
    }

    @Test
    void aHeaderOfWhatIsLeftIsTakenFromTheLimit() {
        RestBudget budget = new RestBudget("all", 10, SECOND, "x-left", Pattern.compile("sec=(\\d+)"));
        assertThat(budget.used("min=600; sec=9")).hasValue(1);
        assertThat(budget.used("min=600; sec=29"))
                .as("more than we take it for")
                .hasValue(0);
        assertThat(budget.used("min=600")).isEmpty();
    }
}
