package io.tapeline.query.dataset;

import io.tapeline.query.dataset.SummaryField.Mean;
import io.tapeline.query.dataset.SummaryField.Plain;
import java.util.List;

/** The summaries of the endpoints. Rows are grouped by instrument first: a few groups are cheap to make distinct. */
final class Summaries {
    private static final Plain EXCHANGES = new Plain("exchanges", ColumnType.JSON);
    private static final Plain SYMBOLS = new Plain("symbols", ColumnType.JSON);
    private static final String NAMES = """
            coalesce(jsonb_agg(DISTINCT exchange), '[]')::text AS exchanges,
            coalesce(jsonb_agg(DISTINCT symbol), '[]')::text AS symbols
            """;

    /** Which instruments have rows at all: one index probe per instrument instead of reading every row. */
    static final Summary PRESENCE =
            new Summary("""
            SELECT %s FROM {instruments} AS i CROSS JOIN LATERAL (
              SELECT 1 FROM {relation} AS r WHERE r.instrument_id = i.id AND {rows}
              ORDER BY r.key_time DESC LIMIT 1) AS present
            """.formatted(NAMES.replace("DISTINCT ", "DISTINCT i.")), List.of(EXCHANGES, SYMBOLS));

    static final Summary TRADES = turnover("count(*) FILTER (WHERE is_liquidation)");

    static final Summary LIQUIDATIONS = turnover("count(*)");

    /**
     * Settled rates, or each instrument's latest estimate where the filter matches no settled one. What a venue predicts for
     * another is no rate of its own.
     */
    static final Summary FUNDING = new Summary(
            """
            WITH matched AS (
              SELECT exchange, market, symbol, "timestamp", status, rate, rate_8h, metadata ->> 'venue' AS venue
              FROM {relation} AS r WHERE {where}),
            newest AS (
              SELECT DISTINCT ON (exchange, market, symbol) rate, rate_8h FROM matched
              WHERE status = 'estimated' AND venue IS NULL
              ORDER BY exchange, market, symbol, "timestamp" DESC),
            chosen AS (
              SELECT rate, rate_8h FROM matched WHERE status = 'settled' AND venue IS NULL
              UNION ALL
              SELECT rate, rate_8h FROM newest
              WHERE NOT EXISTS (SELECT 1 FROM matched WHERE status = 'settled' AND venue IS NULL)),
            means AS (
              SELECT sum(rate)::text AS rate_sum, count(rate)::text AS rate_count,
                     sum(rate_8h)::text AS rate_8h_sum, count(rate_8h)::text AS rate_8h_count FROM chosen),
            names AS (SELECT %s FROM matched)
            SELECT * FROM means CROSS JOIN names
            """.formatted(NAMES),
            List.of(
                    new Mean("average_rate", "rate_sum", "rate_count", 1),
                    new Mean("average_rate_percent", "rate_sum", "rate_count", 100),
                    new Mean("average_rate_8h", "rate_8h_sum", "rate_8h_count", 1),
                    EXCHANGES,
                    SYMBOLS));

    /** The latest value of each instrument, once. */
    static final Summary OPEN_INTEREST = new Summary(
            """
            SELECT coalesce(sum(usd), 0)::text AS total_oi_usd, %s FROM {instruments} AS i CROSS JOIN LATERAL (
              SELECT r.open_interest_usd AS usd FROM {relation} AS r WHERE r.instrument_id = i.id AND {rows}
              ORDER BY r.key_time DESC LIMIT 1) AS newest
            """.formatted(NAMES.replace("DISTINCT ", "DISTINCT i.")),
            List.of(new Plain("total_oi_usd", ColumnType.NUMBER), EXCHANGES, SYMBOLS));

    static final Summary INSTRUMENTS =
            new Summary("""
            SELECT count(*) FILTER (WHERE ended_at IS NULL)::text AS live, %s FROM {relation} AS r WHERE {where}
            """.formatted(NAMES), List.of(new Plain("live", ColumnType.COUNT), EXCHANGES, SYMBOLS));

    static final Summary GAPS = new Summary(
            """
            SELECT count(*) FILTER (WHERE state = 'open')::text AS open,
                   count(*) FILTER (WHERE state = 'repaired')::text AS repaired,
                   count(*) FILTER (WHERE state = 'unrecoverable')::text AS unrecoverable,
                   coalesce(sum(missing), 0)::text AS missing_total, %s FROM {relation} AS r WHERE {where}
            """.formatted(NAMES),
            List.of(
                    new Plain("open", ColumnType.COUNT),
                    new Plain("repaired", ColumnType.COUNT),
                    new Plain("unrecoverable", ColumnType.COUNT),
                    new Plain("missing_total", ColumnType.COUNT),
                    EXCHANGES,
                    SYMBOLS));

    static final Summary FEEDS = new Summary(
            """
            SELECT count(*) FILTER (WHERE state = 'live')::text AS live,
                   count(*) FILTER (WHERE state NOT IN ('live', 'off', 'unsupported'))::text AS failing,
                   count(*) FILTER (WHERE state = 'off')::text AS off,
                   coalesce(jsonb_agg(DISTINCT exchange), '[]')::text AS exchanges FROM {relation} AS r WHERE {where}
            """,
            List.of(
                    new Plain("live", ColumnType.COUNT),
                    new Plain("failing", ColumnType.COUNT),
                    new Plain("off", ColumnType.COUNT),
                    EXCHANGES));

    private Summaries() {}

    private static Summary turnover(String liquidations) {
        return new Summary(
                """
                SELECT coalesce(sum(turnover), 0)::text AS total_value_usd,
                       coalesce(sum(forced), 0)::text AS liquidation_count, %s FROM (
                  SELECT exchange, symbol, sum(value_usd) AS turnover, %s AS forced
                  FROM {relation} AS r WHERE {where} GROUP BY exchange, symbol) AS instrument
                """.formatted(NAMES, liquidations),
                List.of(
                        new Plain("total_value_usd", ColumnType.NUMBER),
                        new Plain("liquidation_count", ColumnType.COUNT),
                        EXCHANGES,
                        SYMBOLS));
    }
}
