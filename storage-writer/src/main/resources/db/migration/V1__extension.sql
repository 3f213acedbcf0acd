-- TimescaleDB is used where it is installed; everything works without it. On its own, because the extension wants to be
-- created before its functions are looked up in the same session.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'timescaledb' AND installed_version IS NULL) THEN
        CREATE EXTENSION IF NOT EXISTS timescaledb;
    END IF;
EXCEPTION WHEN OTHERS THEN
    RAISE NOTICE 'timescaledb is installed but cannot be used here (%), going on with plain PostgreSQL', SQLERRM;
END
$$;
