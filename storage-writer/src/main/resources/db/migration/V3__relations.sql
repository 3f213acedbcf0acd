-- What users query: one relation per kind, with the members of the event's JSON as columns.
--
-- id is {exchange}_{symbol}_{trade_id or timestamp}; it is not unique over markets. After created_at each relation has
-- the stored key, which pages and prunes: (instrument_id, key_time, venue_key). key_time is timestamp cut to the
-- millisecond (for a few venues to the second), so a filter on time over trades and quotes is fastest with both.

CREATE FUNCTION store.iso(t timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT to_char(t AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

CREATE FUNCTION store.time_source(c "char") RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE c WHEN 'v' THEN 'venue' ELSE 'receive' END $$;

CREATE FUNCTION store.origin(c "char") RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE c WHEN 'l' THEN 'live' WHEN 'r' THEN 'repair' WHEN 'b' THEN 'backfill' ELSE 'replay' END $$;

CREATE FUNCTION store.side(c "char") RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE c WHEN 'b' THEN 'buy' WHEN 's' THEN 'sell' ELSE 'unknown' END $$;

CREATE FUNCTION store.size_unit(c "char") RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE c WHEN 'b' THEN 'base' WHEN 'q' THEN 'quote' ELSE 'contracts' END $$;

CREATE VIEW trades AS
SELECT i.exchange || '_' || i.symbol || '_'
           || CASE e.id_form WHEN 'n' THEN e.venue_key::text WHEN 't' THEN e.trade_id
                   ELSE store.iso(e."timestamp") END AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       CASE e.id_form WHEN 'n' THEN e.venue_key::text ELSE e.trade_id END AS trade_id,
       store.side(e.side) AS side,
       e.price,
       e.size,
       store.size_unit(e.size_unit) AS size_unit,
       CASE WHEN e.derived IN ('1', '3') THEN e.size ELSE e.base_size END AS base_size,
       CASE e.derived WHEN '3' THEN round(e.price * e.size, 2)
                      WHEN '2' THEN round(e.price * e.base_size, 2)
                      ELSE e.value_usd END AS value_usd,
       e.sequence,
       e.is_liquidation,
       coalesce(e.metadata, '{}') AS metadata,
       to_timestamp(e.created_second) AS created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.trade e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW quotes AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.bid_price, e.bid_size, e.ask_price, e.ask_size,
       store.size_unit(e.size_unit) AS size_unit,
       CASE e.id_form WHEN 'n' THEN e.venue_key ELSE e.sequence END AS sequence,
       to_timestamp(e.created_second) AS created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.quote e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW large_trades AS
SELECT e.exchange || '_' || e.symbol || '_' || coalesce(e.trade_id, store.iso(e."timestamp")) AS id,
       e.exchange, e.market, e.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.trade_id, e.side, e.price, e.size, e.size_unit, e.base_size, e.value_usd, e.sequence, e.is_liquidation,
       coalesce(e.metadata, '{}') AS metadata,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.large_trade e;

CREATE VIEW exchange_orderbooks AS
SELECT e.exchange || '_' || e.symbol || '_' || store.iso(e."timestamp") AS id,
       e.exchange, e.market, e.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.snapshot, e.bids, e.asks, e.size_unit, e.contract_size, e.sequence, e.previous_sequence, e.verified,
       '{}'::jsonb AS metadata,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.orderbook e;

CREATE VIEW funding_rates AS
SELECT e.exchange || '_' || e.symbol || '_' || store.iso(e."timestamp") AS id,
       e.exchange, e.market, e.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.rate, e.status, e.interval_hours, e.rate_8h, e.predicted_rate, e.next_funding_time,
       coalesce(e.metadata, '{}') AS metadata,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.funding_rate e;

CREATE VIEW open_interest AS
SELECT e.exchange || '_' || e.symbol || '_' || store.iso(e."timestamp") AS id,
       e.exchange, e.market, e.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.open_interest, e.open_interest_base, e.open_interest_usd, coalesce(e.metadata, '{}') AS metadata,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.open_interest e;

CREATE VIEW liquidations AS
SELECT i.exchange || '_' || i.symbol || '_' || coalesce(e.trade_id, store.iso(e."timestamp")) AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.side, e.price, e.size, e.size_unit, e.base_size, e.value_usd, e.trade_id,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.liquidation e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW long_short_ratio AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.ratio_type, e.period, e.long_share, e.short_share, e.ratio,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.long_short_ratio e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW ohlcv AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e."interval", e.source, e.open, e.high, e.low, e.close, e.volume, e.quote_volume, e.buy_volume, e.trades,
       e.closed,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.candle e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW mark_prices AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.mark_price, e.index_price, e.last_price,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.mark_price e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW depth_metrics AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.mid, e.spread_l5_pct, e.spread_l50_pct, e.spread_l100_pct, e.vol_l50_bids, e.vol_l50_asks, e.depth_bids,
       e.depth_asks, e."interval",
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.depth_metrics e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW volatility_index AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.value,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.volatility_index e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW settlements AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.price, e.trade_date, e.open_interest, e.volume, e.basis, e.basis_annualised_pct, e.days_to_expiry,
       e.is_front, e.roll,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.settlement e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW option_summaries AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.underlying, e.mark_price, e.mark_iv, e.bid_iv, e.ask_iv, e.delta, e.gamma, e.vega, e.theta,
       e.underlying_price, e.open_interest,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.option_summary e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW borrow_rates AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.side, e.bps_per_day,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.borrow_rate e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW instruments AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.base, e.quote, e.settle, e.unified_symbol, e.contract_size, e.contract_type, e.tick_size, e.lot_size,
       e.expiry, e.strike, e.option_type, e.sector, e.maker_fee_bps, e.taker_fee_bps, e.listed_at, e.ended_at,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.instrument_state e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW feed_status AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.feed, e.state, e.reason, e.connection, e.stream,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.feed_status e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW data_gaps AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.gap_id, e.stream, e."from", e."to", e.first_id, e.last_id, e.missing, e.cause, e.state, e.noticed_at,
       e.mended_at,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.gap e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW data_coverage AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.stream, e."from", e."to", e.first_id, e.last_id, e.count, e.assurance,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.watermark e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW alerts AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.rule, e.severity, e.state, e.message, e.value, e.threshold,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.alert e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW features AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.name, e.value, e."interval", e.quality,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.feature e JOIN store.instrument i ON i.id = e.instrument_id;

CREATE VIEW decisions AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.strategy, e.action, e.vetoes, e.inputs, e.edge_bps,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.decision e JOIN store.instrument i ON i.id = e.instrument_id;

-- What was collected, by which run, over which range. A run is a stretch of one stream, from one origin and with one
-- assurance, whose watermarks join: where one begins later than all before it ended, a new run begins.
CREATE VIEW data_versions AS
SELECT i.exchange || '_' || i.market || '_' || i.symbol || '_' || r.stream || '_' || store.origin(r.origin) || '_'
           || store.iso(r."from") AS id,
       i.exchange, i.market, i.symbol, r.stream, store.origin(r.origin) AS origin, r.assurance,
       r.run, r."from", r."to", r.count, r.created_at
FROM (SELECT instrument_id, stream, origin, assurance, run,
             min("from") AS "from", max("to") AS "to", sum(count)::bigint AS count, min(created_at) AS created_at
      FROM (SELECT *, sum(starts) OVER (PARTITION BY instrument_id, stream, origin, assurance
                                        ORDER BY "from", "to", venue_key) AS run
            FROM (SELECT *,
                         CASE WHEN "from" <= max("to") OVER (
                                  PARTITION BY instrument_id, stream, origin, assurance
                                  ORDER BY "from", "to", venue_key
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
                              THEN 0 ELSE 1 END AS starts
                  FROM store.watermark) marked) numbered
      GROUP BY instrument_id, stream, origin, assurance, run) r
JOIN store.instrument i ON i.id = r.instrument_id;
