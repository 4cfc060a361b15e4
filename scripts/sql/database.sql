-- What a database of the portal needs before its first migration. Run as a superuser inside that database, once:
--
--   psql -h HOST -U postgres -d postgres -c "CREATE DATABASE portal OWNER portal_owner TEMPLATE template0
--     ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'ru-RU' LOCALE 'C.UTF-8'"
--   psql -h HOST -U postgres -d portal -f scripts/sql/database.sql
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;

DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO portal_app, portal_backup', current_database());
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO portal_app, portal_backup;

-- A new table is closed to the portal until its migration says who may do what: forgetting it is an error, not a leak.
-- The backup must never miss a table, so it is the one role that gets each of them by itself.
ALTER DEFAULT PRIVILEGES FOR ROLE portal_owner IN SCHEMA public GRANT SELECT ON TABLES TO portal_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE portal_owner IN SCHEMA public GRANT SELECT ON SEQUENCES TO portal_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE portal_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO portal_app;
ALTER DEFAULT PRIVILEGES FOR ROLE portal_owner IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO portal_app;
