import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import {
  closeCampaign,
  createCampaign,
  deleteCampaign,
  editCampaign,
  extendCampaign,
  openCampaign,
  setRoster,
  updateRoster,
} from '@/lib/diagnostics/campaigns/campaign-actions';
import { campaignPage, campaignRosterPage, campaignsPage } from '@/lib/diagnostics/campaigns/campaign-queries';
import { newId } from '@/lib/kernel/ids';
import { localOfMoment } from '@/lib/kernel/local-time';
import { inScope } from '@/lib/platform/prisma';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { buildTown, HOUR, openCampaignOf, ownerClient, type Town } from './list-world';

const owner = ownerClient();
let town: Town;
let other: Town;
let centre: Viewer;
let official: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  town = await buildTown(owner, 'ALPHA', 4);
  other = await buildTown(owner, 'BETA', 2);
  centre = await town.viewer('CENTRE');
  official = await town.viewer('OFFICIAL');
  stranger = await other.viewer('CENTRE');
});
afterAll(() => owner.$disconnect());

const local = (hours: number) => localOfMoment(new Date(Date.now() + hours * HOUR), centre.timeZone);
let year = 2030;
const form = () => ({
  versionId: town.versionId,
  year: String(year++),
  stage: 'INITIAL',
  title: 'Входная диагностика',
  opensAt: local(24),
  closesAt: local(240),
  held: defaultMethod.procedures.map((procedure) => procedure.code),
});

async function planned(): Promise<{ id: string; version: number }> {
  const draft = form();
  const answer = await createCampaign.as(centre, draft);
  expect(answer).toMatchObject({ ok: true });
  const row = await owner.campaign.findFirstOrThrow({ where: { municipalityId: town.id, year: Number(draft.year) } });
  return { id: row.id, version: row.version };
}
const versionOf = async (id: string) => (await owner.campaign.findUniqueOrThrow({ where: { id } })).version;

describe('preparing a campaign', () => {
  it('takes every working school of the register and leaves closed ones out', async () => {
    const [closed] = town.schools;
    await owner.school.update({ where: { id: closed?.id ?? '' }, data: { closedAt: new Date('2020-08-31') } });
    const { id } = await planned();
    await owner.school.update({ where: { id: closed?.id ?? '' }, data: { closedAt: null } });
    const page = await campaignPage.as(centre, id, {});
    expect(page.rows.map((row) => row.schoolName)).toEqual(['СОШ № 2', 'СОШ № 3', 'СОШ № 4']);
    expect(page.rows.every((row) => row.applicable === 35)).toBe(true);
    expect(page.state).toBe('PLANNED');
    expect(page.coverage).toMatchObject({ total: 3, submitted: 0 });
  });

  it('takes kind and grades as they are in the school year, and counts what that school is asked', async () => {
    const draft = form();
    await owner.schoolYear.create({
      data: {
        municipalityId: town.id,
        schoolId: town.schools[1]?.id ?? '',
        year: Number(draft.year),
        kind: 'BASIC',
        grades: [1, 2, 9],
      },
    });
    await createCampaign.as(centre, draft);
    const card = await owner.card.findFirstOrThrow({
      where: { schoolId: town.schools[1]?.id ?? '', campaign: { year: Number(draft.year) } },
    });
    expect([card.schoolKind, card.grades]).toEqual(['BASIC', [1, 2, 9]]);
    expect(card.applicable).toBeLessThan(35);
  });

  it('lets the centre take schools out, put them back and refresh the roster from the register', async () => {
    const { id, version } = await planned();
    const two = town.schools.slice(0, 2).map((school) => school.id);
    expect(await setRoster.as(centre, { id, version: String(version), schools: two })).toMatchObject({ ok: true });
    expect((await campaignPage.as(centre, id, {})).rows).toHaveLength(2);
    expect(await updateRoster.as(centre, { id, version: String(version + 1) })).toMatchObject({ ok: true });
    expect((await campaignRosterPage.as(centre, id)).candidates.filter((one) => one.taken)).toHaveLength(4);
  });

  it('refuses a school of another municipality in the roster', async () => {
    const { id, version } = await planned();
    const foreign = other.schools.map((school) => school.id);
    expect(await setRoster.as(centre, { id, version: String(version), schools: foreign })).toMatchObject({ ok: false });
  });

  it('asks anew what each school is asked when the procedures held change', async () => {
    const draft = form();
    await createCampaign.as(centre, draft);
    const row = await owner.campaign.findFirstOrThrow({ where: { municipalityId: town.id, year: Number(draft.year) } });
    const edited = await editCampaign.as(centre, { ...draft, id: row.id, version: String(row.version), held: [] });
    expect(edited).toMatchObject({ ok: true });
    const cards = await owner.card.findMany({ where: { campaignId: row.id } });
    expect(cards.every((card) => card.applicable < 35 && card.applicable > 0)).toBe(true);
  });

  it('names the field when a date is impossible, past or before the opening', async () => {
    const wrong = async (change: object) => createCampaign.as(centre, { ...form(), ...change });
    expect(await wrong({ opensAt: '2026-02-31T10:00' })).toMatchObject({
      ok: false,
      fields: { opensAt: expect.any(String) },
    });
    expect(await wrong({ opensAt: local(-5) })).toMatchObject({ ok: false, fields: { opensAt: expect.any(String) } });
    expect(await wrong({ closesAt: local(1) })).toMatchObject({ ok: false, fields: { closesAt: expect.any(String) } });
    expect(await wrong({ title: ' ' })).toMatchObject({ ok: false, fields: { title: expect.any(String) } });
  });

  it('makes one campaign of a double click', async () => {
    const key = newId();
    const draft = form();
    const answers = await Promise.all([createCampaign.as(centre, draft, key), createCampaign.as(centre, draft, key)]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await owner.campaign.count({ where: { municipalityId: town.id, year: Number(draft.year) } })).toBe(1);
  });

  it('refuses a second campaign of one year and stage', async () => {
    const draft = form();
    expect(await createCampaign.as(centre, draft)).toMatchObject({ ok: true });
    expect(await createCampaign.as(centre, draft)).toMatchObject({ ok: false, fields: { stage: expect.any(String) } });
  });
});

describe('opening', () => {
  it('freezes roster and questions by the clock of the database', async () => {
    const { id, version } = await planned();
    expect(await openCampaign.as(centre, { id, version: String(version) })).toMatchObject({ ok: true });
    const now = String(await versionOf(id));
    const refused = { ok: false, message: expect.stringContaining('уже открыта') };
    expect(await updateRoster.as(centre, { id, version: now })).toMatchObject(refused);
    expect(await editCampaign.as(centre, { ...form(), id, version: now })).toMatchObject(refused);
    const raw = inScope(centre, (tx) => tx.$executeRaw`DELETE FROM card WHERE campaign_id = ${id}::uuid`);
    await expect(raw).rejects.toThrow(/frozen/);
    const years = inScope(centre, (tx) => tx.$executeRaw`UPDATE campaign SET year = 2020 WHERE id = ${id}::uuid`);
    await expect(years).rejects.toThrow(/opened campaign/);
    const back = inScope(
      centre,
      (tx) => tx.$executeRaw`UPDATE campaign SET opens_at = now() + interval '1 day' WHERE id = ${id}::uuid`,
    );
    await expect(back).rejects.toThrow(/opened campaign/);
  });

  it('happens once: the second tab learns that the campaign has changed', async () => {
    const { id, version } = await planned();
    const both = await Promise.all([
      openCampaign.as(centre, { id, version: String(version) }),
      openCampaign.as(centre, { id, version: String(version) }),
    ]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
  });
});

describe('throwing a campaign away', () => {
  it('takes one that has not opened, with its roster and its draft list, and leaves its line in the journal', async () => {
    const { id, version } = await planned();
    await owner.approvedList.create({ data: { id: newId(), municipalityId: town.id, campaignId: id } });
    const seen = { id, version: String(version) };
    expect(await deleteCampaign.as(centre, { ...seen, version: '99' })).toMatchObject({ ok: false });
    expect(await deleteCampaign.as(centre, seen)).toMatchObject({ ok: true });
    expect(await owner.campaign.findUnique({ where: { id } })).toBeNull();
    expect(await owner.card.count({ where: { campaignId: id } })).toBe(0);
    const [line] = await owner.$queryRaw<{ action: string; details: unknown }[]>`
      SELECT action, details FROM journal_entry WHERE entity_id = ${id} ORDER BY seq DESC LIMIT 1`;
    expect(line).toMatchObject({ action: 'campaign.delete', details: { title: 'Входная диагностика', schools: 4 } });
    expect(await deleteCampaign.as(centre, seen)).toMatchObject({ ok: false });
  });

  it('leaves its year and stage free for another one', async () => {
    const draft = form();
    await createCampaign.as(centre, draft);
    const row = await owner.campaign.findFirstOrThrow({ where: { municipalityId: town.id, year: Number(draft.year) } });
    await deleteCampaign.as(centre, { id: row.id, version: String(row.version) });
    expect(await createCampaign.as(centre, draft)).toMatchObject({ ok: true });
  });

  it('keeps whatever was opened, also from raw SQL and from the owner of the tables', async () => {
    const { id, version } = await planned();
    await openCampaign.as(centre, { id, version: String(version) });
    const now = String(await versionOf(id));
    expect(await deleteCampaign.as(centre, { id, version: now })).toMatchObject({
      ok: false,
      message: expect.stringContaining('уже открыта'),
    });
    await inScope(centre, (tx) => tx.$executeRaw`DELETE FROM campaign WHERE id = ${id}::uuid`).catch(() => undefined);
    const empty = newId();
    const day = 24 * HOUR;
    await owner.campaign.create({
      data: {
        ...{
          id: empty,
          municipalityId: town.id,
          versionId: town.versionId,
          year: year++,
          stage: 'FINAL',
          title: 'Пустая',
        },
        ...{ opensAt: new Date(Date.now() - day), closesAt: new Date(Date.now() + day), held: [] },
      },
    });
    expect(await inScope(centre, (tx) => tx.$executeRaw`DELETE FROM campaign WHERE id = ${empty}::uuid`)).toBe(0);
    await expect(owner.campaign.delete({ where: { id: empty } })).rejects.toThrow(/kept/);
    expect(await owner.campaign.count({ where: { id: { in: [id, empty] } } })).toBe(2);
  });
});

describe('an open campaign', () => {
  it('moves its end for everybody only with a reason, and only as it was seen', async () => {
    const { id } = await openCampaignOf(owner, town, year++);
    const closesAt = local(480);
    const version = String(await versionOf(id));
    expect(await extendCampaign.as(centre, { id, version, closesAt, reason: '' })).toMatchObject({
      ok: false,
      fields: { reason: expect.any(String) },
    });
    expect(await extendCampaign.as(centre, { id, version, closesAt, reason: 'Карантин в школах' })).toMatchObject({
      ok: true,
    });
    expect(await extendCampaign.as(centre, { id, version, closesAt, reason: 'Карантин в школах' })).toMatchObject({
      ok: false,
      message: expect.stringContaining('изменил кто-то другой'),
    });
  });

  it('can be closed before its time', async () => {
    const { id } = await openCampaignOf(owner, town, year++);
    const version = String(await versionOf(id));
    expect(await closeCampaign.as(centre, { id, version, closeReason: 'Все карты приняты' })).toMatchObject({
      ok: true,
    });
    const page = await campaignPage.as(official, id, { state: 'LATE' });
    expect([page.state, page.rows.length, page.coverage.late]).toEqual(['CLOSED', 4, 4]);
  });

  it('is searched with ё as е and counted whole whatever is shown', async () => {
    const { id } = await openCampaignOf(owner, town, year++);
    const page = await campaignPage.as(official, id, { q: 'сош №3' });
    expect(page.rows.map((row) => row.schoolName)).toEqual(['СОШ № 3']);
    expect(page.coverage.total).toBe(4);
    expect(page.mayChange).toBe(false);
  });
});

describe('another place and other roles', () => {
  it('do not find the campaign, whatever they ask', async () => {
    const { id, version } = await planned();
    await expect(campaignPage.as(stranger, id, {})).rejects.toMatchObject({ code: 'not-found' });
    await expect(campaignRosterPage.as(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
    const seen = { id, version: String(version) };
    for (const answer of [
      await openCampaign.as(stranger, seen),
      await updateRoster.as(stranger, seen),
      await setRoster.as(stranger, { ...seen, schools: [] }),
      await extendCampaign.as(stranger, { ...seen, closesAt: local(99), reason: 'Просто так' }),
      await closeCampaign.as(stranger, { ...seen, closeReason: 'Просто так' }),
      await editCampaign.as(stranger, { ...form(), ...seen }),
      await deleteCampaign.as(stranger, seen),
      await deleteCampaign.as(official, seen),
      await openCampaign.as(official, seen),
    ])
      expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('не найдена') });
    expect((await campaignsPage.as(stranger)).campaigns).toEqual([]);
  });

  it('keep a school out of the coverage of others', async () => {
    const head = await town.viewer('SCHOOL_HEAD', town.schools[0]);
    await expect(campaignsPage.as(head)).rejects.toMatchObject({ code: 'not-found' });
  });
});
