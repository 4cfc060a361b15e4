#!/bin/sh
# Runs once, when the container of PostgreSQL makes its data: roles, the database, its extensions and rights.
set -eu
PGOPTIONS="-c portal.owner_password=$OWNER_PASSWORD -c portal.app_password=$APP_PASSWORD -c portal.backup_password=$BACKUP_PASSWORD" \
  psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -f /portal/sql/roles.sql
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -c 'CREATE DATABASE portal OWNER portal_owner'
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d portal -f /portal/sql/database.sql
