import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishMethod } from '@/prisma/seed/builders/method';
import { ownerClient } from '@/prisma/seed/builders/owner-client';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

const owner = ownerClient();
let versionId: string;
beforeAll(async () => {
  versionId = await publishMethod(owner, defaultMethod);
});
afterAll(() => owner.$disconnect());

describe('a published version of a method', () => {
  it.each([
    'UPDATE methodology_version SET number = number + 1',
    "UPDATE methodology_version SET status = 'DRAFT'",
    'DELETE FROM methodology_version',
    "UPDATE method_section SET title = 'x'",
    'DELETE FROM method_section',
    "UPDATE method_criterion SET wording = 'x'",
    'DELETE FROM method_criterion',
  ])('keeps its content from the owner of the tables: %s', async (sql) => {
    await expect(owner.$executeRawUnsafe(sql)).rejects.toThrow(/immutable/);
  });

  it('may only be archived', async () => {
    const archived = await owner.methodologyVersion.update({ where: { id: versionId }, data: { status: 'ARCHIVED' } });
    expect(archived.status).toBe('ARCHIVED');
  });
});
