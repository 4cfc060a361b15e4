import fs from 'node:fs';
import path from 'node:path';
import { migrate } from './migrations.mjs';
import { runTypeScript, step } from './progress.mjs';
import { DEMO_PEOPLE, root } from './project.mjs';
import { connected, dropDatabase, hasDatabase, makeDatabase, renameDatabase } from './roles.mjs';

/** The database of the first look, and the name under which it is made. */
export const DEMO = 'portal';
const MAKING = 'portal_making';

const REFERENCE = 'prisma/seed/reference.ts';
const demoSeed = 'prisma/seed/demo.ts';

/** What a data command of the project needs to reach the database. */
export const dataEnv = ({ appUrl, ownerUrl, filesDir, origin }) => ({
  DATABASE_URL: appUrl,
  MIGRATION_DATABASE_URL: ownerUrl,
  FILES_DIR: filesDir,
  PORTAL_ORIGIN: origin,
  // Commands parse the same settings as the web, but sign nobody in.
  NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || 'a command signs nobody in and needs none',
});

const exists = (file) => fs.existsSync(path.join(root, file));

/** Loads or renews reference data: methods, regions, what every installation has. */
export async function loadReference(addresses) {
  if (!exists(REFERENCE)) return;
  await step('Справочники', () => runTypeScript(REFERENCE, [], { env: dataEnv(addresses) }));
}

/** Migrates and fills a database that was just made. */
export async function fillDemo(addresses) {
  await step('Таблицы', () => migrate(addresses.ownerUrl));
  await loadReference(addresses);
  if (exists(demoSeed))
    await step('Демонстрационные данные', () => runTypeScript(demoSeed, [], { env: dataEnv(addresses) }));
}

const isEmpty = (cluster, name) =>
  connected(cluster.ownerUrl(name), async (client) => {
    const table = await client.query("SELECT to_regclass('public.app_user') IS NOT NULL AS there");
    if (!table.rows[0].there) return true;
    const { rows } = await client.query('SELECT NOT EXISTS (SELECT FROM app_user) AS empty');
    return rows[0].empty;
  });

/**
 * Makes the demo database aside and gives it its name when it is whole: a start that was killed half way is simply
 * begun again, and nobody ever works in half a demo.
 */
export async function makeDemo(cluster, { filesDir, origin }) {
  await dropDatabase(cluster, MAKING);
  await makeDatabase(cluster, MAKING);
  await fillDemo({ appUrl: cluster.appUrl(MAKING), ownerUrl: cluster.ownerUrl(MAKING), filesDir, origin });
  await dropDatabase(cluster, DEMO);
  await renameDatabase(cluster, MAKING, DEMO);
}

/** The demo database, made at the first start and brought up to date at the next ones. */
export async function ensureDemo(cluster, settings) {
  const isThere = await hasDatabase(cluster, DEMO);
  if (!isThere || (exists(demoSeed) && (await isEmpty(cluster, DEMO)))) {
    await makeDemo(cluster, settings);
    return;
  }
  const addresses = { appUrl: cluster.appUrl(DEMO), ownerUrl: cluster.ownerUrl(DEMO), ...settings };
  await step('Таблицы', () => migrate(addresses.ownerUrl));
  await loadReference(addresses);
}

/** The demo sign-ins as a table of text: who it is, e-mail, password. Empty when there are none. */
export function demoSignIns() {
  if (!exists(DEMO_PEOPLE)) return '';
  /** @type {{ role: string, email: string, password: string, note?: string }[]} */
  const people = JSON.parse(fs.readFileSync(path.join(root, DEMO_PEOPLE), 'utf8'));
  const rows = people.map(({ role, note, email, password }) => [note ?? role, email, password]);
  const width = (column) => Math.max(...rows.map((row) => row[column].length));
  return rows.map((row) => `    ${row.map((cell, i) => cell.padEnd(width(i))).join('   ')}`.trimEnd()).join('\n');
}
