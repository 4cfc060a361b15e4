import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { cardPage } from '@/lib/diagnostics/cards/card-queries';
import { saveAnswers } from '@/lib/diagnostics/cards/save-answers';
import { computeCards } from '@/lib/diagnostics/computed/compute-cards';
import { computeAnswers, confirmComputed } from '@/lib/diagnostics/computed/computed-actions';
import { newId } from '@/lib/kernel/ids';
import { type BuiltCampaign, buildCampaign } from '@/prisma/seed/builders/campaign';
import { publishMethod } from '@/prisma/seed/builders/method';
import { computedCard } from '@/prisma/seed/reference/computed-card';
import { buildTown, HOUR, ownerClient, type Town } from './list-world';

const owner = ownerClient();
const YEAR = 2025;
let town: Town;
let centre: Viewer;
let head: Viewer;
let campaign: BuiltCampaign;
let importId: string;

/** Participants and «2» of ОГЭ in Russian by school; the first is well above the rest. */
const OGE = [
  [20, 8],
  [30, 3],
  [25, 2],
] as const;

beforeAll(async () => {
  town = await buildTown(owner, 'computed', 3);
  centre = await town.viewer('CENTRE');
  head = await town.viewer('SCHOOL_HEAD', town.schools[0]);
  const versionId = await publishMethod(owner, computedCard);
  campaign = await buildCampaign(owner, {
    municipalityId: town.id,
    versionId,
    method: computedCard,
    year: YEAR,
    title: 'Диагностика',
    opensAt: new Date(Date.now() - 24 * HOUR),
    closesAt: new Date(Date.now() + 240 * HOUR),
    schools: town.schools,
  });
  importId = newId();
  await owner.resultImport.create({
    data: {
      id: importId,
      municipalityId: town.id,
      fileName: '01_2025.xls',
      sha256: 'a'.repeat(64),
      size: 1,
      status: 'APPLIED',
      createdById: centre.userId,
    },
  });
  for (const [index, [participants, two]] of OGE.entries()) await addResult(index, participants, two);
});
afterAll(() => owner.$disconnect());

async function addResult(index: number, participants: number, two: number): Promise<void> {
  await owner.schoolResult.create({
    data: {
      id: newId(),
      municipalityId: town.id,
      importId,
      schoolId: town.schools[index]?.id ?? '',
      year: YEAR - 1,
      exam: 'OGE',
      subject: 'russian',
      grade: 9,
      part: 'PUPILS',
      participants,
      marks: [two, participants - two, 0, 0],
      below: two,
      histogram: [],
      againstJournal: [],
      source: '01_2025.xls',
      isCurrent: true,
    },
  });
}

/** Asked for by hand, and waited for. */
async function computedAnew() {
  const result = await computeAnswers.as(centre, { campaignId: campaign.id });
  await computeCards({ municipalityId: town.id, campaignId: campaign.id });
  return result;
}

const cardId = () => campaign.cards[0]?.id ?? '';
const items = async () => {
  const page = await cardPage.as(head, cardId());
  const all = page.sections.flatMap((section) => section.criteria.flatMap((criterion) => criterion.items));
  return new Map(all.map((item) => [item.code, item]));
};

describe('a card that fills itself', () => {
  it('is answered from results, with the numbers, the file, and what is still missing', async () => {
    expect(await computedAnew()).toMatchObject({ ok: true });
    const found = await items();
    const first = found.get('А1')?.computed;
    expect(first).toMatchObject({ value: 'YES', files: ['01_2025.xls'], previous: null });
    // 8 of 20 against 5 of 55 of the other schools together.
    expect(first?.because).toContain('40\u00a0% (8 из 20)');
    expect(first?.because).toContain('9,1\u00a0% (5 из 55)');
    expect(first?.turning).toContain('получили не 8, а 1 из 20');
    const unknown = found.get('А2')?.computed;
    expect(unknown?.value).toBe('NO_DATA');
    expect(unknown?.because).toContain('ОГЭ, математика, 9\u00a0класс за 2024/25');
    expect(found.get('А1')?.answer).toBeNull();
  });

  it('is confirmed by the school, all at once or one by one, and the sum is live', async () => {
    expect(await confirmComputed.as(head, { cardId: cardId(), item: 'А1' })).toMatchObject({ ok: true });
    const found = await items();
    expect(found.get('А1')).toMatchObject({ answer: { value: 'YES', source: 'COMPUTED' }, point: 1 });
    expect(found.get('А1')?.answer?.comment).toContain('8 из 20');
    expect(await confirmComputed.as(head, { cardId: cardId() })).toMatchObject({ ok: true });
    const after = await items();
    const waiting = [...after.values()].filter(
      ({ computed, answer }) => computed?.value !== 'NO_DATA' && computed && !answer,
    );
    expect(waiting).toEqual([]);
    expect(await confirmComputed.as(head, { cardId: cardId() })).toMatchObject({ ok: false });
  });

  it('lets the school contest: its answer, the computed one and the history all stay', async () => {
    const version = (await items()).get('А1')?.answer?.version ?? 0;
    const contested = { item: 'А1', value: 'NO' as const, number: '', comment: 'Трое пересдали в сентябре', version };
    await saveAnswers(head, cardId(), { key: newId(), answers: [contested] });
    const item = (await items()).get('А1');
    expect(item).toMatchObject({ answer: { value: 'NO', source: 'OVERRIDDEN' }, computed: { value: 'YES' }, point: 0 });
    const history = await owner.answerChange.findMany({
      where: { cardId: cardId(), item: 'А1' },
      orderBy: { version: 'asc' },
    });
    expect(history.map(({ value }) => value)).toEqual(['YES', 'NO']);
  });

  it('says what a replaced result changes, and never touches a card that was sent', async () => {
    const [, second] = campaign.cards;
    await owner.schoolResult.updateMany({
      where: { municipalityId: town.id, schoolId: town.schools[0]?.id ?? '' },
      data: { marks: [1, 19, 0, 0], below: 1 },
    });
    await owner.card.update({ where: { id: second?.id ?? '' }, data: { status: 'SUBMITTED', submittedRevision: 1 } });
    const before = await owner.computedAnswer.findMany({
      where: { cardId: second?.id ?? '' },
      orderBy: { item: 'asc' },
    });
    expect(await computedAnew()).toMatchObject({ ok: true });
    expect((await items()).get('А1')?.computed).toMatchObject({ value: 'NO', previous: 'YES' });
    expect(
      await owner.computedAnswer.findMany({ where: { cardId: second?.id ?? '' }, orderBy: { item: 'asc' } }),
    ).toEqual(before);
  });

  it('is nobody else’s: another school, another municipality and the school itself cannot compute or confirm it', async () => {
    const neighbour = await town.viewer('SCHOOL_HEAD', town.schools[2]);
    expect(await confirmComputed.as(neighbour, { cardId: cardId() })).toMatchObject({ ok: false });
    const other = await buildTown(owner, 'computed-two', 1);
    expect(await computeAnswers.as(await other.viewer('CENTRE'), { campaignId: campaign.id })).toMatchObject({
      ok: false,
    });
    expect(await computeAnswers.as(head, { campaignId: campaign.id })).toMatchObject({ ok: false });
  });
});
