package io.tapeline.query.dataset;

/**
 * SQL conditions for the three common filters.
 *
 * @param exchange refers to {@code :exchange}
 * @param market refers to {@code :market}
 * @param instruments refers to {@code :instruments}, the ids that a symbol means
 */
public record Scope(String exchange, String market, String instruments) {
    /** Rows that carry their instrument. */
    static final Scope ROWS =
            new Scope("exchange = :exchange", "market = :market", "instrument_id = ANY(:instruments)");

    /** The instruments themselves, as {@code l}, before their rows are looked up. */
    public static final Scope INSTRUMENTS =
            new Scope("l.exchange = :exchange", "l.market = :market", "l.id = ANY(:instruments)");
}
