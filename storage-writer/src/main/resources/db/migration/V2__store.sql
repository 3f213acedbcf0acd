-- What is stored, as compact as it can be without loss. Users read the views of V3; only the writer writes here.
--
-- Every event has the key (instrument_id, key_time, venue_key): the venue's time at the coarsest precision of its channels,
-- and the venue's id where it is a number, else 64 bits of a hash of what identifies the event. Receiving an event
-- twice finds the same key. The full-precision time stands beside it in "timestamp".
--
-- There are no foreign keys to store.instrument: its rows are never deleted, and a check per row would cost a third of
-- the write rate.
CREATE SCHEMA store;

CREATE TABLE store.instrument (
    id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    exchange text NOT NULL,
    market   text NOT NULL,
    symbol   text NOT NULL,
    UNIQUE (exchange, market, symbol)
);
CREATE INDEX instrument_symbol ON store.instrument (symbol);

-- The two large tables, trades and quotes, have no unique index: one over the whole key costs 71 bytes a row, since
-- PostgreSQL fills index pages to the brim only where an entry is no wider than two bigints (nbtsplitloc.c), others by
-- half. The index over (instrument_id, key_time) costs 30 (as long as no entries are merged, which would make them unequal)
-- and finds the few rows of a millisecond; the writer holds an advisory lock while it adds what is not there yet. Whoever else writes here must do the same (store/Table.java).
--
-- A trade with a numeric id costs some 140 bytes with its index. So: widest columns first (no padding), one byte for an
-- enum, nothing stored that follows from the rest:
--   id_form  n: trade_id is venue_key; t: trade_id is kept as text; -: the venue sends none
--   derived  bit 1: base_size is size; bit 2: value_usd is round(price * base_size, 2)
--   created_second  when the row was written, seconds since 1970
-- The order of columns is the order on disk.
CREATE TABLE store.trade (
    key_time       timestamptz NOT NULL,
    venue_key      bigint      NOT NULL,
    "timestamp"    timestamptz NOT NULL,
    received_at    timestamptz NOT NULL,
    sequence       bigint,
    instrument_id  integer     NOT NULL,
    created_second integer     NOT NULL DEFAULT extract(epoch FROM now())::integer,
    time_source    "char"      NOT NULL,
    origin         "char"      NOT NULL,
    side           "char"      NOT NULL,
    size_unit      "char"      NOT NULL,
    id_form        "char"      NOT NULL,
    derived        "char"      NOT NULL,
    is_liquidation boolean     NOT NULL,
    price          numeric     NOT NULL,
    size           numeric     NOT NULL,
    base_size      numeric,
    value_usd      numeric,
    trade_id       text,
    metadata       jsonb,
    n              smallint
);
CREATE INDEX trade_instrument_time ON store.trade (instrument_id, key_time) WITH (deduplicate_items = off);
-- Rows arrive nearly in the order of time: a summary of page ranges finds a stretch of time at no cost per row.
CREATE INDEX trade_time ON store.trade USING brin ("timestamp", key_time) WITH (pages_per_range = 32, autosummarize = on);

-- id_form  n: sequence is venue_key; t: sequence is kept; -: the venue sends none
CREATE TABLE store.quote (
    key_time       timestamptz NOT NULL,
    venue_key      bigint      NOT NULL,
    "timestamp"    timestamptz NOT NULL,
    received_at    timestamptz NOT NULL,
    sequence       bigint,
    instrument_id  integer     NOT NULL,
    created_second integer     NOT NULL DEFAULT extract(epoch FROM now())::integer,
    time_source    "char"      NOT NULL,
    origin         "char"      NOT NULL,
    size_unit      "char"      NOT NULL,
    id_form        "char"      NOT NULL,
    bid_price      numeric,
    bid_size       numeric,
    ask_price      numeric,
    ask_size       numeric,
    n              smallint
);
CREATE INDEX quote_instrument_time ON store.quote (instrument_id, key_time) WITH (deduplicate_items = off);
CREATE INDEX quote_time ON store.quote USING brin ("timestamp", key_time) WITH (pages_per_range = 32, autosummarize = on);

-- What the slower kinds have in common; a pattern for the tables below, dropped after them.
CREATE TABLE store.event (
    key_time       timestamptz NOT NULL,
    venue_key      bigint      NOT NULL,
    "timestamp"    timestamptz NOT NULL,
    received_at    timestamptz NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now(),
    instrument_id  integer     NOT NULL,
    time_source    "char"      NOT NULL,
    origin         "char"      NOT NULL,
    n              smallint
);

-- Four relations hold the instrument's names too, so that an index can begin with them: through a join the planner cannot
-- tell a busy symbol from a quiet one, and walks through everyone's rows to find the last ten of one.
CREATE TABLE store.named_event (
    LIKE store.event INCLUDING DEFAULTS,
    exchange text NOT NULL,
    market   text NOT NULL,
    symbol   text NOT NULL
);

CREATE TABLE store.large_trade (
    LIKE store.named_event INCLUDING DEFAULTS,
    trade_id       text,
    side           text    NOT NULL,
    price          numeric NOT NULL,
    size           numeric NOT NULL,
    size_unit      text    NOT NULL,
    base_size      numeric,
    value_usd      numeric NOT NULL,
    sequence       bigint,
    is_liquidation boolean NOT NULL,
    metadata       jsonb,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX large_trade_exchange_symbol_time ON store.large_trade (exchange, symbol, "timestamp" DESC);
CREATE INDEX large_trade_symbol_time ON store.large_trade (symbol, "timestamp" DESC);
CREATE INDEX large_trade_time ON store.large_trade ("timestamp" DESC);
CREATE INDEX large_trade_value ON store.large_trade (value_usd DESC);
CREATE INDEX large_trade_liquidation ON store.large_trade ("timestamp" DESC) WHERE is_liquidation;

CREATE TABLE store.orderbook (
    LIKE store.named_event INCLUDING DEFAULTS,
    snapshot          boolean NOT NULL,
    bids              jsonb   NOT NULL,
    asks              jsonb   NOT NULL,
    size_unit         text    NOT NULL,
    contract_size     numeric,
    sequence          bigint,
    previous_sequence bigint,
    verified          text    NOT NULL,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX orderbook_exchange_symbol_time ON store.orderbook (exchange, symbol, "timestamp" DESC);
CREATE INDEX orderbook_symbol_time ON store.orderbook (symbol, "timestamp" DESC);
CREATE INDEX orderbook_time ON store.orderbook ("timestamp" DESC);

CREATE TABLE store.funding_rate (
    LIKE store.named_event INCLUDING DEFAULTS,
    rate              numeric NOT NULL,
    status            text    NOT NULL,
    interval_hours    numeric,
    rate_8h           numeric,
    predicted_rate    numeric,
    next_funding_time timestamptz,
    metadata          jsonb,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX funding_rate_exchange_symbol_time ON store.funding_rate (exchange, symbol, "timestamp" DESC);
CREATE INDEX funding_rate_symbol_time ON store.funding_rate (symbol, "timestamp" DESC);
CREATE INDEX funding_rate_time ON store.funding_rate ("timestamp" DESC);
CREATE INDEX funding_rate_rate ON store.funding_rate (rate DESC);

CREATE TABLE store.open_interest (
    LIKE store.named_event INCLUDING DEFAULTS,
    open_interest      numeric NOT NULL,
    open_interest_base numeric,
    open_interest_usd  numeric,
    metadata           jsonb,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX open_interest_exchange_symbol_time ON store.open_interest (exchange, symbol, "timestamp" DESC);
CREATE INDEX open_interest_symbol_time ON store.open_interest (symbol, "timestamp" DESC);
CREATE INDEX open_interest_time ON store.open_interest ("timestamp" DESC);
CREATE INDEX open_interest_value ON store.open_interest (open_interest_usd DESC NULLS LAST);

CREATE TABLE store.liquidation (
    LIKE store.event INCLUDING DEFAULTS,
    side      text    NOT NULL,
    price     numeric NOT NULL,
    size      numeric NOT NULL,
    size_unit text    NOT NULL,
    base_size numeric,
    value_usd numeric,
    trade_id  text,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX liquidation_time ON store.liquidation ("timestamp" DESC);

CREATE TABLE store.long_short_ratio (
    LIKE store.event INCLUDING DEFAULTS,
    ratio_type  text    NOT NULL,
    period      text    NOT NULL,
    long_share  numeric,
    short_share numeric,
    ratio       numeric NOT NULL,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX long_short_ratio_time ON store.long_short_ratio ("timestamp" DESC);

CREATE TABLE store.candle (
    LIKE store.event INCLUDING DEFAULTS,
    "interval"   text    NOT NULL,
    source       text    NOT NULL,
    open         numeric NOT NULL,
    high         numeric NOT NULL,
    low          numeric NOT NULL,
    close        numeric NOT NULL,
    volume       numeric,
    quote_volume numeric,
    buy_volume   numeric,
    trades       bigint,
    closed       boolean NOT NULL,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX candle_interval_time ON store.candle (instrument_id, "interval", "timestamp" DESC);
CREATE INDEX candle_time ON store.candle ("timestamp" DESC);

CREATE TABLE store.mark_price (
    LIKE store.event INCLUDING DEFAULTS,
    mark_price  numeric,
    index_price numeric,
    last_price  numeric,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX mark_price_time ON store.mark_price ("timestamp" DESC);

CREATE TABLE store.depth_metrics (
    LIKE store.event INCLUDING DEFAULTS,
    mid             numeric NOT NULL,
    spread_l5_pct   numeric,
    spread_l50_pct  numeric,
    spread_l100_pct numeric,
    vol_l50_bids    numeric,
    vol_l50_asks    numeric,
    depth_bids      integer NOT NULL,
    depth_asks      integer NOT NULL,
    "interval"      text    NOT NULL,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX depth_metrics_time ON store.depth_metrics ("timestamp" DESC);

CREATE TABLE store.volatility_index (
    LIKE store.event INCLUDING DEFAULTS,
    value numeric NOT NULL,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);

CREATE TABLE store.settlement (
    LIKE store.event INCLUDING DEFAULTS,
    price                numeric NOT NULL,
    trade_date           text    NOT NULL,
    open_interest        numeric,
    volume               numeric,
    basis                numeric,
    basis_annualised_pct numeric,
    days_to_expiry       numeric,
    is_front             boolean NOT NULL,
    roll                 boolean NOT NULL,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);

CREATE TABLE store.option_summary (
    LIKE store.event INCLUDING DEFAULTS,
    underlying       text NOT NULL,
    mark_price       numeric,
    mark_iv          numeric,
    bid_iv           numeric,
    ask_iv           numeric,
    delta            numeric,
    gamma            numeric,
    vega             numeric,
    theta            numeric,
    underlying_price numeric,
    open_interest    numeric,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX option_summary_time ON store.option_summary ("timestamp" DESC);

CREATE TABLE store.borrow_rate (
    LIKE store.event INCLUDING DEFAULTS,
    side        text    NOT NULL,
    bps_per_day numeric NOT NULL,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);

CREATE TABLE store.feed_status (
    LIKE store.event INCLUDING DEFAULTS,
    feed       text NOT NULL,
    state      text NOT NULL,
    reason     text,
    connection text,
    stream     text,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX feed_status_feed_time ON store.feed_status (feed, "timestamp" DESC);

CREATE TABLE store.watermark (
    LIKE store.event INCLUDING DEFAULTS,
    stream    text        NOT NULL,
    "from"    timestamptz NOT NULL,
    "to"      timestamptz NOT NULL,
    first_id  text,
    last_id   text,
    count     bigint      NOT NULL,
    assurance text        NOT NULL,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX watermark_stream_to ON store.watermark (instrument_id, stream, "to" DESC);

CREATE TABLE store.alert (
    LIKE store.event INCLUDING DEFAULTS,
    rule      text NOT NULL,
    severity  text NOT NULL,
    state     text NOT NULL,
    message   text NOT NULL,
    value     numeric,
    threshold numeric,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX alert_time ON store.alert ("timestamp" DESC);

CREATE TABLE store.feature (
    LIKE store.event INCLUDING DEFAULTS,
    name       text NOT NULL,
    value      numeric,
    "interval" text,
    quality    text,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX feature_name_time ON store.feature (name, "timestamp" DESC);

CREATE TABLE store.decision (
    LIKE store.event INCLUDING DEFAULTS,
    strategy text  NOT NULL,
    action   text  NOT NULL,
    vetoes   jsonb NOT NULL,
    inputs   jsonb NOT NULL,
    edge_bps numeric,
    PRIMARY KEY (instrument_id, key_time, venue_key)
);
CREATE INDEX decision_time ON store.decision ("timestamp" DESC);

-- One row per instrument and one per gap, each in its newest state; so these two are no hypertables.
CREATE TABLE store.instrument_state (
    LIKE store.event INCLUDING DEFAULTS,
    base           text NOT NULL,
    quote          text NOT NULL,
    settle         text,
    unified_symbol text,
    contract_size  numeric,
    contract_type  text,
    tick_size      numeric,
    lot_size       numeric,
    expiry         timestamptz,
    strike         numeric,
    option_type    text,
    sector         text NOT NULL,
    maker_fee_bps  numeric,
    taker_fee_bps  numeric,
    listed_at      timestamptz,
    ended_at       timestamptz,
    PRIMARY KEY (instrument_id)
);
CREATE INDEX instrument_state_base ON store.instrument_state (base, quote);
CREATE INDEX instrument_state_unified ON store.instrument_state (unified_symbol);

CREATE TABLE store.gap (
    LIKE store.event INCLUDING DEFAULTS,
    gap_id     text NOT NULL,
    stream     text NOT NULL,
    "from"     timestamptz,
    "to"       timestamptz,
    first_id   text,
    last_id    text,
    missing    bigint,
    cause      text NOT NULL,
    state      text NOT NULL,
    noticed_at timestamptz,
    mended_at  timestamptz,
    PRIMARY KEY (gap_id)
);
CREATE INDEX gap_instrument_time ON store.gap (instrument_id, "timestamp" DESC);
CREATE INDEX gap_time ON store.gap ("timestamp" DESC);
CREATE INDEX gap_open ON store.gap ("timestamp" DESC) WHERE state = 'open';

-- Whoever knows the instrument's number only gets its names filled in.
CREATE FUNCTION store.name_instrument() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT i.exchange, i.market, i.symbol INTO NEW.exchange, NEW.market, NEW.symbol
    FROM store.instrument i WHERE i.id = NEW.instrument_id;
    RETURN NEW;
END
$$;
CREATE TRIGGER name_instrument BEFORE INSERT ON store.large_trade
    FOR EACH ROW WHEN (NEW.symbol IS NULL) EXECUTE FUNCTION store.name_instrument();
CREATE TRIGGER name_instrument BEFORE INSERT ON store.orderbook
    FOR EACH ROW WHEN (NEW.symbol IS NULL) EXECUTE FUNCTION store.name_instrument();
CREATE TRIGGER name_instrument BEFORE INSERT ON store.funding_rate
    FOR EACH ROW WHEN (NEW.symbol IS NULL) EXECUTE FUNCTION store.name_instrument();
CREATE TRIGGER name_instrument BEFORE INSERT ON store.open_interest
    FOR EACH ROW WHEN (NEW.symbol IS NULL) EXECUTE FUNCTION store.name_instrument();

DROP TABLE store.named_event;
DROP TABLE store.event;

-- Findings of the quality checks.
CREATE TABLE quality_checks (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    exchange   text        NOT NULL,
    market     text        NOT NULL,
    symbol     text        NOT NULL,
    stream     text        NOT NULL,
    check_name text        NOT NULL,
    "from"     timestamptz NOT NULL,
    "to"       timestamptz NOT NULL,
    passed     boolean     NOT NULL,
    value      numeric,
    threshold  numeric,
    details    jsonb       NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (exchange, market, symbol, stream, check_name, "from", "to")
);
CREATE INDEX quality_checks_time ON quality_checks (created_at DESC);
