package io.tapeline.collector.venue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A venue's limit on REST requests.
 *
 * @param name shared by the calls that draw on it
 * @param limit weight that may be spent in a window
 * @param window length of the window
 * @param usedHeader response header that tells the weight used in the running window, null where there is none
 */
public record RestBudget(
        String name, int limit, Duration window, @Nullable String usedHeader) {}
