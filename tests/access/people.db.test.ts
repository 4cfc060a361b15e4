import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockPerson, changeRole, dropSecondFactor } from '@/lib/access/people-actions';
import { peoplePage, peopleTable, personPage } from '@/lib/access/people-queries';
import { type PeopleFilter, peopleFilter, seenState } from '@/lib/access/person';
import { saveSettings } from '@/lib/access/settings-actions';
import { settingsPage } from '@/lib/access/settings-queries';
import type { Viewer } from '@/lib/access/viewer';
import { inScope } from '@/lib/platform/prisma';
import { viewerOf } from '@/prisma/seed/builders/person';
import { buildTown, owner, type Town } from './world';

let town: Town;
let other: Town;
let admin: Viewer;
beforeAll(async () => {
  [town, other] = [await buildTown('ALPHA'), await buildTown('BETA')];
  admin = await town.viewer('ADMIN');
});
afterAll(() => owner.$disconnect());

const seen = async (membershipId: string, by = admin) => seenState((await personPage.as(by, membershipId)).person);
const list = (filter: Partial<PeopleFilter>) => peopleTable.as(admin, { ...peopleFilter.parse({}), ...filter });

describe('people', () => {
  it('are found by name, school and e-mail, whatever the case, ё or е', async () => {
    const { userId } = await town.person('SCHOOL_HEAD');
    await owner.user.update({ where: { id: userId }, data: { name: 'Семёнова Алёна' } });
    for (const q of ['семенова', 'АЛЁНА', 'Семёнова Алена']) {
      expect((await list({ q })).map((row) => row.name)).toEqual(['Семёнова Алёна']);
    }
    expect((await list({ q: 'школа № 1' })).length).toBeGreaterThan(0);
    expect(await list({ q: "%' OR 1=1 --" })).toEqual([]);
  });

  it('come page by page in every order, each once', async () => {
    for (let n = 0; n < 55; n += 1) await town.person('CURATOR');
    for (const sort of ['name', '-name', 'role', '-school', '-created'] as const) {
      const first = await peoplePage.as(admin, peopleFilter.parse({ sort }));
      const second = await peoplePage.as(admin, peopleFilter.parse({ sort, after: first.after }));
      const ids = [...first.rows, ...second.rows].map((row) => row.membershipId);
      expect([new Set(ids).size, ids.length]).toEqual([first.total, first.total]);
      expect((await list({ sort })).map((row) => row.membershipId)).toEqual(ids);
    }
  });

  it('of another municipality do not exist', async () => {
    const foreign = await other.person('CENTRE');
    expect((await list({})).some((row) => row.membershipId === foreign.membershipId)).toBe(false);
    await expect(personPage.as(admin, foreign.membershipId)).rejects.toMatchObject({ code: 'not-found' });
    const input = { membershipId: foreign.membershipId, seen: 'CENTRE::open' };
    expect(await blockPerson.as(admin, input)).toMatchObject({ ok: false });
    expect(await changeRole.as(admin, { ...input, role: 'ADMIN', schoolId: '' })).toMatchObject({ ok: false });
    expect(await dropSecondFactor.as(admin, { membershipId: foreign.membershipId })).toMatchObject({ ok: false });
    const kept = await owner.membership.findUniqueOrThrow({ where: { id: foreign.membershipId } });
    expect(kept).toMatchObject({ role: 'CENTRE', blockedAt: null });
  });

  it.each(['CENTRE', 'OFFICIAL', 'SCHOOL_HEAD', 'CURATOR', 'REGION'] as const)(
    'are nobody’s business for %s',
    async (role) => {
      const viewer = await town.viewer(role);
      await expect(peoplePage.as(viewer, peopleFilter.parse({}))).rejects.toMatchObject({ code: 'not-found' });
      const input = { membershipId: admin.membershipId, seen: 'ADMIN::open' };
      expect(await blockPerson.as(viewer, input)).toMatchObject({ ok: false });
    },
  );

  it('in a second tab: a change that did not see the first one is refused', async () => {
    const { membershipId } = await town.person('CENTRE');
    const before = await seen(membershipId);
    expect(await changeRole.as(admin, { membershipId, seen: before, role: 'OFFICIAL', schoolId: '' })).toMatchObject({
      ok: true,
    });
    expect(await blockPerson.as(admin, { membershipId, seen: before })).toMatchObject({ ok: false });
  });
});

describe('administrators', () => {
  it('cannot lock themselves out', async () => {
    const input = { membershipId: admin.membershipId, seen: await seen(admin.membershipId) };
    expect(await blockPerson.as(admin, input)).toMatchObject({ ok: false });
    expect(await changeRole.as(admin, { ...input, role: 'CENTRE', schoolId: '' })).toMatchObject({ ok: false });
  });

  it('who block each other at the same moment leave one', async () => {
    const lonely = await buildTown('GAMMA');
    const [one, two] = [await lonely.viewer('ADMIN'), await lonely.viewer('ADMIN')];
    const block = (by: Viewer, whom: Viewer) =>
      blockPerson.as(by, { membershipId: whom.membershipId, seen: 'ADMIN::open' });
    const answers = await Promise.all([block(one, two), block(two, one)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const left = await owner.membership.count({ where: { municipalityId: lonely.id, role: 'ADMIN', blockedAt: null } });
    expect(left).toBe(1);
  });

  it('turn off a lost second factor of their own people', async () => {
    const person = await town.person('CENTRE');
    await owner.user.update({ where: { id: person.userId }, data: { totpSecret: 'JBSWY3DPEHPK3PXP' } });
    expect(await dropSecondFactor.as(admin, { membershipId: person.membershipId })).toMatchObject({ ok: true });
    expect(await owner.user.findUniqueOrThrow({ where: { id: person.userId } })).toMatchObject({ totpSecret: null });
  });

  it('lose their schools with the role of a curator; the administrator gives none himself', async () => {
    const curator = await town.person('CURATOR');
    const { membershipId } = curator;
    const pairs = town.schoolIds.map((schoolId) => ({ municipalityId: town.id, membershipId, schoolId }));
    await expect(inScope(admin, (tx) => tx.assignment.createMany({ data: pairs }))).rejects.toThrow();
    await owner.assignment.createMany({ data: pairs });
    expect((await personPage.as(admin, membershipId)).assigned).toHaveLength(pairs.length);
    expect(await viewerOf(owner, curator)).toMatchObject({ role: 'CURATOR' });
    const change = { membershipId, seen: await seen(membershipId), role: 'OFFICIAL', schoolId: '' };
    expect(await changeRole.as(admin, change)).toMatchObject({ ok: true });
    expect(await owner.assignment.count({ where: { membershipId } })).toBe(0);
  });

  it('never overwrite each other’s settings without seeing them', async () => {
    const { settings, seen: mark } = await settingsPage.as(admin);
    const saved = { ...settings, foundingAct: 'Приказ № 1' };
    expect(await saveSettings.as(admin, { ...saved, seen: mark })).toMatchObject({ ok: true });
    expect(await saveSettings.as(admin, { ...settings, name: 'Иначе', seen: mark })).toMatchObject({ ok: false });
    expect((await settingsPage.as(admin)).settings).toEqual(saved);
  });
});
