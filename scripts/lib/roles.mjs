import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Refusal, root } from './project.mjs';

const script = (name) => fs.readFileSync(path.join(root, 'scripts/sql', name), 'utf8');
export const identifier = (name) => `"${name.replaceAll('"', '""')}"`;

/**
 * Runs `work` on a connection of its own.
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function connected(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // a connection that dies in mid-query rejects the query; this is its echo
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Makes the roles of a cluster that we run ourselves, with the passwords of its state.
 * @param {string} superuserUrl
 * @param {{ owner: string, app: string, backup: string }} passwords
 */
export function makeRoles(superuserUrl, passwords) {
  return connected(superuserUrl, async (client) => {
    for (const role of ['owner', 'app', 'backup']) {
      await client.query('SELECT set_config($1, $2, false)', [`portal.${role}_password`, passwords[role]]);
    }
    await client.query(script('roles.sql'));
    // Our own clusters also serve `prisma migrate dev` and the drift check, which make a shadow database.
    await client.query('ALTER ROLE portal_owner CREATEDB');
  });
}

/** Makes an empty database of the portal: owner, extensions, rights. */
export async function makeDatabase(cluster, name) {
  await connected(cluster.superuserUrl(), (client) =>
    client.query(`CREATE DATABASE ${identifier(name)} OWNER portal_owner`),
  );
  await connected(cluster.superuserUrl(name), (client) => client.query(script('database.sql')));
}

export const dropDatabase = (cluster, name) =>
  connected(cluster.superuserUrl(), (client) =>
    client.query(`DROP DATABASE IF EXISTS ${identifier(name)} WITH (FORCE)`),
  );

export const hasDatabase = (cluster, name) =>
  connected(cluster.superuserUrl(), async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    return rowCount === 1;
  });

export const renameDatabase = (cluster, from, to) =>
  connected(cluster.superuserUrl(), (client) =>
    client.query(`ALTER DATABASE ${identifier(from)} RENAME TO ${identifier(to)}`),
  );

const RIGHTS = `
  SELECT r.rolname AS name, r.rolsuper AS superuser, r.rolbypassrls AS bypass,
    pg_catalog.pg_has_role(current_user, d.datdba, 'MEMBER') AS database_owner,
    (SELECT count(*)::int FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND pg_catalog.pg_has_role(current_user, c.relowner, 'MEMBER')) AS tables
  FROM pg_roles r, pg_database d
  WHERE r.rolname = current_user AND d.datname = current_database()`;

/**
 * Refuses an application role for which row-level security would be switched off without a word.
 * @param {string} url DATABASE_URL
 */
export async function refuseStrongRole(url) {
  const { rows } = await connected(url, (client) => client.query(RIGHTS));
  const role = rows[0];
  const why = role.superuser
    ? 'это суперпользователь'
    : role.bypass
      ? 'она обходит построчную защиту (BYPASSRLS)'
      : role.tables > 0 || role.database_owner
        ? 'она владеет таблицами или самой базой'
        : null;
  if (why) {
    throw new Refusal(
      `Роль «${role.name}» из DATABASE_URL порталу не подходит: ${why}, и чужие данные не были бы закрыты; укажите portal_app (docs/deployment.md, «Roles»).`,
    );
  }
}

const SENTENCES = {
  ECONNREFUSED: 'сервер не отвечает по этому адресу',
  ENOTFOUND: 'такого сервера нет в сети',
  EAI_AGAIN: 'имя сервера не удалось узнать',
  ETIMEDOUT: 'сервер не ответил вовремя',
  '28P01': 'имя или пароль не подошли',
  28000: 'сервер не пускает эту роль с этого адреса',
  '3D000': 'такой базы на сервере нет',
  42501: 'роли не дано право подключаться',
};

/**
 * Tries the address of a setting and says in one sentence what is wrong with it.
 * @param {string} setting name of the variable
 * @param {string} url
 */
export async function tryAddress(setting, url) {
  try {
    const { rows } = await connected(url, (client) =>
      client.query("SELECT current_setting('server_version_num')::int AS v"),
    );
    if (rows[0].v < 150000)
      throw new Refusal(`${setting}: нужен PostgreSQL 15 или новее, а здесь ${Math.floor(rows[0].v / 10000)}.`);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const why = SENTENCES[error.code] ?? SENTENCES[error.errors?.[0]?.code] ?? error.message;
    throw new Refusal(`${setting}: не удалось подключиться к базе данных – ${why}.`);
  }
}

/**
 * Refuses to migrate as anybody but the owner that the policies and default rights of the migrations name.
 * @param {string} url MIGRATION_DATABASE_URL
 */
export async function refuseWrongOwner(url) {
  await tryAddress('MIGRATION_DATABASE_URL', url);
  const { rows } = await connected(url, (client) => client.query('SELECT current_user::text AS name'));
  if (rows[0].name !== 'portal_owner') {
    throw new Refusal(
      `MIGRATION_DATABASE_URL: нужна роль portal_owner, а указана «${rows[0].name}» (docs/deployment.md, «Roles»).`,
    );
  }
}
