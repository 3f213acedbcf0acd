-- The relations that research code of old expects: linear perpetuals only, symbol such as SOL/USDT, one row a moment.
-- Where several venues list the pair, the first one of unified.venue_rank that has it speaks for it.
CREATE SCHEMA unified;

CREATE TABLE unified.venue_rank (
    exchange text PRIMARY KEY,
    rank     integer NOT NULL UNIQUE
);
INSERT INTO unified.venue_rank
VALUES ('binance', 1), ('bybit', 2), ('okx', 3), ('htx', 4), ('kraken', 5), ('deribit', 6), ('hyperliquid', 7),
       ('dydx', 8);

CREATE VIEW unified.instrument AS
SELECT DISTINCT ON (s.base, s.quote) s.base || '/' || s.quote AS symbol, s.instrument_id, i.exchange
FROM store.instrument_state s
JOIN store.instrument i ON i.id = s.instrument_id
LEFT JOIN unified.venue_rank v ON v.exchange = i.exchange
WHERE i.market = 'perpetual' AND s.contract_type = 'linear'
ORDER BY s.base, s.quote, v.rank NULLS LAST, s.ended_at DESC NULLS FIRST, i.exchange, i.symbol;

CREATE VIEW unified.ohlcv AS
SELECT c."timestamp" AS "time", u.symbol, c."interval" AS timeframe, c.open, c.high, c.low, c.close, c.volume
FROM unified.instrument u JOIN store.candle c USING (instrument_id)
WHERE c.source = 'trade';

CREATE VIEW unified.funding_rate AS
SELECT f."timestamp" AS "time", u.symbol, f.rate AS funding_rate, f.status, f.interval_hours, f.rate_8h,
       f.predicted_rate, f.next_funding_time
FROM unified.instrument u JOIN store.funding_rate f USING (instrument_id);

CREATE VIEW unified.open_interest AS
SELECT o."timestamp" AS "time", u.symbol, o.open_interest, o.open_interest_base, o.open_interest_usd
FROM unified.instrument u JOIN store.open_interest o USING (instrument_id);

CREATE VIEW unified.liquidations AS
SELECT l."timestamp" AS "time", u.symbol, l.side, l.price, coalesce(l.base_size, l.size) AS size, l.value_usd
FROM unified.instrument u JOIN store.liquidation l USING (instrument_id);

CREATE VIEW unified.long_short_ratio AS
SELECT r."timestamp" AS "time", u.symbol, r.ratio_type, r.period, r.long_share, r.short_share, r.ratio
FROM unified.instrument u JOIN store.long_short_ratio r USING (instrument_id);

-- The hour's candle (put together from minutes where no hourly one was collected) beside the last open interest of it.
CREATE VIEW unified.oi_price_1h AS
WITH hourly AS (
    SELECT "time" AS bucket, symbol, open, high, low, close, volume FROM unified.ohlcv WHERE timeframe = '1h'
    UNION ALL
    SELECT m.bucket, m.symbol, m.open, m.high, m.low, m.close, m.volume
    FROM (SELECT date_trunc('hour', "time", 'UTC') AS bucket, symbol,
                 (array_agg(open ORDER BY "time"))[1] AS open, max(high) AS high, min(low) AS low,
                 (array_agg(close ORDER BY "time" DESC))[1] AS close, sum(volume) AS volume
          FROM unified.ohlcv
          WHERE timeframe = '1m'
          GROUP BY 1, 2) m
    WHERE NOT EXISTS (SELECT FROM unified.ohlcv h
                      WHERE h.timeframe = '1h' AND h.symbol = m.symbol AND h."time" = m.bucket)
)
SELECT h.bucket, h.symbol, o.open_interest, h.open, h.high, h.low, h.close, h.volume
FROM hourly h
LEFT JOIN (SELECT DISTINCT ON (symbol, date_trunc('hour', "time", 'UTC'))
                  symbol, date_trunc('hour', "time", 'UTC') AS bucket, open_interest
           FROM unified.open_interest
           ORDER BY symbol, date_trunc('hour', "time", 'UTC'), "time" DESC) o USING (symbol, bucket);
