package io.tapeline.venue.cme;

import java.time.LocalDate;
import java.util.Locale;

/** How settled the figures of a trade date are; a later stage replaces an earlier. */
enum Stage {
    EARLY,
    PRELIMINARY,
    FINAL;

    /** What the site says of a report, otherwise by the time: figures are final on the next business morning. */
    static Stage of(String reportType, LocalDate date, long now) {
        String said = reportType.toUpperCase(Locale.ROOT);
        if (said.contains("FINAL")) {
            return FINAL;
        } else if (said.contains("PRELIM")) {
            return PRELIMINARY;
        }
        return TradeDates.isFinal(date, now) ? FINAL : PRELIMINARY;
    }

    /** As it is written in events. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
