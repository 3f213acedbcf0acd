package io.tapeline.query.dataset;

import io.tapeline.model.instrument.Market;
import java.util.List;

/** What perpetuals and dated futures cost over their index. */
final class Basis {
    /** Live venues send mark and index price side by side. */
    private static final String MARKS = relation("""
            SELECT e.exchange, e.market, e.symbol, e."timestamp", e.received_at, 'mark_price' AS source,
                   e.mark_price AS price, e.index_price, e.mark_price - e.index_price AS basis,
                   NULL::numeric AS settled_pct, s.expiry,
                   extract(epoch FROM CASE WHEN e.market = 'future' AND s.expiry > e."timestamp"
                     THEN s.expiry - e."timestamp" END) AS seconds,
                   e.instrument_id, e.key_time, e.venue_key
            FROM mark_prices e LEFT JOIN store.instrument_state s ON s.instrument_id = e.instrument_id
            WHERE e.mark_price IS NOT NULL AND e.index_price IS NOT NULL
            """);

    /** Of those that send settlements alone, the basis came with them. */
    private static final String SETTLED = relation("""
            SELECT e.exchange, e.market, e.symbol, e."timestamp", e.received_at, 'settlement' AS source,
                   e.price, e.price - e.basis AS index_price, e.basis,
                   e.basis_annualised_pct AS settled_pct, s.expiry, e.days_to_expiry * 86400 AS seconds,
                   e.instrument_id, e.key_time, e.venue_key
            FROM settlements e LEFT JOIN store.instrument_state s ON s.instrument_id = e.instrument_id
            WHERE e.basis IS NOT NULL
            """);

    private static final Summary SUMMARY = new Summary("""
            SELECT coalesce(jsonb_agg(DISTINCT i.exchange), '[]')::text AS exchanges,
                   coalesce(jsonb_agg(DISTINCT i.symbol), '[]')::text AS symbols
            FROM {instruments} AS i
            WHERE EXISTS (SELECT 1 FROM {relation} AS r WHERE r.instrument_id = i.id AND {rows})
            """, Summaries.PRESENCE.fields());

    static final Dataset DATASET = new Dataset(
            "basis",
            "basis",
            List.of(MARKS, SETTLED),
            "Price of perpetuals and futures over their index: of each the newest; of a time window where hours, from or to"
                    + " is given",
            List.of(
                    Column.required("exchange", ColumnType.TEXT),
                    Column.required("market", ColumnType.TEXT),
                    Column.required("symbol", ColumnType.TEXT),
                    Column.required("timestamp", ColumnType.TIME),
                    Column.required("received_at", ColumnType.TIME),
                    new Column("source", ColumnType.TEXT, true, List.of("mark_price", "settlement")),
                    Column.required("price", ColumnType.NUMBER),
                    Column.required("index_price", ColumnType.NUMBER),
                    Column.required("basis", ColumnType.NUMBER),
                    Column.of("basis_pct", ColumnType.NUMBER),
                    Column.of("basis_annualised_pct", ColumnType.NUMBER),
                    Column.of("days_to_expiry", ColumnType.NUMBER),
                    Column.of("expiry", ColumnType.TIME)),
            Scope.rowsAmong(Market.PERPETUAL, Market.FUTURE),
            List.of(),
            Window.NEWEST_UNLESS_GIVEN,
            Order.NEWEST_FIRST,
            SUMMARY,
            false);

    private Basis() {}

    /** With what follows. Percent per year is simple interest over 365 days. */
    private static String relation(String prices) {
        return """
                (SELECT b.*, store.quotient(b.basis * 100, b.index_price) AS basis_pct,
                        coalesce(b.settled_pct, store.quotient(
                          b.basis * 100 * 365 * 86400, nullif(b.index_price * b.seconds, 0))) AS basis_annualised_pct,
                        store.quotient(b.seconds, 86400) AS days_to_expiry
                 FROM (%s) AS b)
                """.formatted(prices);
    }
}
