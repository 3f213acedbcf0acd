-- Hypertables where the extension is there. Trades, quotes, books and options come in day chunks, since they are written
-- once and dropped by the day; slow kinds in chunks of 90 days, since a deep backfill into day chunks exhausts the lock table.
DO $$
DECLARE
    kind  record;
    table_name text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb') THEN
        RETURN;
    END IF;
    -- It advises text for our one-byte enums, once per column.
    PERFORM set_config('client_min_messages', 'error', true);
    FOR kind IN
        SELECT * FROM (VALUES
            ('trade', interval '1 day'), ('quote', interval '1 day'), ('orderbook', interval '1 day'),
            ('mark_price', interval '30 days'), ('option_summary', interval '1 day'),
            ('depth_metrics', interval '30 days'), ('feature', interval '30 days'),
            ('large_trade', interval '90 days'), ('funding_rate', interval '90 days'),
            ('open_interest', interval '90 days'), ('liquidation', interval '90 days'),
            ('long_short_ratio', interval '90 days'), ('candle', interval '90 days'),
            ('volatility_index', interval '90 days'), ('settlement', interval '365 days'),
            ('borrow_rate', interval '90 days'), ('feed_status', interval '90 days'),
            ('watermark', interval '90 days'), ('alert', interval '90 days'), ('decision', interval '90 days')
        ) AS k (name, chunk)
    LOOP
        table_name := 'store.' || kind.name;
        PERFORM create_hypertable(table_name::regclass, by_range('key_time', kind.chunk),
                                  create_default_indexes => false, if_not_exists => true, migrate_data => true);
        PERFORM set_chunk_time_interval(table_name::regclass, kind.chunk);
        -- Compression belongs to the licensed edition; nothing depends on it.
        IF current_setting('timescaledb.license', true) = 'timescale' THEN
            EXECUTE format('ALTER TABLE %s SET (timescaledb.compress, timescaledb.compress_segmentby = ''instrument_id'', '
                           'timescaledb.compress_orderby = ''key_time DESC, venue_key'')', table_name);
            EXECUTE format('SELECT add_compression_policy(%L, %L::interval, if_not_exists => true)', table_name,
                           greatest(interval '7 days', 2 * kind.chunk));
        END IF;
    END LOOP;
END
$$;
