package io.tapeline.query.dataset;

import io.tapeline.query.dataset.SummaryField.Each;
import io.tapeline.query.dataset.SummaryField.Mean;
import io.tapeline.query.dataset.SummaryField.Plain;
import java.util.List;

/** What is said about options, settlements, indices and the cost of borrowing. */
final class DerivativesSummaries {
    private static final Plain EXCHANGES = new Plain("exchanges", ColumnType.JSON);
    private static final Plain SYMBOLS = new Plain("symbols", ColumnType.JSON);
    private static final String NAMES = """
            coalesce(jsonb_agg(DISTINCT exchange), '[]')::text AS exchanges,
            coalesce(jsonb_agg(DISTINCT symbol), '[]')::text AS symbols
            """;
    private static final String NAMES_OF_INSTRUMENTS = NAMES.replace("DISTINCT ", "DISTINCT i.");

    static final Summary OPTIONS = new Summary(
            """
            SELECT count(*)::text AS options,
                   coalesce(jsonb_agg(DISTINCT newest.underlying), '[]')::text AS underlyings,
                   coalesce(jsonb_agg(DISTINCT to_char(newest.expiry AT TIME ZONE 'UTC', 'YYYY-MM-DD'))
                     FILTER (WHERE newest.expiry IS NOT NULL), '[]')::text AS expiries, %s
            FROM {instruments} AS i CROSS JOIN LATERAL (
              SELECT r.underlying, r.expiry FROM {relation} AS r WHERE r.instrument_id = i.id AND {rows}
              ORDER BY r.key_time DESC LIMIT 1) AS newest
            """.formatted(NAMES_OF_INSTRUMENTS),
            List.of(
                    new Plain("options", ColumnType.COUNT),
                    new Plain("underlyings", ColumnType.JSON),
                    new Plain("expiries", ColumnType.JSON),
                    EXCHANGES,
                    SYMBOLS));

    static final Summary SETTLEMENTS = new Summary(
            """
            SELECT max(trade_date) AS latest_trade_date, %s FROM {relation} AS r WHERE {where}
            """.formatted(NAMES), List.of(new Plain("latest_trade_date", ColumnType.TEXT), EXCHANGES, SYMBOLS));

    /** Over everything the filters match, and for each index, for two indices have no common scale. */
    static final Summary VOLATILITY_INDEX = new Summary(
            """
            SELECT (array_agg(newest.value ORDER BY newest.key_time DESC))[1]::text AS latest,
                   min(span.lowest)::text AS min, max(span.highest)::text AS max,
                   sum(span.total)::text AS value_sum, sum(span.number)::text AS value_count,
                   coalesce(jsonb_agg(jsonb_build_object('exchange', i.exchange, 'symbol', i.symbol,
                     'latest', newest.value, 'min', span.lowest, 'max', span.highest) ORDER BY i.exchange, i.symbol), '[]')
                     ::text AS indices, %s
            FROM {instruments} AS i CROSS JOIN LATERAL (
              SELECT r.value, r.key_time FROM {relation} AS r WHERE r.instrument_id = i.id AND {rows}
              ORDER BY r.key_time DESC LIMIT 1) AS newest
            CROSS JOIN LATERAL (
              SELECT min(r.value) AS lowest, max(r.value) AS highest, sum(r.value) AS total, count(*) AS number
              FROM {relation} AS r WHERE r.instrument_id = i.id AND {rows}) AS span
            """.formatted(NAMES_OF_INSTRUMENTS),
            List.of(
                    new Plain("latest", ColumnType.NUMBER),
                    new Plain("min", ColumnType.NUMBER),
                    new Plain("max", ColumnType.NUMBER),
                    new Mean("average", "value_sum", "value_count", 1),
                    new Each("indices"),
                    EXCHANGES,
                    SYMBOLS));

    static final Summary BORROW_RATES = new Summary(
            """
            SELECT %s, %s, %s, %s FROM {relation} AS r WHERE {where}
            """.formatted(meanOf("long"), meanOf("short"), meanOf("loan"), NAMES),
            List.of(mean("long"), mean("short"), mean("loan"), EXCHANGES, SYMBOLS));

    private DerivativesSummaries() {}

    private static String meanOf(String side) {
        return """
                sum(bps_per_day) FILTER (WHERE side = '%1$s')::text AS %1$s_sum,
                count(*) FILTER (WHERE side = '%1$s')::text AS %1$s_count
                """.formatted(side);
    }

    private static Mean mean(String side) {
        return new Mean("average_bps_per_day_" + side, side + "_sum", side + "_count", 1);
    }
}
