package io.tapeline.writer.retention;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what is older than its relation is kept. */
final class Retention {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final Map<KeptRelation, Duration> kept;
    private final StoredHistory history;
    private final Clock clock;

    /** @param kept how long each relation is kept; zero, or a relation that is absent: for ever */
    Retention(Map<KeptRelation, Duration> kept, StoredHistory history, Clock clock) {
        this.kept = kept;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Settings by relation name.
     *
     * @throws IllegalArgumentException naming the setting when there is no such relation or the duration is negative
     */
    static Map<KeptRelation, Duration> parse(Map<String, Duration> settings) {
        Map<KeptRelation, Duration> kept = new LinkedHashMap<>();
        settings.forEach((name, duration) -> {
            KeptRelation relation = KeptRelation.named(name)
                    .orElseThrow(() -> new IllegalArgumentException("tapeline.writer.retention." + name
                            + ": expected one of "
                            + KeptRelation.ALL.stream().map(KeptRelation::name).toList()));
            if (duration.isNegative()) {
                throw new IllegalArgumentException(
                        "tapeline.writer.retention." + name + ": expected 0 (for ever) or more, got " + duration);
            }
            kept.put(relation, duration);
        });
        return kept;
    }

    void run() throws SQLException {
        Instant now = clock.instant();
        for (Map.Entry<KeptRelation, Duration> entry : kept.entrySet()) {
            if (!entry.getValue().isZero()) {
                Instant olderThan = now.minus(entry.getValue());
                StoredHistory.Forgotten forgotten = history.forget(entry.getKey(), olderThan);
                if (forgotten.count() > 0) {
                    log.info(
                            "retention: forgot {} {} of {} before {}",
                            forgotten.count(),
                            forgotten.unit(),
                            entry.getKey().name(),
                            olderThan);
                }
            }
        }
    }
}
