-- The three roles of the portal. Run as a superuser, once a cluster; it may be run again.
--
--   PGOPTIONS="-c portal.owner_password=… -c portal.app_password=… -c portal.backup_password=…" \
--     psql -h HOST -U postgres -d postgres -f scripts/sql/roles.sql
--
-- A password that is not given stays as it is. The bootstrap of the embedded server runs this same file.
DO $$
DECLARE
  r record;
BEGIN
  FOR r IN
    SELECT * FROM (VALUES
      ('portal_owner', 'NOBYPASSRLS', current_setting('portal.owner_password', true)),
      ('portal_app', 'NOBYPASSRLS', current_setting('portal.app_password', true)),
      ('portal_backup', 'BYPASSRLS', current_setting('portal.backup_password', true))
    ) AS wanted (name, row_security, password)
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r.name) THEN
      EXECUTE format('CREATE ROLE %I', r.name);
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION %s', r.name, r.row_security);
    IF coalesce(r.password, '') <> '' THEN
      EXECUTE format('ALTER ROLE %I PASSWORD %L', r.name, r.password);
    END IF;
  END LOOP;
END $$;

-- A migration that cannot get its lock gives up instead of holding the whole portal behind it.
ALTER ROLE portal_owner SET lock_timeout = '2s';
-- The backup reads past row-level security, so it may do nothing else.
ALTER ROLE portal_backup SET default_transaction_read_only = on;
