import { describe, expect, it, vi } from 'vitest';
import { ownerClient } from '@/prisma/seed/builders/owner-client';

/** The build writes its migrations into the environment; each reading of the module is one start of the process. */
async function readyWith(migrations: readonly string[]): Promise<Response> {
  vi.resetModules();
  vi.stubEnv('PORTAL_MIGRATIONS', migrations.join(','));
  const { GET } = await import('@/app/api/ready/route');
  return GET();
}
const applied = async () => {
  const owner = ownerClient();
  const rows = await owner.$queryRaw<{ name: string }[]>`SELECT migration_name AS name FROM _prisma_migrations`;
  await owner.$disconnect();
  return rows.map(({ name }) => name);
};

describe('the probe of readiness', () => {
  it('says yes when the database answers with every migration of this build', async () => {
    const answer = await readyWith(await applied());
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true, missing: [] }]);
  });

  it('says no and which one while a migration is missing', async () => {
    const answer = await readyWith([...(await applied()), '29990101000000_never']);
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false, missing: ['29990101000000_never'] }]);
  });

  it('says no, and nothing more, when the database does not answer; the process is alive all the same', async () => {
    const { createPrisma } = await import('@/lib/platform/prisma');
    const before = globalThis.portalPrisma;
    globalThis.portalPrisma = createPrisma('postgresql://nobody@127.0.0.1:1/none');
    const answer = await readyWith([]);
    await globalThis.portalPrisma.$disconnect();
    globalThis.portalPrisma = before;
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false }]);
    const { GET } = await import('@/app/api/health/route');
    expect(GET().status).toBe(200);
  });
});
