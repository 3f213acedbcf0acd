package io.tapeline.query.dataset;

import io.tapeline.model.instrument.Market;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SQL conditions for the three common filters.
 *
 * @param exchange refers to {@code :exchange}
 * @param market refers to {@code :market}
 * @param instruments refers to {@code :instruments}, the ids that a symbol means
 * @param onlyMarket the market that is meant where none is given; null where any may be
 * @param among what an instrument, as {@code l}, must be to have rows at all; null where any may be
 */
public record Scope(
        String exchange,
        String market,
        String instruments,
        @Nullable String onlyMarket,
        @Nullable String among) {
    /** Rows that carry their instrument. */
    static final Scope ROWS =
            new Scope("exchange = :exchange", "market = :market", "instrument_id = ANY(:instruments)", null, null);

    /** The instruments themselves, as {@code l}, before their rows are looked up. */
    public static final Scope INSTRUMENTS =
            new Scope("l.exchange = :exchange", "l.market = :market", "l.id = ANY(:instruments)", null, null);

    /** Rows of some markets only. */
    static Scope rowsAmong(Market... markets) {
        String names = Stream.of(markets)
                .map(market -> "'" + market.name().toLowerCase(Locale.ROOT) + "'")
                .collect(Collectors.joining(", "));
        return new Scope(ROWS.exchange, ROWS.market, ROWS.instruments, null, "l.market IN (" + names + ")");
    }

    /** Rows of one market, so that an asset means what is traded there. */
    static Scope rowsOf(Market market) {
        return new Scope(
                ROWS.exchange, ROWS.market, ROWS.instruments, market.name().toLowerCase(Locale.ROOT), null);
    }
}
