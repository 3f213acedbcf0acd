-- The writer inserts and updates, the reader reads; only the owner changes the schema or deletes. Runs again whenever a
-- password changes.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tapeline_writer') THEN
        CREATE ROLE tapeline_writer NOINHERIT LOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tapeline_reader') THEN
        CREATE ROLE tapeline_reader NOINHERIT LOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- roles belong to the whole cluster: another database of it was migrated at the same moment
END
$$;
ALTER ROLE tapeline_writer PASSWORD '${writer_password}';
ALTER ROLE tapeline_reader PASSWORD '${reader_password}';
ALTER ROLE tapeline_reader SET default_transaction_read_only = on;

DO $$
BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO tapeline_writer, tapeline_reader', current_database());
    EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO tapeline_writer', current_database());
END
$$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public, store, unified TO tapeline_writer, tapeline_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA public, store, unified TO tapeline_writer, tapeline_reader;
GRANT INSERT, UPDATE ON ALL TABLES IN SCHEMA store TO tapeline_writer;
GRANT INSERT, UPDATE ON quality_checks TO tapeline_writer;
REVOKE ALL ON TABLE flyway_schema_history FROM tapeline_writer, tapeline_reader;
