package io.tapeline.query.dataset;

import java.util.List;

/** One row for each instrument: the newest trade, quote, mark price, funding rate and open interest of the window. */
final class Latest {
    private static final String RELATION = """
            (SELECT l.exchange, l.market, l.symbol, l.id AS instrument_id,
                    greatest(t."timestamp", q."timestamp", m."timestamp", f."timestamp", o."timestamp") AS "timestamp",
                    t.price AS trade_price, t.size AS trade_size, t.side AS trade_side, t."timestamp" AS trade_time,
                    q.bid_price, q.bid_size, q.ask_price, q.ask_size, q."timestamp" AS quote_time,
                    m.mark_price, m.index_price, m."timestamp" AS mark_time,
                    f.rate AS funding_rate, f.rate_8h AS funding_rate_8h, f.next_funding_time,
                    f."timestamp" AS funding_time,
                    o.open_interest, o.open_interest_usd, o."timestamp" AS open_interest_time
             FROM store.instrument AS l
             LEFT JOIN store.instrument_state AS s ON s.instrument_id = l.id
             %s %s %s %s %s
             WHERE s.ended_at IS NULL AND (s.expiry IS NULL OR s.expiry >= :to)
               AND coalesce(t."timestamp", q."timestamp", m."timestamp", f."timestamp", o."timestamp") IS NOT NULL)
            """.formatted(
                    newest("trades", "t", ""),
                    newest("quotes", "q", ""),
                    newest("mark_prices", "m", ""),
                    newest("funding_rates", "f", "AND r.metadata ->> 'venue' IS NULL"),
                    newest("open_interest", "o", ""));

    private static final Summary SUMMARY = new Summary("""
            SELECT coalesce(jsonb_agg(DISTINCT exchange), '[]')::text AS exchanges,
                   coalesce(jsonb_agg(DISTINCT symbol), '[]')::text AS symbols
            FROM {relation} AS r WHERE {where}
            """, Summaries.PRESENCE.fields());

    static final Dataset DATASET = new Dataset(
            "latest",
            "latest",
            List.of(RELATION),
            "Each instrument with its newest trade, quote, mark price, funding rate and open interest",
            List.of(
                    Column.required("exchange", ColumnType.TEXT),
                    Column.required("market", ColumnType.TEXT),
                    Column.required("symbol", ColumnType.TEXT),
                    Column.required("timestamp", ColumnType.TIME),
                    Column.of("trade_price", ColumnType.NUMBER),
                    Column.of("trade_size", ColumnType.NUMBER),
                    Column.of("trade_side", ColumnType.TEXT),
                    Column.of("trade_time", ColumnType.TIME),
                    Column.of("bid_price", ColumnType.NUMBER),
                    Column.of("bid_size", ColumnType.NUMBER),
                    Column.of("ask_price", ColumnType.NUMBER),
                    Column.of("ask_size", ColumnType.NUMBER),
                    Column.of("quote_time", ColumnType.TIME),
                    Column.of("mark_price", ColumnType.NUMBER),
                    Column.of("index_price", ColumnType.NUMBER),
                    Column.of("mark_time", ColumnType.TIME),
                    Column.of("funding_rate", ColumnType.NUMBER),
                    Column.of("funding_rate_8h", ColumnType.NUMBER),
                    Column.of("next_funding_time", ColumnType.TIME),
                    Column.of("funding_time", ColumnType.TIME),
                    Column.of("open_interest", ColumnType.NUMBER),
                    Column.of("open_interest_usd", ColumnType.NUMBER),
                    Column.of("open_interest_time", ColumnType.TIME)),
            Scope.ROWS,
            List.of(),
            Window.RELATION,
            Order.byName("exchange", "market", "symbol"),
            SUMMARY,
            false);

    private Latest() {}

    private static String newest(String relation, String alias, String condition) {
        return """
                LEFT JOIN LATERAL (
                  SELECT r.* FROM %s AS r WHERE r.instrument_id = l.id AND r.key_time >= :from AND r.key_time < :to %s
                  ORDER BY r.key_time DESC LIMIT 1) AS %s ON true
                """.formatted(relation, condition, alias);
    }
}
