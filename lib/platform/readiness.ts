import 'server-only';
import { prisma } from '@/lib/platform/prisma';

/** Names of the migrations known to this build, written by the build (next.config.js). */
const expected: readonly string[] = (process.env.PORTAL_MIGRATIONS ?? '').split(',').filter(Boolean);

/** Migrations that this build needs and the database lacks. Throws when the database does not answer. */
export async function readiness(): Promise<readonly string[]> {
  const rows = await prisma().$queryRaw<{ name: string }[]>`SELECT name FROM applied_migrations() AS name`;
  const applied = new Set(rows.map((row) => row.name));
  return expected.filter((name) => !applied.has(name));
}
