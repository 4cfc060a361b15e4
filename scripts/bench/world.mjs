import fs from 'node:fs';
import path from 'node:path';
import { dataEnv } from '../lib/demo.mjs';
import { migrate } from '../lib/migrations.mjs';
import { runTypeScript } from '../lib/progress.mjs';
import { connected, dropDatabase, makeDatabase } from '../lib/roles.mjs';

/** Changing the seed changes every answer of every world; the oracle computes with the same one. */
export const SEED = 20_261_123;
export const YEARS = 5;
/** Tags of the ids that `world.sql` makes. */
const TAGS = { municipality: 2, user: 3, membership: 4, session: 5, campaign: 6, school: 7, card: 8, assessment: 9 };

/** The id that `world.sql` gives to the n-th thing of a kind. */
export const idOf = (kind, n) =>
  `${TAGS[kind].toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

const script = (name) => fs.readFileSync(path.join(import.meta.dirname, name), 'utf8');
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** Puts values in place of `:name`; what is not among them (casts, times) stays. */
const filled = (sql, values) =>
  sql.replace(/(?<!:):([a-zA-Z]+)\b/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));

/**
 * Builds one world in a database of its own and leaves it as a portal would have it: real schema, statistics fresh,
 * everything on disk.
 * @param {{ superuserUrl: (database?: string) => string, ownerUrl: (database: string) => string, appUrl: (database: string) => string }} cluster
 * @param {number} n schools
 */
export async function buildWorld(cluster, n) {
  const name = `bench_${n}`;
  await dropDatabase(cluster, name);
  await makeDatabase(cluster, name);
  const addresses = { appUrl: cluster.appUrl(name), ownerUrl: cluster.ownerUrl(name), filesDir: '.data/bench/files' };
  await migrate(addresses.ownerUrl);
  const said = await runTypeScript('scripts/bench/method-facts.ts', [], {
    env: dataEnv({ ...addresses, origin: 'http://127.0.0.1' }),
  });
  const method = JSON.parse(said.trim().split('\n').at(-1));
  const year = new Date().getFullYear() - (new Date().getMonth() < 8 ? 1 : 0);
  const values = {
    n,
    seed: SEED,
    year,
    version: method.version,
    methodHash: method.methodHash,
    held: `${quoted(`{${method.held.join(',')}}`)}::text[]`,
    heldJson: JSON.stringify(method.held),
    items: `${quoted(JSON.stringify(method.items))}::jsonb`,
  };
  await connected(cluster.superuserUrl(name), async (client) => {
    await client.query(filled(script('world.sql'), values));
    for (let y = 0; y < YEARS; y++) await client.query(filled(script('world-year.sql'), { ...values, y }));
    await client.query(script('world-end.sql'));
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  });
  return { ...addresses, name, n, year, method, superuserUrl: cluster.superuserUrl(name) };
}
