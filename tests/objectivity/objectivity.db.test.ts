import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mapSheets } from '@/components/objectivity/map-sheets';
import type { Viewer } from '@/lib/access/viewer';
import { newId } from '@/lib/kernel/ids';
import { objectivityMap, objectivitySchool, ownSigns, signDecisions } from '@/lib/objectivity/objectivity-queries';
import { objectivitySearch } from '@/lib/objectivity/objectivity-search';
import { procedureKey } from '@/lib/objectivity/procedure';
import { replyToReview, reviewSign } from '@/lib/objectivity/review-actions';
import { decisionOf } from '@/lib/objectivity/sign-review';
import { inScope } from '@/lib/platform/prisma';
import { writeResults } from '@/lib/results/result-store';
import { ownerClient } from '@/prisma/seed/builders/owner-client';
import { buildPerson, viewerOf } from '@/prisma/seed/builders/person';
import { Chance } from '@/prisma/seed/demo/chance';
import { manipulate } from '@/scripts/detectors/manipulate';
import { makeSchool } from '@/scripts/detectors/region';
import { resultsOf, YEAR } from '@/scripts/detectors/results-of';
import { type RegisterWorld, registerWorld } from '../schools/register-world';

const owner = ownerClient();
const NAMES = Array.from({ length: 26 }, (_, i) => `Школа № ${String(i + 1).padStart(2, '0')}`);
const ODD = 7;

let world: RegisterWorld;
let other: RegisterWorld;
let centre: Viewer;

/** Twenty-six schools of forty pupils with the ordinary results of two years; one of them lifted its fourth grade. */
async function load({ municipalityId, schools, viewers }: RegisterWorld): Promise<void> {
  const chance = new Chance(17);
  const importId = newId();
  await owner.resultImport.create({
    data: {
      ...{ id: importId, municipalityId, fileName: 'ВПР.xlsx', sha256: '0'.repeat(64), size: 1 },
      ...{ status: 'APPLIED', createdById: viewers.CENTRE.userId },
    },
  });
  const results = schools.flatMap((school, i) => {
    const honest = makeSchool(chance, school.id, 'normal', 40);
    const made = i === ODD ? manipulate(new Chance(1), honest, 'raised', 0.85).school : honest;
    return resultsOf(made).map(({ schoolId, ...result }) => ({ schoolId, part: 'PUPILS' as const, result }));
  });
  await inScope(viewers.CENTRE, (tx) =>
    writeResults(tx, { municipalityId, importId, source: 'ВПР.xlsx' }, { results, figures: [] }, null),
  );
}

beforeAll(async () => {
  const drafts = NAMES.map((name, i) => ({ code: String(i + 1), name, shortName: name }));
  [world, other] = [await registerWorld(drafts, owner), await registerWorld(drafts.slice(0, 2), owner)];
  centre = world.viewers.CENTRE;
  await load(world);
});
afterAll(() => owner.$disconnect());

const search = (part: object = {}) => objectivitySearch.parse(part);

const oddId = () => world.schools[ODD]?.id ?? '';
/** A sign that the odd school has now. */
async function foundSign() {
  const page = await objectivitySchool.as(centre, oddId(), YEAR, search());
  const work = page.works.find((one) => one.present.length > 0);
  const sign = work?.present[0]?.sign.code ?? '';
  return { schoolId: oddId(), year: String(YEAR), sign, work: work ? procedureKey(work.procedure) : '' };
}
async function headOf(schoolId: string): Promise<Viewer> {
  const { municipalityId } = world;
  const email = `head-${schoolId}@example.org`;
  const place = { email, name: 'Директор', role: 'SCHOOL_HEAD', municipalityId, schoolId } as const;
  return viewerOf(owner, await buildPerson(owner, place));
}

describe('the objectivity map of a municipality', () => {
  it('lays schools in alphabetical order against the works of each year, the latest first', async () => {
    const page = await objectivityMap.as(centre, search());
    expect(page.rows.map((row) => row.name)).toEqual(NAMES);
    expect([...new Set(page.columns.map((column) => column.year))]).toEqual([YEAR, YEAR - 1]);
    expect(page.rows.every((row) => row.cells.length === 12)).toBe(true);
  });

  it('marks the school whose grade was lifted, by an official and by a corrected sign', async () => {
    const odd = world.schools[ODD]?.id ?? '';
    for (const kind of ['federal', 'corrected'] as const) {
      const page = await objectivityMap.as(centre, search({ kind }));
      const row = page.rows.find((one) => one.schoolId === odd);
      expect(row?.present).toBeGreaterThan(0);
      const others = page.rows.filter((one) => one.schoolId !== odd && one.present > 0).length;
      if (kind === 'corrected') expect(others).toBeLessThanOrEqual(3);
    }
  });

  it('counts the index and how often each sign fires from the same marks', async () => {
    const page = await objectivityMap.as(centre, search({ kind: 'federal' }));
    const [latest] = page.indexes;
    const marked = page.rows.filter((row) =>
      row.cells.some((cell) => cell.year === YEAR && cell.state === 'PRESENT'),
    ).length;
    expect(latest?.index).toMatchObject({ marked, schools: 26, unknown: 0, value: 100 - (100 * marked) / 26 });
    expect(page.firing.map((one) => one.code)).toContain('Г01');
  });

  it('opens to the picture behind the mark, with its explanations and the territory beside', async () => {
    const odd = world.schools[ODD]?.id ?? '';
    const page = await objectivitySchool.as(centre, odd, YEAR, search());
    const present = page.works.flatMap((work) => work.present);
    expect(page.name).toBe(NAMES[ODD]);
    expect(present.length).toBeGreaterThan(0);
    expect(present[0]?.picture?.categories.some((one) => one.territory !== null)).toBe(true);
  });

  it('leaves as a spreadsheet with the codes, the numbers and the note on reading it', async () => {
    const sheets = mapSheets(await objectivityMap.as(centre, search()));
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Карта объективности', 'Признаки', 'Как читать']);
    for (const sheet of sheets) expect(sheet.rows.every((row) => row.length === sheet.columns.length)).toBe(true);
    expect(sheets[0]?.rows).toHaveLength(26);
    expect(JSON.stringify(sheets[2])).toContain('возможный маркер');
  });

  it('takes the values of the region in place of the own sums, when the centre has them', async () => {
    const before = await objectivityMap.as(centre, search({ kind: 'federal' }));
    await owner.referenceValue.create({
      data: {
        ...{ id: newId(), municipalityId: world.municipalityId, year: YEAR, exam: 'VPR', subject: 'russian', grade: 4 },
        ...{ participants: 20_000, mean: 37, sd: 1, source: 'Письмо региона' },
      },
    });
    const after = await objectivityMap.as(centre, search({ kind: 'federal' }));
    const firing = (page: typeof before) => page.firing.find((one) => one.code === 'Г01')?.marked ?? -1;
    expect(firing(before)).toBeGreaterThan(0);
    expect(firing(after)).toBe(0);
  });

  it('is for the centre and the department alone', async () => {
    await expect(objectivityMap.as(world.viewers.OFFICIAL, search())).resolves.toBeTruthy();
    for (const role of ['SCHOOL_HEAD', 'CURATOR', 'ADMIN'] as const) {
      await expect(objectivityMap.as(world.viewers[role], search())).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('of another town shows none of these schools and does not open them', async () => {
    const theirs = other.viewers.CENTRE;
    const page = await objectivityMap.as(theirs, search());
    expect(page.columns).toEqual([]);
    const odd = world.schools[ODD]?.id ?? '';
    await expect(objectivitySchool.as(theirs, odd, YEAR, search())).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a found sign', () => {
  it('is asked about, answered by its school, decided with a reason, and every step is kept', async () => {
    const place = await foundSign();
    const head = await headOf(oddId());
    expect(await reviewSign.as(centre, { ...place, step: 'ASKED', reason: 'Как проходила проверка?' })).toMatchObject({
      ok: true,
    });
    const [asked] = (await ownSigns.as(head)).reviews;
    expect(asked).toMatchObject({ step: 'ASKED', reason: 'Как проходила проверка?', code: place.sign });
    expect(asked?.finding.picture?.categories.some((one) => one.territory !== null)).toBe(true);
    const reply = { reviewId: asked?.id ?? '', text: 'Проверяла комиссия школы.' };
    expect(await replyToReview.as(head, reply)).toMatchObject({ ok: true });
    await reviewSign.as(centre, { ...place, step: 'CONFIRMED', reason: 'Перепроверка подтвердила' });
    await reviewSign.as(centre, { ...place, step: 'REJECTED', reason: 'Объяснимо: класс с углублённым изучением' });
    const { reviews } = await objectivitySchool.as(centre, oddId(), YEAR, search());
    expect(reviews.map((review) => review.step)).toEqual(['ASKED', 'CONFIRMED', 'REJECTED']);
    expect(reviews[0]?.replies[0]?.text).toBe('Проверяла комиссия школы.');
    expect(decisionOf(reviews)).toBe('REJECTED');
  });

  it('is confirmed for the card by the last decision alone', async () => {
    const place = await foundSign();
    const decided = () => inScope(centre, (tx) => signDecisions(tx, world.municipalityId, YEAR));
    await reviewSign.as(centre, { ...place, step: 'CONFIRMED', reason: 'Комиссия подтвердила' });
    const [decision, ...others] = await decided();
    expect(others).toEqual([]);
    expect(decision).toMatchObject({
      ...{ schoolId: oddId(), code: place.sign, work: place.work, step: 'CONFIRMED', reason: 'Комиссия подтвердила' },
    });
    expect(decision?.sentence).toMatch(/участников: \d+/);
    await reviewSign.as(centre, { ...place, step: 'ASKED', reason: 'Ещё вопрос' });
    expect(await decided()).toEqual([decision]);
    await reviewSign.as(centre, { ...place, step: 'REJECTED', reason: 'Нашли объяснение' });
    expect(await decided()).toMatchObject([{ step: 'REJECTED', reason: 'Нашли объяснение' }]);
  });

  it('is undecided again when the decision is taken back, and there is nothing to take back twice', async () => {
    const place = await foundSign();
    const withdrawn = { ...place, step: 'WITHDRAWN', reason: 'Поспешили' };
    await reviewSign.as(centre, { ...place, step: 'CONFIRMED', reason: 'Комиссия подтвердила' });
    expect(await reviewSign.as(centre, withdrawn)).toMatchObject({ ok: true });
    expect(await inScope(centre, (tx) => signDecisions(tx, world.municipalityId, YEAR))).toEqual([]);
    const { reviews } = await objectivitySchool.as(centre, oddId(), YEAR, search());
    expect(decisionOf(reviews)).toBeNull();
    expect(await reviewSign.as(centre, withdrawn)).toMatchObject({ ok: false });
  });

  it('that newer results do not show any more can still be decided otherwise, on the numbers of the first time', async () => {
    const place = await foundSign();
    await reviewSign.as(centre, { ...place, step: 'CONFIRMED', reason: 'Комиссия подтвердила' });
    const hide = (isCurrent: boolean) =>
      owner.schoolResult.updateMany({ where: { schoolId: place.schoolId }, data: { isCurrent } });
    await hide(false);
    try {
      expect(await reviewSign.as(centre, { ...place, step: 'ASKED', reason: 'Что это было?' })).toMatchObject({
        ok: true,
      });
      expect(await reviewSign.as(centre, { ...place, step: 'REJECTED', reason: 'Файл был не тот' })).toMatchObject({
        ok: true,
      });
      const [decision] = await inScope(centre, (tx) => signDecisions(tx, world.municipalityId, YEAR));
      expect(decision).toMatchObject({ step: 'REJECTED', sentence: expect.stringContaining('участников') });
    } finally {
      await hide(true);
    }
  });

  it('cannot be decided when it is not there, without a reason, or by anybody but the centre', async () => {
    const place = await foundSign();
    const decided = { ...place, step: 'CONFIRMED', reason: 'Так решили' };
    expect(await reviewSign.as(centre, { ...decided, sign: 'Г12' })).toMatchObject({ ok: false });
    expect(await reviewSign.as(centre, { ...decided, reason: ' ' })).toMatchObject({
      ok: false,
      fields: { reason: 'Напишите текст' },
    });
    for (const viewer of [world.viewers.OFFICIAL, world.viewers.SCHOOL_HEAD, other.viewers.CENTRE]) {
      expect(await reviewSign.as(viewer, decided)).toMatchObject({ ok: false });
    }
  });

  it('is seen and answered by its own school alone', async () => {
    const place = await foundSign();
    await reviewSign.as(centre, { ...place, step: 'ASKED', reason: 'Вопрос школе' });
    const stranger = world.viewers.SCHOOL_HEAD;
    expect(stranger.schoolId).not.toBe(oddId());
    expect((await ownSigns.as(stranger)).reviews).toEqual([]);
    const { reviews } = await objectivitySchool.as(centre, oddId(), YEAR, search());
    const reply = { reviewId: reviews[0]?.id ?? '', text: 'За другую школу' };
    expect(await replyToReview.as(stranger, reply)).toMatchObject({ ok: false });
    expect(await replyToReview.as(centre, reply)).toMatchObject({ ok: false });
  });

  it('keeps its steps as they were written: the portal can change or remove none', async () => {
    const change = (sql: string) => inScope(centre, (tx) => tx.$executeRawUnsafe(sql));
    await expect(change("UPDATE sign_review SET reason = 'иначе'")).rejects.toThrow(/permission denied/);
    await expect(change('DELETE FROM sign_reply')).rejects.toThrow(/permission denied/);
  });
});
