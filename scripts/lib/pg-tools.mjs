import { spawnSync } from 'node:child_process';
import { Refusal } from './project.mjs';

/** The environment by which libpq takes an address apart, so that no password stands in a list of processes. */
export function libpqEnv(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const env = {
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
  };
  const sslmode = searchParams.get('sslmode');
  return sslmode ? { ...env, PGSSLMODE: sslmode } : env;
}

/** Refuses a machine without PostgreSQL's own tools. */
export function requireTool(name) {
  if (spawnSync(name, ['--version']).status === 0) return;
  throw new Refusal(
    `На своём сервере копии делает ${name}, а здесь его нет: поставьте клиентские программы PostgreSQL (пакет postgresql-client) не старее сервера.`,
  );
}
