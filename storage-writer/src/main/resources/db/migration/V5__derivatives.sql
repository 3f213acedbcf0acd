-- How a settlement came to be known: stage, source, delay.
ALTER TABLE store.settlement ADD COLUMN metadata jsonb;

-- A settlement of a later stage replaces one of an earlier.
CREATE FUNCTION store.settlement_stage(metadata jsonb) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE metadata ->> 'stage' WHEN 'final' THEN 3 WHEN 'preliminary' THEN 2 WHEN 'early' THEN 1 ELSE 0 END $$;

DROP VIEW settlements;
CREATE VIEW settlements AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.price, e.trade_date, e.open_interest, e.volume, e.basis, e.basis_annualised_pct, e.days_to_expiry,
       e.is_front, e.roll, coalesce(e.metadata, '{}') AS metadata,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.settlement e JOIN store.instrument i ON i.id = e.instrument_id;

-- Options are the widest stream of slow kinds: rows arrive nearly in the order of time, so page ranges will do.
DROP INDEX store.option_summary_time;
CREATE INDEX option_summary_time ON store.option_summary
    USING brin ("timestamp", key_time) WITH (pages_per_range = 32, autosummarize = on);

-- With the terms of the contract, which nobody wants to read out of a symbol.
DROP VIEW option_summaries;
CREATE VIEW option_summaries AS
SELECT i.exchange || '_' || i.symbol || '_' || store.iso(e."timestamp") AS id,
       i.exchange, i.market, i.symbol,
       e."timestamp", store.time_source(e.time_source) AS time_source, e.received_at, store.origin(e.origin) AS origin,
       coalesce(e.n, 0)::integer AS n,
       e.underlying, e.mark_price, e.mark_iv, e.bid_iv, e.ask_iv, e.delta, e.gamma, e.vega, e.theta,
       e.underlying_price, e.open_interest, s.expiry, s.strike, s.option_type,
       e.created_at,
       e.instrument_id, e.key_time, e.venue_key
FROM store.option_summary e JOIN store.instrument i ON i.id = e.instrument_id
LEFT JOIN store.instrument_state s ON s.instrument_id = e.instrument_id;

-- The roles exist unless this is the first migration, which gives them their rights at its end.
DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT rolname FROM pg_roles WHERE rolname IN ('tapeline_writer', 'tapeline_reader') LOOP
        EXECUTE format('GRANT SELECT ON settlements, option_summaries TO %I', name);
    END LOOP;
END
$$;

-- A quotient as derived values are rounded: 18 significant digits, half to even. Null where the divisor is 0.
CREATE FUNCTION store.quotient(dividend numeric, divisor numeric) RETURNS numeric
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS
$$
DECLARE
    above    numeric := abs(dividend);
    below    numeric := abs(divisor);
    places   integer;
    digits   numeric;
    rest     numeric;
BEGIN
    IF below = 0 THEN
        RETURN NULL;
    ELSIF above = 0 THEN
        RETURN 0;
    END IF;
    -- The logarithm may err by one next to a power of ten.
    places := 17 - floor(log(above) - log(below));
    LOOP
        digits := div(above * ('1e' || greatest(places, 0))::numeric, below * ('1e' || greatest(-places, 0))::numeric);
        IF digits >= 1e18 THEN
            places := places - 1;
        ELSIF digits < 1e17 THEN
            places := places + 1;
        ELSE
            EXIT;
        END IF;
    END LOOP;
    rest := above * ('1e' || greatest(places, 0))::numeric - digits * below * ('1e' || greatest(-places, 0))::numeric;
    rest := 2 * rest - below * ('1e' || greatest(-places, 0))::numeric;
    IF rest > 0 OR (rest = 0 AND mod(digits, 2) = 1) THEN
        digits := digits + 1;
    END IF;
    RETURN trim_scale(((digits * sign(dividend) * sign(divisor))::text || 'e' || -places)::numeric);
END
$$;

-- What a venue predicts for other venues is no rate of its own.
CREATE OR REPLACE VIEW unified.funding_rate AS
SELECT f."timestamp" AS "time", u.symbol, f.rate AS funding_rate, f.status, f.interval_hours, f.rate_8h,
       f.predicted_rate, f.next_funding_time
FROM unified.instrument u JOIN store.funding_rate f USING (instrument_id)
WHERE f.metadata ->> 'venue' IS NULL;
