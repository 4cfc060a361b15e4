import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { newId } from '@/lib/kernel/ids';
import { inScope, prisma, type Scope } from '@/lib/platform/prisma';
import { buildCampaign } from '@/prisma/seed/builders/campaign';
import { buildAssessment, fillCard, moveCard } from '@/prisma/seed/builders/card';
import { publishMethod } from '@/prisma/seed/builders/method';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { connected } from '@/scripts/lib/roles.mjs';
import { buildTown, owner, type Town } from './world';

/** Tables that hold no municipality's rows; a new table is a tenant's until it is named here. */
const GLOBAL = new Set([
  'region',
  'municipality',
  'app_user',
  'session',
  'sign_in_counter',
  'idempotency_key',
  'journal_head',
  'methodology',
  'methodology_version',
  'method_section',
  'method_criterion',
  'starter_remedy',
]);

let mine: Town;
let theirs: Town;
let tables: { name: string; tenant: string | null }[];

async function live(town: Town) {
  const versionId = await publishMethod(owner, defaultMethod);
  const [centre, curator] = [await town.person('CENTRE'), await town.person('CURATOR')];
  const schools = await owner.school.findMany({ where: { municipalityId: town.id }, orderBy: { code: 'asc' } });
  const campaign = await buildCampaign(owner, {
    municipalityId: town.id,
    versionId,
    method: defaultMethod,
    year: 2026,
    title: 'Кампания',
    opensAt: new Date(Date.now() - 86_400_000),
    closesAt: new Date(Date.now() + 86_400_000),
    schools,
  });
  await owner.assignment.create({
    data: { municipalityId: town.id, membershipId: curator.membershipId, schoolId: schools[0]?.id ?? '' },
  });
  await owner.invitation.create({
    data: {
      id: newId(),
      tokenHash: newId(),
      email: 'x@x.example',
      name: 'x',
      role: 'CENTRE',
      municipalityId: town.id,
      expiresAt: new Date(),
      createdById: centre.userId,
    },
  });
  const [card] = campaign.cards;
  const head = await town.person('SCHOOL_HEAD');
  if (!card) throw new Error('the campaign has no card');
  const answers = Object.fromEntries(card.asked.map((item) => [item, { value: 'NO' as const }]));
  const at = await fillCard(owner, {
    method: defaultMethod,
    card,
    answers,
    authorId: head.userId,
    startedAt: new Date(Date.now() - 3_600_000),
  });
  await moveCard(owner, card, { to: 'SUBMITTED', actorId: head.userId, at });
  await buildAssessment(owner, { method: defaultMethod, card, answers, accepted: false, at });
}

beforeAll(async () => {
  [mine, theirs] = [await buildTown('ALPHA'), await buildTown('BETA')];
  await live(mine);
  await live(theirs);
  tables = await owner.$queryRaw<{ name: string; tenant: string | null }[]>`
    SELECT c.relname AS name, (SELECT a.attname FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attname IN ('municipality_id', 'chain') AND NOT a.attisdropped) AS tenant
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
    ORDER BY 1`;
});
afterAll(() => owner.$disconnect());

/** Rows that the scope sees in a table when the query names no condition at all; a table not granted has none. */
const unscoped = (scope: Scope, table: string) =>
  inScope(scope, (tx) => tx.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(columnsOf(table))).catch(
    (error: unknown) => {
      if (/permission denied|42501/.test(String(error))) return [];
      throw error;
    },
  );
const columnsOf = (table: string) =>
  table === 'app_user'
    ? "SELECT jsonb_build_object('id', id, 'email', email) AS row FROM app_user"
    : table === 'invitation'
      ? "SELECT jsonb_build_object('id', id, 'municipality_id', municipality_id) AS row FROM invitation"
      : `SELECT to_jsonb(t) AS row FROM "${table}" t`;

describe('row-level security', () => {
  it('is on and forced for every table, the owner included', async () => {
    const open = await owner.$queryRaw<{ name: string }[]>`
      SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND relname <> '_prisma_migrations' AND NOT (relrowsecurity AND relforcerowsecurity)`;
    expect(open).toEqual([]);
  });

  it('knows of every table which column names its municipality', () => {
    expect(tables.filter((table) => !table.tenant && !GLOBAL.has(table.name)).map((table) => table.name)).toEqual([]);
    expect(tables.length).toBeGreaterThan(20);
  });

  it('has something to hide: the other municipality has people, schools, cards, answers and an assessment', async () => {
    const full = ['school', 'membership', 'invitation', 'assignment', 'campaign', 'card', 'answer', 'assessment'];
    for (const name of full) {
      const [row] = await owner.$queryRawUnsafe<{ some: boolean }[]>(
        `SELECT EXISTS (SELECT FROM "${name}" WHERE municipality_id = '${theirs.id}') AS some`,
      );
      expect({ name, some: row?.some }).toEqual({ name, some: true });
    }
  });

  it.each(ROLES)(
    'shows %s of one municipality no row of another, even to a query without a condition',
    async (role) => {
      const viewer: Viewer = await mine.viewer(role);
      for (const { name, tenant } of tables) {
        const rows = await unscoped(viewer, name);
        const text = JSON.stringify(rows);
        expect({ name, leaked: text.includes(theirs.id) }).toEqual({ name, leaked: false });
        if (tenant && rows.length > 0 && !GLOBAL.has(name)) {
          const owners = new Set(
            rows.map(({ row }) => row[tenant]).filter((id) => id !== null || name !== 'membership'),
          );
          expect({ name, owners: [...owners] }).toEqual({ name, owners: owners.size === 0 ? [] : [mine.id] });
        }
        if (name === 'app_user') expect(text).not.toContain('@beta.example');
      }
    },
  );

  it('shows no row of any table to a connection without identity', async () => {
    const nobody: Scope = {
      userId: '',
      role: '',
      membershipId: '',
      regionId: null,
      municipalityId: null,
      schoolId: null,
    };
    for (const { name } of tables) expect({ name, rows: await unscoped(nobody, name) }).toEqual({ name, rows: [] });
  });

  it('keeps a director from the answers and the sum of another school of his own town', async () => {
    const director = await mine.viewer('SCHOOL_HEAD');
    for (const table of ['card', 'card_live', 'answer', 'answer_change', 'assessment', 'card_event']) {
      const rows = await unscoped(director, table);
      const schools = new Set(rows.map(({ row }) => row.school_id));
      schools.delete(director.schoolId);
      expect({ table, schools: [...schools] }).toEqual({ table, schools: [] });
    }
  });

  it('lets the administrator read no answer, no sum and no assessment of a school', async () => {
    const admin = await mine.viewer('ADMIN');
    for (const table of ['card', 'card_live', 'answer', 'answer_change', 'assessment', 'evidence', 'remark']) {
      expect({ table, rows: await unscoped(admin, table) }).toEqual({ table, rows: [] });
    }
  });

  it('refuses a role that carries a school it does not belong to', async () => {
    const admin = await mine.person('ADMIN');
    const smuggled = owner.membership.update({
      where: { id: admin.membershipId },
      data: { schoolId: mine.schoolIds[0] ?? null },
    });
    await expect(smuggled).rejects.toThrow(/membership_place/);
  });

  it('refuses to write a row of another municipality', async () => {
    const centre = await mine.viewer('CENTRE');
    const planted = inScope(centre, (tx) =>
      tx.school.create({
        data: {
          id: newId(),
          municipalityId: theirs.id,
          code: '99',
          name: 'x',
          shortName: 'x',
          kind: 'SECONDARY',
          place: 'CITY',
          grades: [],
          contexts: [],
          searchText: 'x',
        },
        select: { id: true },
      }),
    );
    await expect(planted).rejects.toThrow();
  });
});

describe('secrets of people', () => {
  it.each(['password_hash', 'totp_secret'])('the application cannot read %s', async (column) => {
    await expect(prisma().$queryRawUnsafe(`SELECT ${column} FROM app_user`)).rejects.toThrow(/permission denied/);
  });

  it('the application cannot read the hash of an invitation’s token', async () => {
    await expect(prisma().$queryRawUnsafe('SELECT token_hash FROM invitation')).rejects.toThrow(/permission denied/);
  });

  it.each([
    'INSERT INTO membership (id) VALUES (gen_random_uuid())',
    "UPDATE app_user SET email = 'x'",
    'DELETE FROM session',
    'SELECT * FROM sign_in_counter',
  ])('the application may not: %s', async (sql) => {
    await expect(connected(process.env.DATABASE_URL ?? '', (client) => client.query(sql))).rejects.toMatchObject({
      code: '42501',
    });
  });
});
