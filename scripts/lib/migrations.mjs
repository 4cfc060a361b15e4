import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { NOTHING_TO_DO, runPrisma } from './progress.mjs';
import { root } from './project.mjs';
import { connected } from './roles.mjs';

const directory = path.join(root, 'prisma/migrations');

/** Whether the database has exactly the migrations of this checkout, by name and checksum. */
async function isCurrent(ownerUrl) {
  const wanted = fs
    .readdirSync(directory)
    .filter((name) => fs.existsSync(path.join(directory, name, 'migration.sql')))
    .map((name) => {
      const sql = fs.readFileSync(path.join(directory, name, 'migration.sql'));
      return `${name} ${createHash('sha256').update(sql).digest('hex')}`;
    });
  return connected(ownerUrl, async (client) => {
    const table = await client.query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there");
    if (!table.rows[0].there) return false;
    const { rows } = await client.query(
      "SELECT migration_name || ' ' || checksum AS line FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const present = new Set(rows.map((row) => row.line));
    return wanted.length === present.size && wanted.every((line) => present.has(line));
  });
}

/** Brings the database to the migrations of this checkout. Prisma's command line runs only when something is missing. */
export async function migrate(ownerUrl) {
  if (await isCurrent(ownerUrl)) return NOTHING_TO_DO;
  await runPrisma(['migrate', 'deploy'], ownerUrl);
}
