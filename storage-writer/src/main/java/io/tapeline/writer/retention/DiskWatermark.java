package io.tapeline.writer.retention;

import io.tapeline.bus.BatchHandler;
import io.tapeline.model.event.Alert;
import io.tapeline.model.event.AlertSeverity;
import io.tapeline.model.event.AlertState;
import io.tapeline.model.event.Header;
import io.tapeline.model.instrument.InstrumentId;
import io.tapeline.model.instrument.Market;
import io.tapeline.model.json.IsoMicros;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the disk from filling: beyond the limit the oldest part of the bulkiest relation goes, then of the next, until
 * there is a tenth of room again. What is younger than {@code keepAtLeast} stays. Begin and end are an alert.
 */
final class DiskWatermark {
    private static final Logger log = LoggerFactory.getLogger(DiskWatermark.class);
    private static final String RULE = "disk_watermark";
    /** Down to this part of the limit, so that not every run has work to do. */
    private static final double TARGET = 0.9;

    private static final int MOST_ROUNDS = 20;

    private final DiskUse use;
    private final Duration keepAtLeast;
    private final StoredHistory history;
    private final BatchHandler alerts;
    private final Clock clock;
    private boolean firing;

    DiskWatermark(DiskUse use, Duration keepAtLeast, StoredHistory history, BatchHandler alerts, Clock clock) {
        this.use = use;
        this.keepAtLeast = keepAtLeast;
        this.history = history;
        this.alerts = alerts;
        this.clock = clock;
    }

    void run() throws Exception {
        double before = use.part();
        if (before <= 1) {
            resolved(before);
            return;
        }
        double after = before;
        for (int round = 0; round < MOST_ROUNDS && after > TARGET; round++) {
            if (!forgetOldest(after)) {
                break;
            }
            after = use.part();
        }
        fired(before, after);
        resolved(after);
    }

    /** False when nothing is left that may go. */
    private boolean forgetOldest(double part) throws SQLException {
        Instant newest = clock.instant().minus(keepAtLeast);
        List<Sized> bulkiestFirst = bulkiestFirst();
        long total = bulkiestFirst.stream().mapToLong(Sized::bytes).sum();
        for (Sized sized : bulkiestFirst) {
            Optional<Instant> oldest = history.oldest(sized.relation()).filter(time -> time.isBefore(newest));
            if (oldest.isPresent()) {
                double share = (part - TARGET) / part * total / Math.max(1, sized.bytes());
                if (forget(sized.relation(), oldest.get(), newest, Math.clamp(share, 0.1, 1.0))) {
                    return true;
                }
            }
        }
        return false;
    }

    private record Sized(KeptRelation relation, long bytes) {}

    private List<Sized> bulkiestFirst() throws SQLException {
        List<Sized> sizes = new ArrayList<>();
        for (KeptRelation relation : KeptRelation.ALL) {
            sizes.add(new Sized(relation, history.bytes(relation)));
        }
        sizes.sort(Comparator.comparingLong(Sized::bytes).reversed());
        return sizes;
    }

    private boolean forget(KeptRelation relation, Instant oldest, Instant newest, double share) throws SQLException {
        Duration span = Duration.between(oldest, newest);
        Instant olderThan = oldest.plusMillis((long) Math.ceil(span.toMillis() * share));
        StoredHistory.Forgotten forgotten = history.forget(relation, olderThan);
        if (forgotten.count() == 0 && share < 1) {
            // A chunk reaches further than the part that should go.
            forgotten = history.forget(relation, newest);
        }
        if (forgotten.count() > 0) {
            history.shrink(relation);
            log.warn(
                    "disk watermark: forgot {} {} of {} from {} on",
                    forgotten.count(),
                    forgotten.unit(),
                    relation.name(),
                    oldest);
        }
        return forgotten.count() > 0;
    }

    private void fired(double before, double after) throws Exception {
        firing = true;
        alert(
                after > 1 ? AlertSeverity.CRITICAL : AlertSeverity.WARNING,
                AlertState.FIRING,
                after > 1
                        ? "the disk is over its limit and nothing is left that may be forgotten: " + use.describe()
                        : "the oldest rows were forgotten to make room: " + use.describe(),
                before);
    }

    private void resolved(double part) throws Exception {
        if (firing && part <= 1) {
            firing = false;
            alert(AlertSeverity.INFO, AlertState.RESOLVED, "the disk is within its limit: " + use.describe(), part);
        }
    }

    private void alert(AlertSeverity severity, AlertState state, String message, double part) throws Exception {
        log.warn("disk watermark: {}", message);
        InstrumentId about = InstrumentId.wholeFeed("tapeline", Market.INDEX);
        BigDecimal percent = BigDecimal.valueOf(Math.round(part * 100));
        alerts.handle(List.of(new Alert(
                Header.received(about, IsoMicros.of(clock.instant())),
                RULE,
                severity,
                state,
                message,
                percent,
                BigDecimal.valueOf(100))));
    }
}
