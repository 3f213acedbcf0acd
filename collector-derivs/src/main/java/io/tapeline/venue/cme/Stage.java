package io.tapeline.venue.cme;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** How settled the figures of a trade date are; a later stage replaces an earlier. */
enum Stage {
    EARLY,
    PRELIMINARY,
    FINAL;

    /** As a report, or the name of a file, says it; empty where it does not. */
    static Optional<Stage> of(String said) {
        String upper = said.toUpperCase(Locale.ROOT);
        if (upper.contains("FINAL")) {
            return Optional.of(FINAL);
        }
        return upper.contains("PRELIM") ? Optional.of(PRELIMINARY) : Optional.empty();
    }

    /** Of a page that is read at a time: figures are final on the next business morning. */
    static Stage at(LocalDate date, long now) {
        return TradeDates.isFinal(date, now) ? FINAL : PRELIMINARY;
    }

    /** As it is written in events. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
