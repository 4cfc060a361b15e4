import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { trialPage } from '@/lib/diagnostics/trial-queries';
import { trialSearch } from '@/lib/diagnostics/trial-search';
import type { BuiltCampaign } from '@/prisma/seed/builders/campaign';
import { buildAssessment, fillCard, moveCard } from '@/prisma/seed/builders/card';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { acceptCard, answersOf, buildTown, openCampaignOf, ownerClient, type Town } from './list-world';

const owner = ownerClient();
let town: Town;
let campaign: BuiltCampaign;
let centre: Viewer;
let official: Viewer;

/** Points of the accepted cards; the next school has only sent its card. */
const ACCEPTED = [2, 20, 7];
const SENT = 8;

beforeAll(async () => {
  town = await buildTown(owner, 'trial', 5);
  centre = await town.viewer('CENTRE');
  official = await town.viewer('OFFICIAL');
  const director = await town.viewer('SCHOOL_HEAD', town.schools[0]);
  campaign = await openCampaignOf(owner, town, 2025);
  const cardAt = (index: number) => {
    const card = campaign.cards[index];
    if (!card) throw new Error(`no card ${index}`);
    return card;
  };
  for (const [index, points] of ACCEPTED.entries()) await acceptCard(owner, cardAt(index), points, director.userId);
  const waiting = cardAt(ACCEPTED.length);
  const work = { method: defaultMethod, card: waiting, answers: answersOf(waiting, SENT) };
  await fillCard(owner, { ...work, authorId: director.userId, startedAt: new Date() });
  await moveCard(owner, waiting, { to: 'SUBMITTED', actorId: director.userId, at: new Date() });
  await buildAssessment(owner, { ...work, accepted: false, at: new Date() });
});
afterAll(() => owner.$disconnect());

const tried = async (viewer: Viewer, address: Record<string, string> = {}) => {
  const page = await trialPage.as(viewer, town.versionId, trialSearch(address));
  if (!page.campaign) throw new Error('nothing to try on');
  return page;
};

describe('a version tried on the cards of a campaign', () => {
  it('shows the centre every card that was sent, and the official only what was accepted', async () => {
    expect((await tried(centre)).trial.schools).toBe(4);
    expect((await tried(official)).trial.schools).toBe(3);
  });

  it('says at once whom another number would change', async () => {
    const page = await tried(centre, { n_T1: '7' });
    expect(page.trial).toMatchObject({ proposedBefore: 1, proposedAfter: 3, sumChanged: 0 });
    expect(page.trial.effects).toMatchObject({ ENTERS: 2, LEAVES: 0 });
    expect(page.rows.map((row) => [row.before.sum, row.effect])).toEqual([
      [7, 'ENTERS'],
      [8, 'ENTERS'],
    ]);
    expect(page.sweep?.counts.length).toBeGreaterThan(5);
  });

  it('stores nothing: the outcomes of the campaign stay what they were', async () => {
    const stored = () => owner.assessment.findMany({ where: { campaignId: campaign.id }, orderBy: { id: 'asc' } });
    const before = await stored();
    await tried(centre, { n_T1: '1', n_listPercent: '5' });
    expect(await stored()).toEqual(before);
  });

  it('names a number that is none, and goes by the version', async () => {
    const page = await tried(centre, { n_T1: 'много', n_listPercent: '200', n_riskPercent: '' });
    // A rule reads riskPercent without asking whether it is set: it cannot be left empty, T2 can.
    expect([...page.refused].sort()).toEqual(['T1', 'listPercent', 'riskPercent']);
    expect(page.method.params.find((param) => param.code === 'listPercent')?.value).toBe(50);
  });

  it('does not exist for a campaign or a person of another municipality', async () => {
    const other = await buildTown(owner, 'trial-two', 1);
    const stranger = await other.viewer('CENTRE');
    const address = trialSearch({ campaign: campaign.id });
    await expect(trialPage.as(stranger, other.versionId, address)).rejects.toThrow();
    const head = await town.viewer('SCHOOL_HEAD', town.schools[1]);
    await expect(trialPage.as(head, town.versionId, trialSearch({}))).rejects.toThrow();
  });
});
