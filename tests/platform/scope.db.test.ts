import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { createPrisma, inScope, type Scope } from '@/lib/platform/prisma';

const scopeOf = (userId: string): Scope => ({
  userId,
  role: "CENTRE'; SELECT 1 --",
  membershipId: newId(),
  regionId: null,
  municipalityId: newId(),
  schoolId: null,
});

const WHO = `SELECT current_setting('app.user_id', true) AS "userId", current_setting('app.role', true) AS role,
  current_setting('app.municipality_id', true) AS "municipalityId", current_setting('app.school_id', true) AS "schoolId"`;

describe('the identity of a transaction', () => {
  it('is its own caller’s in every one of many that share two connections', async () => {
    const client = createPrisma(process.env.DATABASE_URL ?? '', 2);
    const scopes = Array.from({ length: 40 }, () => scopeOf(newId()));
    const seen = await Promise.all(
      scopes.map((scope) => inScope(scope, (tx) => tx.$queryRawUnsafe<unknown[]>(WHO), client)),
    );
    await client.$disconnect();
    expect(seen).toEqual(
      scopes.map(({ userId, role, municipalityId }) => [{ userId, role, municipalityId, schoolId: '' }]),
    );
  });

  it('is nobody’s after the transaction and in a transaction begun inside another one without naming it', async () => {
    const client = createPrisma(process.env.DATABASE_URL ?? '', 2);
    const inner = await inScope(
      scopeOf(newId()),
      () => client.$transaction((tx) => tx.$queryRawUnsafe<{ userId: string | null }[]>(WHO)),
      client,
    );
    const after = await client.$queryRawUnsafe<{ userId: string | null }[]>(WHO);
    await client.$disconnect();
    expect([inner[0]?.userId || '', after[0]?.userId || '']).toEqual(['', '']);
  });
});
