package io.tapeline.query.dataset;

import io.tapeline.model.event.FeedState;
import java.util.List;

/** How each feed is and was, computed from the changes of state it reported. */
final class FeedHealth {
    /**
     * A change without connection, stream and symbol speaks for the whole feed; a feed that only ever reported parts is
     * judged by the newest of them. The success rate is the share of the window, as far as it is known, spent live. What
     * the venue does not have cannot fail, nor can a symbol that has ended or a connection that was given up.
     */
    private static final String RELATION = """
            (WITH seen AS (
               SELECT instrument_id, feed, connection, stream, max("timestamp") AS at FROM store.feed_status
               WHERE "timestamp" < :to GROUP BY instrument_id, feed, connection, stream),
             latest AS (
               SELECT p.instrument_id, i.exchange, i.market, i.symbol, p.feed, p.connection, p.stream, e.state, e.reason,
                      p.at AS "timestamp", i.symbol = '_' AND p.connection IS NULL AND p.stream IS NULL AS whole
               FROM seen AS p JOIN store.instrument AS i ON i.id = p.instrument_id CROSS JOIN LATERAL (
                 SELECT e.state, e.reason FROM store.feed_status AS e
                 WHERE e.instrument_id = p.instrument_id AND e.key_time > p.at - interval '1 second'
                   AND e.key_time <= p.at AND e."timestamp" = p.at AND e.feed = p.feed
                   AND e.connection IS NOT DISTINCT FROM p.connection AND e.stream IS NOT DISTINCT FROM p.stream
                 ORDER BY e.received_at DESC LIMIT 1) AS e),
             newest AS (
               SELECT DISTINCT ON (exchange, feed) exchange, feed, state, reason, "timestamp" FROM latest
               ORDER BY exchange, feed, whole DESC, "timestamp" DESC),
             parts AS (SELECT * FROM latest WHERE NOT whole),
             failing AS (
               SELECT exchange, feed,
                      jsonb_agg(jsonb_build_object('market', market, 'symbol', symbol, 'stream', stream,
                        'connection', connection, 'state', state, 'reason', reason,
                        'since', to_char("timestamp" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                        ORDER BY market, symbol, stream, connection) AS failures,
                      coalesce(jsonb_agg(DISTINCT symbol) FILTER (WHERE symbol <> '_'), '[]') AS failed_symbols
               FROM parts p
               WHERE state NOT IN ('live', 'connecting', 'unsupported') AND (state <> 'off' OR connection IS NULL)
                 AND NOT EXISTS (SELECT 1 FROM store.instrument_state AS s WHERE s.instrument_id = p.instrument_id
                                 AND (s.ended_at IS NOT NULL OR s.expiry <= :to))
               GROUP BY exchange, feed),
             missing AS (
               SELECT exchange, feed,
                      jsonb_agg(jsonb_build_object('market', market, 'symbol', symbol, 'stream', stream,
                        'reason', reason) ORDER BY market, symbol, stream) AS unsupported
               FROM parts WHERE state = 'unsupported' GROUP BY exchange, feed),
             changes AS (
               SELECT l.exchange, l.feed, e.state, e."timestamp" FROM latest AS l CROSS JOIN LATERAL (
                 (SELECT b.state, b."timestamp" FROM store.feed_status AS b
                  WHERE b.instrument_id = l.instrument_id AND b.feed = l.feed AND b.connection IS NULL
                    AND b.stream IS NULL AND b.key_time < :from ORDER BY b.key_time DESC LIMIT 1)
                 UNION ALL
                 SELECT d.state, d."timestamp" FROM store.feed_status AS d
                 WHERE d.instrument_id = l.instrument_id AND d.feed = l.feed AND d.connection IS NULL
                   AND d.stream IS NULL AND d.key_time >= :from AND d."timestamp" < :to) AS e
               WHERE l.whole),
             spans AS (
               SELECT exchange, feed, state, greatest("timestamp", :from) AS began,
                      lead("timestamp", 1, least(:to, now())) OVER (PARTITION BY exchange, feed ORDER BY "timestamp")
                        AS ended
               FROM changes),
             shares AS (
               SELECT exchange, feed, sum(extract(epoch FROM ended - began)) AS seen,
                      coalesce(sum(extract(epoch FROM ended - began)) FILTER (WHERE state = 'live'), 0) AS live,
                      coalesce(sum(extract(epoch FROM ended - began)) FILTER (WHERE state = 'off'), 0) AS off
               FROM spans WHERE ended > began GROUP BY exchange, feed)
             SELECT n.exchange, n.feed, n.state, n.reason, n."timestamp" AS changed_at,
                    round(s.live / nullif(s.seen, 0), 6) AS success_rate, round(s.seen, 3) AS observed_seconds,
                    coalesce(f.failed_symbols, '[]') AS failed_symbols, coalesce(f.failures, '[]') AS failures,
                    coalesce(m.unsupported, '[]') AS unsupported,
                    CASE WHEN n.state = 'off' THEN n."timestamp" END AS switched_off_at,
                    round(coalesce(s.off, 0), 3) AS switched_off_seconds
             FROM newest n LEFT JOIN failing f USING (exchange, feed) LEFT JOIN missing m USING (exchange, feed)
             LEFT JOIN shares s USING (exchange, feed))
            """;

    /** A feed says nothing about a market or symbol it never had trouble with, so these mean the venues that list it. */
    private static final Scope SCOPE = new Scope(
            "exchange = :exchange",
            "exchange IN (SELECT l.exchange FROM store.instrument AS l WHERE l.market = :market)",
            "exchange IN (SELECT l.exchange FROM store.instrument AS l WHERE l.id = ANY(:instruments))",
            null,
            null);

    static final Dataset DATASET = new Dataset(
            "feeds",
            "feeds",
            List.of(RELATION),
            "Each feed: newest state, what of it fails, share of the window spent live, time switched off",
            List.of(
                    Column.required("feed", ColumnType.TEXT),
                    Column.required("exchange", ColumnType.TEXT),
                    Column.required("state", ColumnType.TEXT),
                    Column.of("reason", ColumnType.TEXT),
                    Column.required("changed_at", ColumnType.TIME),
                    Column.of("success_rate", ColumnType.NUMBER),
                    Column.of("observed_seconds", ColumnType.NUMBER),
                    Column.required("failed_symbols", ColumnType.JSON),
                    Column.required("failures", ColumnType.JSON),
                    Column.required("unsupported", ColumnType.JSON),
                    Column.of("switched_off_at", ColumnType.TIME),
                    Column.required("switched_off_seconds", ColumnType.NUMBER)),
            SCOPE,
            List.of(
                    Filter.text("feed", "Name of the feed", "binance-futures"),
                    Filter.choice("state", FeedState.class, "Newest state")),
            Window.RELATION,
            Order.byName("exchange", "feed"),
            Summaries.FEEDS,
            false);

    private FeedHealth() {}
}
