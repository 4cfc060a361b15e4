import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { trialPage } from '@/lib/diagnostics/trials/trial-queries';
import { trialSearch } from '@/lib/diagnostics/trials/trial-search';
import { valuesPage } from '@/lib/diagnostics/trials/values-queries';
import { newId } from '@/lib/kernel/ids';
import { addCriterion, changeItem, newCriterion } from '@/lib/methodology/draft/change-items';
import { addList, putListRule, putListVerdict } from '@/lib/methodology/draft/change-lists';
import { putMeasure } from '@/lib/methodology/draft/change-measures';
import { valueWords } from '@/lib/methodology/measures/value-words';
import { parseMethod } from '@/lib/methodology/method-problems';
import type { BuiltCampaign } from '@/prisma/seed/builders/campaign';
import { buildAssessment, fillCard, moveCard } from '@/prisma/seed/builders/card';
import { buildDraft } from '@/prisma/seed/builders/method';
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

describe('a version that answers from results, tried before anybody approves it', () => {
  const added = addCriterion(
    defaultMethod,
    'А',
    newCriterion({ code: 'А9', wording: 'Низкие результаты по физике', threshold: '30 % и больше' }),
  );
  const measured = putMeasure(added, {
    code: 'twos',
    title: 'Доля «2», физика',
    of: 'SCHOOL',
    unit: 'SHARE',
    value: 'belowShare(own("OGE", "physics", 9))',
    round: 4,
    provenance: 'тест',
  });
  const method = putListRule(
    putListVerdict(
      addList(changeItem(measured, 'А9', { when: 'twos >= 0.3' }), { code: 'help', title: 'Помощь' }),
      'help',
      {
        code: 'physics',
        words: 'физика',
      },
    ),
    'help',
    { code: 'low', verdict: 'physics', when: 'twos >= 0.3 && sum >= 3', words: 'Физика и три балла' },
  );
  let draft: string;

  beforeAll(async () => {
    draft = await buildDraft(owner, town.id, parseMethod(method));
    const importId = newId();
    const file = { fileName: 'ОГЭ.xlsx', sha256: 'f'.repeat(64), size: 1, status: 'APPLIED' as const };
    await owner.resultImport.create({
      data: { id: importId, municipalityId: town.id, createdById: centre.userId, ...file },
    });
    const line = (index: number, below: number) => ({
      id: newId(),
      municipalityId: town.id,
      importId,
      schoolId: town.schools[index]?.id ?? '',
      year: 2024,
      exam: 'OGE',
      subject: 'physics',
      grade: 9,
      part: 'PUPILS',
      participants: 10,
      marks: [below, 10 - below, 0, 0],
      below,
      histogram: [],
      againstJournal: [],
      source: file.fileName,
      isCurrent: true,
    });
    await owner.schoolResult.createMany({ data: [line(0, 4), line(1, 1), line(3, 5)] });
  });

  it('shows centre and department the same schools, each as far as he may see them', async () => {
    const effects = async (viewer: Viewer) => {
      const page = await trialPage.as(viewer, draft, trialSearch({ effect: 'all' }));
      if (!page.campaign) throw new Error('nothing to try on');
      expect(page.trial.computed.map(({ code }) => code)).toEqual(['А9']);
      return new Map(page.rows.map((row) => [row.schoolId, row.after.sum - row.before.sum]));
    };
    const [all, accepted] = [await effects(centre), await effects(official)];
    expect(town.schools.slice(0, 4).map(({ id }) => all.get(id))).toEqual([1, 0, 0, 1]);
    expect(town.schools.slice(0, 3).map(({ id }) => accepted.get(id))).toEqual([1, 0, 0]);
  });

  it('lists every school with its measures, its lists and the numbers behind them', async () => {
    const page = await valuesPage.as(centre, draft, { school: town.schools[0]?.id });
    if (!page.campaign) throw new Error('nothing to show');
    const [measure] = method.measures ?? [];
    if (!measure) throw new Error('no measure');
    expect(page.rows.map((row) => valueWords(measure, row.values[0]))).toEqual([
      '40\u00a0%',
      '10\u00a0%',
      'нет данных',
      '50\u00a0%',
      'нет данных',
    ]);
    // Two points of the card and one of physics make three; the fourth school has eight and one.
    expect(page.rows.map((row) => row.lists[0]?.words)).toEqual([
      'физика',
      'не входит',
      'нет данных',
      'физика',
      'нет данных',
    ]);
    expect(page.opened?.readings[0]).toContain('40\u00a0% (4 из 10)');
  });

  it('is of no interest to a school and unknown to another municipality', async () => {
    const head = await town.viewer('SCHOOL_HEAD', town.schools[1]);
    const other = await buildTown(owner, 'trial-values', 1);
    for (const viewer of [head, await other.viewer('CENTRE')])
      await expect(valuesPage.as(viewer, draft, {})).rejects.toThrow();
  });
});
