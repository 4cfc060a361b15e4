import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import {
  approveList,
  decideSchool,
  giveBackList,
  prepareList,
  proposeList,
  refreshList,
  supportSchool,
  withdrawSupport,
} from '@/lib/diagnostics/lists/list-actions';
import { campaignListPage, listDecisionPage, listPrintPage, listsPage } from '@/lib/diagnostics/lists/list-queries';
import { newId } from '@/lib/kernel/ids';
import { inScope } from '@/lib/platform/prisma';
import type { BuiltCampaign } from '@/prisma/seed/builders/campaign';
import { moveCard } from '@/prisma/seed/builders/card';
import { acceptCard, buildTown, openCampaignOf, ownerClient, type Town } from './list-world';

const owner = ownerClient();
let town: Town;
let other: Town;
let centre: Viewer;
let official: Viewer;
let region: Viewer;
let stranger: Viewer;
let year = 2020;

beforeAll(async () => {
  town = await buildTown(owner, 'ALPHA', 4);
  other = await buildTown(owner, 'BETA', 2);
  centre = await town.viewer('CENTRE');
  official = await town.viewer('OFFICIAL');
  region = await town.viewer('REGION');
  stranger = await other.viewer('CENTRE');
});
afterAll(() => owner.$disconnect());

/** A campaign in which the first school has 20 points, the second 4, the third none; the fourth has sent nothing. */
async function accepted(): Promise<BuiltCampaign> {
  const campaign = await openCampaignOf(owner, town, year++);
  const points = [20, 4, 0];
  for (const [index, card] of campaign.cards.slice(0, 3).entries())
    await acceptCard(owner, card, points[index] ?? 0, centre.userId);
  return campaign;
}

async function drafted(): Promise<BuiltCampaign> {
  const campaign = await accepted();
  expect(await prepareList.as(centre, { campaign: campaign.id })).toMatchObject({ ok: true });
  return campaign;
}

const listOf = async (campaign: BuiltCampaign) => (await campaignListPage.as(centre, campaign.id)).list;
const seen = async (campaign: BuiltCampaign) => ({
  campaign: campaign.id,
  version: String((await listOf(campaign))?.version),
});
const row = async (campaign: BuiltCampaign, index: number) => {
  const page = await campaignListPage.as(centre, campaign.id);
  const found = page.rows.find((one) => one.schoolId === town.schools[index]?.id);
  if (!found) throw new Error('no such row');
  return found;
};

async function proposed(): Promise<BuiltCampaign> {
  const campaign = await drafted();
  expect(await proposeList.as(centre, { ...(await seen(campaign)), unreviewed: 'on' })).toMatchObject({ ok: true });
  return campaign;
}

const ORDER = { orderNumber: '117-о', orderDate: '2026-01-12', orderTitle: 'Об утверждении списка школ' };

async function approved(): Promise<BuiltCampaign> {
  const campaign = await proposed();
  expect(await approveList.as(official, { ...(await seen(campaign)), ...ORDER })).toMatchObject({ ok: true });
  return campaign;
}

describe('the list of the commission', () => {
  it('is made from accepted cards: proposed schools first, then alphabetically, with sums and reasons', async () => {
    const campaign = await drafted();
    const page = await campaignListPage.as(centre, campaign.id);
    expect(page.rows.map((one) => [one.schoolName, one.decision, one.verdictText, one.outcome?.sum])).toEqual([
      ['СОШ № 1', 'INCLUDE', 'предлагается в список', 20],
      ['СОШ № 2', 'EXCLUDE', 'вне зоны риска', 4],
      ['СОШ № 3', 'EXCLUDE', 'вне зоны риска', 0],
    ]);
    expect(page.rows[0]?.because).not.toBe('');
    expect(page.unreviewed.map((card) => card.schoolName)).toEqual(['СОШ № 4']);
    expect(page.share).toBeUndefined();
  });

  it('refuses a decision that differs from the computed one without a reason', async () => {
    const campaign = await drafted();
    const { schoolId, version } = await row(campaign, 2);
    const decide = { campaign: campaign.id, school: schoolId, version: String(version), decision: 'INCLUDE' };
    expect(await decideSchool.as(centre, decide)).toMatchObject({ ok: false, fields: { reason: expect.any(String) } });
    expect(await decideSchool.as(centre, { ...decide, reason: 'Смена половины педагогов' })).toMatchObject({
      ok: true,
    });
    expect(await row(campaign, 2)).toMatchObject({
      decision: 'INCLUDE',
      reason: 'Смена половины педагогов',
      differs: true,
    });
  });

  it('shows a conflict when two members decide about one school, and none for different schools', async () => {
    const campaign = await drafted();
    const decide = async (index: number, reason: string) => {
      const { schoolId, version } = await row(campaign, index);
      return { campaign: campaign.id, school: schoolId, version: String(version), decision: 'SUPPORT', reason };
    };
    const [first, second, third] = [
      await decide(0, 'Первое мнение'),
      await decide(0, 'Второе мнение'),
      await decide(1, 'Другая школа'),
    ];
    expect(await decideSchool.as(centre, first)).toMatchObject({ ok: true });
    expect(await decideSchool.as(centre, second)).toMatchObject({
      ok: false,
      message: expect.stringContaining('кто-то другой'),
    });
    expect(await decideSchool.as(centre, third)).toMatchObject({ ok: true });
    expect((await row(campaign, 0)).reason).toBe('Первое мнение');
  });

  it('supports any other school without the label, with a reason', async () => {
    const campaign = await drafted();
    const school = town.schools[3]?.id ?? '';
    expect(await supportSchool.as(centre, { campaign: campaign.id, school, reason: '' })).toMatchObject({ ok: false });
    const reason = 'Сменился директор и половина педагогов';
    expect(await supportSchool.as(centre, { campaign: campaign.id, school, reason })).toMatchObject({ ok: true });
    expect(await supportSchool.as(centre, { campaign: campaign.id, school, reason })).toMatchObject({ ok: false });
    const added = await row(campaign, 3);
    expect(added).toMatchObject({ decision: 'SUPPORT', verdictText: '', outcome: null });
    const version = String(added.version);
    const include = { campaign: campaign.id, school, version, decision: 'INCLUDE', reason };
    expect(await decideSchool.as(centre, include)).toMatchObject({
      ok: false,
      fields: { decision: expect.any(String) },
    });
    expect(await withdrawSupport.as(centre, { campaign: campaign.id, school, version })).toMatchObject({ ok: true });
  });

  it('refuses to support a school of another municipality', async () => {
    const campaign = await drafted();
    const school = other.schools[0]?.id ?? '';
    const answer = await supportSchool.as(centre, { campaign: campaign.id, school, reason: 'Чужая школа' });
    expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('не найдена') });
  });

  it('is begun once by a double click', async () => {
    const campaign = await accepted();
    const key = newId();
    await Promise.all([
      prepareList.as(centre, { campaign: campaign.id }, key),
      prepareList.as(centre, { campaign: campaign.id }, key),
      prepareList.as(centre, { campaign: campaign.id }),
    ]);
    expect(await owner.approvedList.count({ where: { campaignId: campaign.id } })).toBe(1);
  });

  it('takes in cards accepted later and keeps the decisions already taken', async () => {
    const campaign = await drafted();
    const { schoolId, version } = await row(campaign, 2);
    const reason = 'Просьба управления';
    await decideSchool.as(centre, {
      campaign: campaign.id,
      school: schoolId,
      version: String(version),
      decision: 'SUPPORT',
      reason,
    });
    const last = campaign.cards[3];
    if (last) await acceptCard(owner, last, 30, centre.userId);
    expect((await campaignListPage.as(centre, campaign.id)).changed).toBe(1);
    expect(await refreshList.as(centre, await seen(campaign))).toMatchObject({ ok: true });
    const page = await campaignListPage.as(centre, campaign.id);
    expect([page.changed, page.rows.length]).toEqual([0, 4]);
    expect(await row(campaign, 2)).toMatchObject({ decision: 'SUPPORT', reason });
  });
});

describe('handing over and approving', () => {
  it('asks to confirm that schools without an accepted card stay out', async () => {
    const campaign = await drafted();
    const hand = await seen(campaign);
    expect(await proposeList.as(centre, hand)).toMatchObject({ ok: false, fields: { unreviewed: expect.any(String) } });
    expect(await proposeList.as(centre, { ...hand, unreviewed: 'on' })).toMatchObject({ ok: true });
    expect(await proposeList.as(centre, { ...hand, unreviewed: 'on' })).toMatchObject({ ok: false });
  });

  it('belongs to the department once proposed: the centre changes nothing, the department gives a reason', async () => {
    const campaign = await proposed();
    const { schoolId, version } = await row(campaign, 0);
    const decide = { campaign: campaign.id, school: schoolId, version: String(version), decision: 'EXCLUDE' };
    const reason = 'Школа закрывается летом';
    expect(await decideSchool.as(centre, { ...decide, reason })).toMatchObject({ ok: false });
    expect(await decideSchool.as(official, decide)).toMatchObject({ ok: false });
    expect(await decideSchool.as(official, { ...decide, reason })).toMatchObject({ ok: true });
    expect((await listDecisionPage.as(official, campaign.id, schoolId)).row.decision).toBe('EXCLUDE');
    await expect(listDecisionPage.as(centre, campaign.id, schoolId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('can be given back to the centre with a reason', async () => {
    const campaign = await proposed();
    const back = { ...(await seen(campaign)), returnReason: 'Уточните основания' };
    expect(await giveBackList.as(centre, back)).toMatchObject({ ok: false });
    expect(await giveBackList.as(official, { ...back, returnReason: '' })).toMatchObject({ ok: false });
    expect(await giveBackList.as(official, back)).toMatchObject({ ok: true });
    expect(await listOf(campaign)).toMatchObject({ status: 'DRAFT', returnReason: 'Уточните основания' });
  });

  it('needs number, date and title of the order', async () => {
    const campaign = await proposed();
    const version = await seen(campaign);
    for (const [field, value] of [
      ['orderNumber', ''],
      ['orderDate', ''],
      ['orderTitle', ''],
      ['orderDate', '2999-01-01'],
    ] as const)
      expect(await approveList.as(official, { ...version, ...ORDER, [field]: value })).toMatchObject({
        ok: false,
        fields: { [field]: expect.any(String) },
      });
  });

  it('closes the cards it stands on in the same transaction, and no other', async () => {
    const campaign = await approved();
    const cards = await owner.card.findMany({ where: { campaignId: campaign.id }, orderBy: { schoolName: 'asc' } });
    expect(cards.map((card) => card.status)).toEqual(['CLOSED', 'CLOSED', 'CLOSED', 'DRAFT']);
    expect(await owner.cardEvent.count({ where: { card: { campaignId: campaign.id }, to: 'CLOSED' } })).toBe(3);
    const page = await campaignListPage.as(official, campaign.id);
    expect(page.share).toEqual({ numerator: 1, denominator: 4 });
  });

  it('refuses to approve when a card was reopened after the hand-over, and closes nothing', async () => {
    const campaign = await proposed();
    const [first] = campaign.cards;
    if (first)
      await moveCard(owner, first, { to: 'RETURNED', actorId: centre.userId, at: new Date(), reason: 'Ошибка' });
    const answer = await approveList.as(official, { ...(await seen(campaign)), ...ORDER });
    expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('СОШ № 1') });
    expect(await owner.card.count({ where: { campaignId: campaign.id, status: 'CLOSED' } })).toBe(0);
  });

  it('is done once by two tabs', async () => {
    const campaign = await proposed();
    const order = { ...(await seen(campaign)), ...ORDER };
    const both = await Promise.all([approveList.as(official, order), approveList.as(official, order)]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('is followed by an amending list with a reason; the approved one stays as it is', async () => {
    const campaign = await approved();
    expect(await prepareList.as(centre, { campaign: campaign.id })).toMatchObject({
      ok: false,
      fields: { reason: expect.any(String) },
    });
    expect(await prepareList.as(centre, { campaign: campaign.id, reason: 'Учтены поздние карты' })).toMatchObject({
      ok: true,
    });
    const page = await campaignListPage.as(centre, campaign.id);
    expect([page.list?.number, page.list?.status, page.earlier.map((list) => list.status)]).toEqual([
      2,
      'DRAFT',
      ['APPROVED'],
    ]);
    expect(page.share).toEqual({ numerator: 1, denominator: 4 });
  });

  it('keeps the sums of an order before the department’s eyes while a card goes back to be amended', async () => {
    const campaign = await approved();
    const sums = async () =>
      (await campaignListPage.as(official, campaign.id)).rows.map((one) => [one.schoolName, one.outcome?.sum]);
    const before = await sums();
    expect(before).toContainEqual(['СОШ № 1', 20]);
    const [first] = campaign.cards;
    if (first)
      await moveCard(owner, first, { to: 'RETURNED', actorId: centre.userId, at: new Date(), reason: 'Ошибка' });
    expect(await sums()).toEqual(before);
  });
});

describe('the database itself', () => {
  const raw = (viewer: Viewer, sql: string) => inScope(viewer, (tx) => tx.$executeRawUnsafe(sql));

  it('lets nobody but the department approve, and nobody but the centre prepare', async () => {
    const campaign = await proposed();
    const list = (await listOf(campaign))?.id ?? '';
    const approve = `UPDATE approved_list SET status = 'APPROVED', order_number = '1', order_date = '2026-01-01', order_title = 'x' WHERE id = '${list}'`;
    await expect(raw(centre, approve)).rejects.toThrow(/does not move/);
    const insert = (status: string) =>
      `INSERT INTO approved_list (id, municipality_id, campaign_id, number, status) VALUES ('${newId()}', '${town.id}', '${campaign.id}', 7, '${status}')`;
    await expect(raw(official, insert('DRAFT'))).rejects.toThrow(/row-level security/);
    await expect(raw(centre, insert('APPROVED'))).rejects.toThrow(/begins as a draft/);
    await expect(raw(official, `UPDATE approved_list SET status = 'APPROVED' WHERE id = '${list}'`)).rejects.toThrow(
      /by an order/,
    );
    await expect(raw(centre, `UPDATE list_entry SET decision = 'EXCLUDE' WHERE list_id = '${list}'`)).rejects.toThrow(
      /other hands/,
    );
  });

  it('keeps an approved list and its rows as the order has them, even from the owner', async () => {
    const campaign = await approved();
    const list = (await listOf(campaign))?.id ?? '';
    await expect(raw(official, `UPDATE approved_list SET order_number = '2' WHERE id = '${list}'`)).rejects.toThrow(
      /immutable/,
    );
    await expect(raw(official, `UPDATE list_entry SET decision = 'EXCLUDE' WHERE list_id = '${list}'`)).rejects.toThrow(
      /immutable/,
    );
    await expect(raw(centre, `DELETE FROM list_entry WHERE list_id = '${list}'`)).rejects.toThrow(/immutable/);
    await expect(owner.approvedList.delete({ where: { id: list } })).rejects.toThrow(/immutable/);
  });
});

describe('who sees which list', () => {
  it('shows the region approved lists of its municipalities only, without reasons and sums', async () => {
    const hidden = await proposed();
    const shown = await approved();
    const page = await listsPage.as(region);
    const ids = page.lists.map((list) => list.campaignId);
    expect(ids).toContain(shown.id);
    expect(ids).not.toContain(hidden.id);
    const item = page.lists.find((list) => list.campaignId === shown.id);
    expect(item).toMatchObject({
      share: { numerator: 1, denominator: 4 },
      orderNumber: '117-о',
      municipalityName: 'Город ALPHA',
    });
    expect(item?.schools.map((school) => Object.keys(school).sort())).toEqual([
      ['decision', 'listId', 'schoolId', 'schoolName'],
    ]);
    await expect(listPrintPage.as(region, (await listOf(hidden))?.id ?? '')).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(campaignListPage.as(region, shown.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps a draft with the centre and every list inside its municipality', async () => {
    const campaign = await drafted();
    const page = await campaignListPage.as(official, campaign.id);
    expect([page.list?.status, page.rows]).toEqual(['DRAFT', []]);
    const list = (await listOf(campaign))?.id ?? '';
    await expect(listPrintPage.as(official, list)).rejects.toMatchObject({ code: 'not-found' });
    await expect(listPrintPage.as(stranger, list)).rejects.toMatchObject({ code: 'not-found' });
    await expect(campaignListPage.as(stranger, campaign.id)).rejects.toMatchObject({ code: 'not-found' });
    const missing = { ok: false, message: expect.stringContaining('не найдена') };
    const school = town.schools[0]?.id ?? '';
    const version = '1';
    const at = { campaign: campaign.id, version };
    expect(await prepareList.as(stranger, { campaign: campaign.id })).toMatchObject(missing);
    expect(await refreshList.as(stranger, at)).toMatchObject(missing);
    expect(await proposeList.as(stranger, at)).toMatchObject(missing);
    expect(await supportSchool.as(stranger, { campaign: campaign.id, school, reason: 'Просто так' })).toMatchObject(
      missing,
    );
    expect(await withdrawSupport.as(stranger, { ...at, school })).toMatchObject(missing);
    expect(await decideSchool.as(stranger, { ...at, school, decision: 'EXCLUDE' })).toMatchObject(missing);
    expect(await prepareList.as(official, { campaign: campaign.id })).toMatchObject(missing);
    expect(await approveList.as(centre, { ...at, ...ORDER })).toMatchObject(missing);
  });
});
