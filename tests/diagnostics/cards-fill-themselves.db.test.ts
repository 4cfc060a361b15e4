import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { campaignPage, computationsPage, coverageSearch } from '@/lib/diagnostics/campaigns/campaign-queries';
import { cardPage } from '@/lib/diagnostics/cards/card-queries';
import { cardStepsPage } from '@/lib/diagnostics/cards/history-queries';
import { computeCards } from '@/lib/diagnostics/computed/compute-cards';
import { computeAnswers, confirmComputed } from '@/lib/diagnostics/computed/computed-actions';
import { writeComputed } from '@/lib/diagnostics/computed/computed-store';
import { newId } from '@/lib/kernel/ids';
import { inScope, type Tx } from '@/lib/platform/prisma';
import { applyResults, undoResults } from '@/lib/results/actions';
import { resultImportPage } from '@/lib/results/import-queries';
import { factChangesOf } from '@/lib/results/queries';
import { dropScale, saveReference, saveScale } from '@/lib/results/reference-actions';
import { uploadResults } from '@/lib/results/upload-results';
import { type BuiltCampaign, buildCampaign } from '@/prisma/seed/builders/campaign';
import { moveCard } from '@/prisma/seed/builders/card';
import { giaBlock } from '@/prisma/seed/builders/exam-files';
import { type ExamSchool, examPupils, MATH_4 } from '@/prisma/seed/builders/exam-pupils';
import { publishMethod } from '@/prisma/seed/builders/method';
import { computedCard } from '@/prisma/seed/reference/computed-card';
import { xlsx } from '../results/support/book';
import { buildTown, HOUR, ownerClient, type Town } from './list-world';

const owner = ownerClient();
const YEAR = 2025;
const FILE = 'ОГЭ 02_2025.05.23.xlsx';
const SCHOOLS: readonly ExamSchool[] = ['1001', '1002', '1003'].map((code, index) => ({
  ...{ number: `99000${index + 1}`, code, name: `Средняя школа № ${index + 1}` },
}));

let towns = 0;
let town: Town;
let centre: Viewer;
let head: Viewer;
let campaign: BuiltCampaign;

beforeEach(async () => {
  towns += 1;
  town = await buildTown(owner, `themselves-${towns}`, 3);
  [centre, head] = [await town.viewer('CENTRE'), await town.viewer('SCHOOL_HEAD', town.schools[0])];
  for (const [index, { code }] of SCHOOLS.entries()) {
    const place = { municipalityId: town.id, schoolId: town.schools[index]?.id ?? '' };
    await owner.schoolAlias.create({ data: { id: newId(), ...place, system: 'GIA9', code } });
  }
  campaign = await buildCampaign(owner, {
    ...{
      municipalityId: town.id,
      versionId: await publishMethod(owner, computedCard),
      method: computedCard,
      year: YEAR,
    },
    ...{ title: 'Диагностика', opensAt: new Date(Date.now() - 24 * HOUR), closesAt: new Date(Date.now() + 240 * HOUR) },
    schools: town.schools,
  });
});
afterAll(() => owner.$disconnect());

/** A protocol of ОГЭ in mathematics in which so many of twenty of each school got «2», waiting for confirmation. */
async function checked(twos: readonly number[], replaces: string | null = null) {
  const met = new Map<string, number>();
  const pupils = examPupils(3, SCHOOLS.slice(0, twos.length), MATH_4, 20).map((one) => ({ ...one, isAbsent: false }));
  const rows = giaBlock(pupils, '02 - Математика 2025.05.23', { exam: 'OGE', isSparse: true }, ({ school }) => {
    const place = met.get(school.code) ?? 0;
    met.set(school.code, place + 1);
    return place < (twos[SCHOOLS.indexOf(school)] ?? 0) ? 2 : 4;
  });
  const bytes = await xlsx({ name: 'Лист1', rows });
  const path = await uploadResults(centre, [{ name: FILE, bytes }], replaces, randomUUID());
  const id = path.split('/').at(-1) ?? '';
  for (;;) {
    const { found } = await resultImportPage.as(centre, id);
    if (found.status === 'CHECK') return { id, version: String(found.version) };
    if (found.status !== 'READING') throw new Error(`${found.status}: ${found.failure}`);
    await pause(20);
  }
}
async function loaded(twos: readonly number[], replaces: string | null = null): Promise<string> {
  const seen = await checked(twos, replaces);
  const result = await applyResults.as(centre, seen);
  if (!result.ok) throw new Error(result.message);
  return seen.id;
}
async function takenBack(id: string): Promise<void> {
  const { found } = await resultImportPage.as(centre, id);
  expect(await undoResults.as(centre, { id, version: String(found.version) })).toMatchObject({ ok: true });
}

const cardId = (index = 0) => campaign.cards[index]?.id ?? '';
const settled = () => computeCards({ municipalityId: town.id, campaignId: campaign.id });
/** The page of the director's card once nothing is being computed. */
async function card() {
  await settled();
  return cardPage.as(head, cardId());
}
async function items() {
  const { sections } = await card();
  const all = sections.flatMap((section) => section.criteria.flatMap((criterion) => criterion.items));
  return new Map(all.map((item) => [item.code, item]));
}
const computed = async (code: string) => (await items()).get(code)?.computed;
async function move(index: number, to: 'SUBMITTED' | 'RETURNED' | 'ACCEPTED'): Promise<void> {
  const built = campaign.cards[index] ?? expect.fail('no such card');
  await moveCard(owner, built, { to, actorId: centre.userId, at: new Date() });
}
const stored = (index: number) =>
  owner.computedAnswer.findMany({ where: { cardId: cardId(index) }, orderBy: { item: 'asc' } });
const campaignNow = async () =>
  (await campaignPage.as(centre, campaign.id, coverageSearch.parse({}))).computation ?? expect.fail('not computed');

describe('cards that fill themselves', () => {
  it('are answered after a file is confirmed, with its name, and nobody has pressed anything', async () => {
    await loaded([8, 2, 2]);
    expect(await computed('А2')).toMatchObject({ value: 'YES', ground: 'FORMULA', files: [FILE], previous: null });
    expect((await computed('А1'))?.value).toBe('NO_DATA');
    expect(await campaignNow()).toMatchObject({ state: 'FRESH', due: 0, cards: 3, after: `загрузки файла «${FILE}»` });
  });

  it('are started by the look of whoever comes first, the director as well as the centre', async () => {
    await loaded([8, 2, 2]);
    const first = await cardPage.as(head, cardId());
    expect(first.computation).toMatchObject({ isBehind: true });
    await settled();
    expect((await cardPage.as(head, cardId())).computation).toMatchObject({ isBehind: false });
    expect(await stored(2)).not.toEqual([]);
  });

  it('say what a replaced file changes, and lose it when both are taken back', async () => {
    const first = await loaded([8, 2, 2]);
    await settled();
    const second = await loaded([1, 2, 2], first);
    expect(await computed('А2')).toMatchObject({ value: 'NO', previous: 'YES' });
    expect((await card()).computation).toMatchObject({
      changed: expect.arrayContaining(['А2', 'А3']),
      changedAfter: `замены файла на «${FILE}»`,
    });
    await takenBack(second);
    expect(await computed('А2')).toMatchObject({ value: 'YES', previous: 'NO' });
    await takenBack(first);
    const none = await computed('А2');
    expect(none).toMatchObject({ value: 'NO_DATA', previous: 'YES', files: [] });
    expect(none?.because).toContain('ОГЭ, математика, 9\u00a0класс за 2024/25');
    expect((await campaignNow()).after).toBe(`отмены файла «${FILE}»`);
  });

  it('that were sent do not change, and catch up when they come back', async () => {
    const first = await loaded([8, 2, 2]);
    await settled();
    const before = await stored(1);
    await move(1, 'SUBMITTED');
    await loaded([8, 19, 2], first);
    await settled();
    expect(await stored(1)).toEqual(before);
    await move(1, 'RETURNED');
    expect((await campaignNow()).due).toBe(1);
    await settled();
    expect((await stored(1)).find(({ item }) => item === 'А2')).toMatchObject({ value: 'YES', previous: 'NO' });
  });

  it('cannot be changed by a computation that began before they were sent', async () => {
    await move(0, 'SUBMITTED');
    const place = { cardId: cardId(0), schoolId: town.schools[0]?.id ?? '', item: 'А2' };
    const said = { value: 'YES', because: '', ground: 'FORMULA', turning: '', steps: null, files: [] } as const;
    const batch = { municipalityId: town.id, cardIds: [cardId(0)], rows: [{ ...place, ...said }] };
    const written = (tx: Tx) => writeComputed(tx, { ...batch, facts: { number: 7, after: '' } });
    expect(await inScope(centre, written)).toBe(0);
    expect(await stored(0)).toEqual([]);
    expect(await owner.computedCard.findUnique({ where: { cardId: cardId(0) } })).toBeNull();
  });

  it('are finished by the next look when the process died in the middle', async () => {
    await loaded([8, 2, 2]);
    // What a dead process leaves: the change is counted, a run has a campaign and beats no more, one card is done.
    await settled();
    await owner.computedCard.deleteMany({ where: { card: { campaignId: campaign.id, id: { not: cardId(0) } } } });
    await owner.computedAnswer.deleteMany({ where: { card: { campaignId: campaign.id, id: { not: cardId(0) } } } });
    await owner.computation.update({
      where: { campaignId: campaign.id },
      data: { runId: newId(), beatAt: new Date(Date.now() - 60_000) },
    });
    const kept = await stored(0);
    expect(await campaignNow()).toMatchObject({ state: 'BEHIND', due: 2 });
    await settled();
    expect(await stored(2)).not.toEqual([]);
    expect(await stored(0)).toEqual(kept);
    expect(await campaignNow()).toMatchObject({ state: 'FRESH', due: 0 });
  });

  it('are left to a run that is alive', async () => {
    await loaded([8, 2, 2]);
    const place = { campaignId: campaign.id, municipalityId: town.id };
    await owner.computation.create({ data: { ...place, runId: newId(), beatAt: new Date() } });
    await settled();
    expect(await stored(0)).toEqual([]);
    expect(await campaignNow()).toMatchObject({ state: 'BEHIND', due: 3 });
  });

  it('stay as they are when nothing has changed: a second computation writes no answer anew', async () => {
    await loaded([8, 2, 2]);
    await settled();
    const before = await stored(0);
    expect(await computeAnswers.as(centre, { campaignId: campaign.id })).toMatchObject({ ok: true });
    expect((await campaignNow()).due).toBe(3);
    await settled();
    expect(await stored(0)).toEqual(before);
    expect(await campaignNow()).toMatchObject({ state: 'FRESH', changed: 0 });
  });

  it('tell of a failure, are not tried again by themselves, and are by hand or with the next change', async () => {
    await loaded([8, 2, 2]);
    const facts = await inScope(centre, (tx) => factChangesOf(tx, town.id, [YEAR - 1]));
    const failed = { failure: 'База данных сейчас не отвечает.', failedFacts: facts.number, beatAt: new Date() };
    await owner.computation.create({ data: { campaignId: campaign.id, municipalityId: town.id, ...failed } });
    expect(await campaignNow()).toMatchObject({ state: 'FAILED', failure: failed.failure });
    await settled();
    expect(await stored(0)).toEqual([]);
    expect(await computeAnswers.as(centre, { campaignId: campaign.id })).toMatchObject({ ok: true });
    await settled();
    expect(await campaignNow()).toMatchObject({ state: 'FRESH', failure: '' });
    expect(await stored(0)).not.toEqual([]);
  });

  it('are nobody else’s: a change of another town leaves them alone, and nobody there sees them', async () => {
    await loaded([8, 2, 2]);
    await settled();
    const other = await buildTown(owner, `themselves-other-${towns}`, 1);
    const theirs = await other.viewer('CENTRE');
    await saveReference.as(theirs, REFERENCE);
    expect(await campaignNow()).toMatchObject({ state: 'FRESH', due: 0 });
    expect((await computationsPage.as(theirs))?.computations).toEqual([]);
    expect(await computationsPage.as(head)).toBeNull();
  });
});

const NOTHING = { marks: '', histogram: '', ratioLow: '', ratioHigh: '', ratioSchools: '' };
const REFERENCE = {
  ...NOTHING,
  ...{ year: '2024', exam: 'OGE', subject: 'math', grade: '9', participants: '5000' },
  ...{ mean: '15,2', sd: '5', maxScore: '31', source: 'Сборник региона' },
};
const SCALE = { year: '2024', subject: 'math', grade: '4', maxScore: '20', three: '6', four: '10', five: '15' };

describe('every change of facts', () => {
  it('is counted with what it was, in the transaction that makes it: a file, the region, a scale', async () => {
    const now = () => inScope(head, (tx) => factChangesOf(tx, town.id, [YEAR - 1]));
    expect(await now()).toEqual({ number: 0, after: '' });
    expect(await saveReference.as(centre, REFERENCE)).toMatchObject({ ok: true });
    expect(await now()).toEqual({ number: 1, after: 'изменения показателей региона (ОГЭ: математика, 2024/25)' });
    expect(await saveScale.as(centre, { ...SCALE, source: 'Описание работы' })).toMatchObject({ ok: true });
    expect((await now()).number).toBe(2);
    const scale = await owner.markScale.findFirstOrThrow({ where: { municipalityId: town.id } });
    expect(await dropScale.as(centre, { id: scale.id, version: '1' })).toMatchObject({ ok: true });
    expect(await now()).toEqual({
      ...{ number: 3, after: 'изменения шкалы отметок (ВПР: математика, 4\u00a0класс, 2024/25)' },
    });
  });

  it('that is refused counts nothing', async () => {
    const seen = await checked([8, 2, 2]);
    expect(await applyResults.as(centre, { ...seen, version: '77' })).toMatchObject({ ok: false });
    expect((await inScope(centre, (tx) => factChangesOf(tx, town.id, [YEAR - 1]))).number).toBe(0);
    expect(await applyResults.as(centre, seen)).toMatchObject({ ok: true });
    expect((await inScope(centre, (tx) => factChangesOf(tx, town.id, [YEAR - 1]))).number).toBe(1);
  });

  it('cannot be counted by a school', async () => {
    const count = inScope(
      head,
      (tx) => tx.$executeRaw`INSERT INTO fact_change (municipality_id, year, cause, title, at)
        VALUES (${town.id}::uuid, 2024, 'LOADED', '', now())`,
    );
    await expect(count).rejects.toThrow(/row-level security/);
  });
});

describe('the smallest change that would turn an answer', () => {
  it('is shown beside it and on a page of its own, and never becomes the words of the school', async () => {
    await loaded([7, 2, 2]);
    const answer = await computed('А2');
    expect(answer).toMatchObject({ value: 'YES', steps: 5 });
    expect(answer?.turning).toContain('получили не 7, а 2 из 20');
    expect(answer?.because).not.toContain('Ответ был бы');
    expect(await confirmComputed.as(head, { cardId: cardId(), item: 'А2' })).toMatchObject({ ok: true });
    const comment = (await items()).get('А2')?.answer?.comment ?? '';
    expect(comment).toContain('7 из 20');
    expect(comment).not.toContain('Ответ был бы');
    const { steps } = await cardStepsPage.as(head, cardId());
    expect(steps.furtherOff.map(({ code }) => code)).toContain('А2');
  });

  it('is told to the school and, once it is sent, to the centre; to nobody else', async () => {
    await loaded([7, 2, 2]);
    await settled();
    const neighbour = await town.viewer('SCHOOL_HEAD', town.schools[1]);
    for (const viewer of [centre, neighbour, await town.viewer('OFFICIAL')]) {
      await expect(cardStepsPage.as(viewer, cardId())).rejects.toMatchObject({ code: 'not-found' });
    }
    await move(0, 'SUBMITTED');
    expect((await cardStepsPage.as(centre, cardId())).steps.furtherOff.map(({ code }) => code)).toContain('А2');
  });
});
