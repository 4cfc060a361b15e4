import { afterAll, describe, expect, it } from 'vitest';
import { prisma, type Tx } from '@/lib/platform/prisma';
import { ownerClient } from '@/prisma/seed/builders/owner-client';

const owner = ownerClient();
afterAll(() => owner.$disconnect());

const settings = (client: Pick<Tx, '$queryRawUnsafe'>) =>
  client.$queryRawUnsafe<Record<string, string>[]>(`SELECT current_setting('statement_timeout') AS statement,
    current_setting('lock_timeout') AS lock, current_setting('idle_in_transaction_session_timeout') AS idle`);

describe('the database', () => {
  it('ends what takes too long before Prisma gives it up', async () => {
    expect(await prisma().$transaction(settings)).toEqual([{ statement: '8s', lock: '4s', idle: '6s' }]);
  });

  it('lets a migration wait two seconds for a lock, no longer', async () => {
    expect(await settings(owner)).toMatchObject([{ lock: '2s' }]);
  });

  it('takes no statement of a transaction that has ended', async () => {
    let leaked: Tx | undefined;
    await prisma().$transaction(async (tx) => {
      leaked = tx;
      await tx.$queryRaw`SELECT 1`;
    });
    await expect(leaked?.$executeRawUnsafe("SELECT set_config('app.role', 'ADMIN', false)")).rejects.toThrow();
    const [row] = await prisma().$queryRaw<{ role: string | null }[]>`SELECT current_setting('app.role', true) AS role`;
    expect(row?.role || '').toBe('');
  });

  it('keeps every moment with its zone', async () => {
    const zoneless = await owner.$queryRaw<{ column: string }[]>`
      SELECT table_name || '.' || column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type IN ('timestamp without time zone', 'time without time zone')
        AND table_name <> '_prisma_migrations'`;
    // An event is held at ten by the clock on the wall, whatever becomes of the zone until then: that is no moment yet.
    expect(zoneless.map(({ column }) => column).sort()).toEqual(['event.ends', 'event.starts']);
  });
});
