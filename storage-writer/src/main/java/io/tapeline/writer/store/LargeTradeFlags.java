package io.tapeline.writer.store;

import io.tapeline.model.event.Trade;
import io.tapeline.model.json.IsoMicros;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/**
 * Large trades are derived from live trades only, so the word that a trade was forced, which a venue may give an hour
 * later, reaches them through the trade itself.
 */
final class LargeTradeFlags {
    /** A large trade is keyed by the trade's full time, the trade by one cut to a second at the coarsest. */
    private static final long COARSEST_CUT_MICROS = 1_000_000;

    private LargeTradeFlags() {}

    /** The statement that marks the large trades among staged trades, when any of these is marked. */
    static Optional<String> from(List<Row> trades) {
        LongSummaryStatistics times = trades.stream()
                .filter(row -> row.event() instanceof Trade trade && trade.isLiquidation())
                .mapToLong(row -> row.identity().keyTime())
                .summaryStatistics();
        if (times.getCount() == 0) {
            return Optional.empty();
        }
        return Optional.of("UPDATE store.large_trade AS l SET is_liquidation = true FROM stage_trade AS s"
                + " WHERE s.is_liquidation AND NOT l.is_liquidation AND l.instrument_id = s.instrument_id"
                + " AND l.venue_key = s.venue_key AND l.key_time >= s.key_time"
                + " AND l.key_time < s.key_time + interval '1 second' AND l.key_time >= '"
                + IsoMicros.format(times.getMin()) + "' AND l.key_time < '"
                + IsoMicros.format(times.getMax() + COARSEST_CUT_MICROS) + "'");
    }
}
