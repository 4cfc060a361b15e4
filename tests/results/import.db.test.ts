import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { newId } from '@/lib/kernel/ids';
import {
  answerImport,
  applyResults,
  cancelResults,
  dropMapping,
  shareMapping,
  undoResults,
} from '@/lib/results/actions';
import {
  type ResultImportPage,
  resultImportPage,
  resultImportState,
  resultImportsPage,
} from '@/lib/results/import-queries';
import type { ResultImportStatus } from '@/lib/results/import-view';
import { referencesPage, resultsOfYears, resultsPage } from '@/lib/results/queries';
import { saveReference, saveScale } from '@/lib/results/reference-actions';
import { mapResults, uploadResults } from '@/lib/results/upload-results';
import { markStatistics, olympiadProtocol, scoreDistribution, vpr2022 } from '@/prisma/seed/builders/exam-files';
import { type ExamPupil, examPupils, examSchools, MATH_4, scoreOf } from '@/prisma/seed/builders/exam-pupils';
import { ownerClient } from '@/prisma/seed/builders/owner-client';
import { type RegisterWorld, registerWorld } from '../schools/register-world';
import { xlsx } from './support/book';

const owner = ownerClient();
const SCHOOLS = examSchools(3);
const NO_FILTER = { year: undefined, work: undefined, q: undefined };
const NAME = 'ВПР 2022 математика 4 класс.xlsx';

let world: RegisterWorld;
let centre: Viewer;

beforeEach(async () => {
  world = await registerWorld(
    SCHOOLS.map((school) => ({
      code: school.code,
      name: school.name,
      shortName: school.name,
      aliases: [{ system: 'FIS_OKO' as const, code: `sch${school.number}` }],
    })),
    owner,
  );
  centre = world.viewers.CENTRE;
});
afterAll(() => owner.$disconnect());

const idIn = (path: string) => path.split('/').at(-1) ?? '';
const look = (id: string) => resultImportPage.as(centre, id);

async function until(id: string, ...states: ResultImportStatus[]): Promise<ResultImportPage> {
  for (;;) {
    const page = await look(id);
    if (states.includes(page.found.status)) return page;
    if (page.found.status !== 'READING') throw new Error(`${page.found.status}: ${page.found.failure}`);
    await pause(20);
  }
}

async function upload(
  pupils: readonly ExamPupil[],
  name = NAME,
  replaces: string | null = null,
): Promise<ResultImportPage> {
  const bytes = await xlsx(...vpr2022(pupils, MATH_4));
  return until(idIn(await uploadResults(centre, [{ name, bytes }], replaces, randomUUID())), 'CHECK');
}
const seen = ({ found }: ResultImportPage) => ({ id: found.id, version: String(found.version) });

async function applied(
  pupils: readonly ExamPupil[],
  name = NAME,
  replaces: string | null = null,
): Promise<ResultImportPage> {
  const page = await upload(pupils, name, replaces);
  const result = await applyResults.as(centre, seen(page));
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(page.check?.checks)}`);
  return look(page.found.id);
}

const means = async () => {
  const { results } = await resultsOfYears.as(centre, [2021]);
  return results.map(({ schoolId, mean }) => [schoolId, mean] as const);
};

describe('A file of results', () => {
  it('is counted, told about before anything is written, and written whole', async () => {
    const pupils = examPupils(1, SCHOOLS, MATH_4, 20);
    const page = await upload(pupils);
    expect(page.check).toMatchObject({ isClean: true, willWrite: { results: 3, figures: 0 } });
    expect(page.check?.checks.filter(({ level }) => level === 'fail')).toEqual([]);
    expect(page.check?.dropped).toMatchObject({ pupils: 60 });
    expect(await means()).toEqual([]);
    expect(await applyResults.as(centre, seen(page))).toMatchObject({ ok: true });
    const wrote = pupils.filter(({ isAbsent, school }) => !isAbsent && school === SCHOOLS[0]).map(scoreOf);
    const mean = wrote.reduce((sum, score) => sum + score, 0) / wrote.length;
    expect((await means()).map(([, value]) => value)).toContain(mean);
    const [line] = await owner.journalEntry.findMany({
      where: { chain: world.municipalityId, action: 'results.apply' },
    });
    expect(line?.details).toMatchObject({ file: NAME, results: 3, rowsOfPupilsDropped: 60 });
  });

  it('leaves no pupil in the database: neither code, class nor row', async () => {
    const pupils = examPupils(2, SCHOOLS, MATH_4, 8).map((pupil, index) => ({ ...pupil, code: `тайна-${index}` }));
    await upload(pupils);
    await applied(
      pupils.map((pupil) => ({ ...pupil })),
      'ВПР 2022 математика 4 класс (2).xlsx',
    );
    const kept = await owner.$queryRaw<{ text: string }[]>`
      SELECT (SELECT string_agg(i::text, ' ') FROM result_import i) || (SELECT string_agg(r::text, ' ') FROM school_result r)
        || (SELECT string_agg(j::text, ' ') FROM journal_entry j) AS text`;
    expect(kept[0]?.text).not.toContain('тайна');
  });

  it('is replaced as a whole and, when that is taken back, speaks again to the last digit', async () => {
    const first = await applied(examPupils(3, SCHOOLS, MATH_4, 15));
    const before = await means();
    const second = await applied(examPupils(4, SCHOOLS.slice(0, 2), MATH_4, 15), NAME, first.found.id);
    expect((await look(first.found.id)).found).toMatchObject({
      status: 'REPLACED',
      replacedBy: { id: second.found.id },
    });
    expect(await means()).toHaveLength(2);
    expect(await undoResults.as(centre, seen(second))).toMatchObject({ ok: true });
    expect(await means()).toEqual(before);
    expect((await look(first.found.id)).found.status).toBe('APPLIED');
  });

  it('taken back from under a later one changes nothing of the later, and the first returns after both', async () => {
    const first = await applied(examPupils(5, SCHOOLS, MATH_4, 12));
    const before = await means();
    const second = await applied(examPupils(6, SCHOOLS, MATH_4, 12));
    const third = await applied(examPupils(7, SCHOOLS, MATH_4, 12));
    const now = await means();
    expect(await undoResults.as(centre, seen(second))).toMatchObject({ ok: true });
    expect(await means()).toEqual(now);
    expect(await undoResults.as(centre, seen(third))).toMatchObject({ ok: true });
    expect(await means()).toEqual(before);
    expect(await undoResults.as(centre, seen(await look(first.found.id)))).toMatchObject({ ok: true });
    expect(await means()).toEqual([]);
  });

  it('with a school nobody knows writes nothing until the person has said what to do with it', async () => {
    const page = await upload(examPupils(8, examSchools(4), MATH_4, 6));
    expect(page.check?.isClean).toBe(false);
    expect(await applyResults.as(centre, seen(page))).toMatchObject({ ok: false });
    const [own] = await owner.school.findMany({
      where: { municipalityId: world.municipalityId },
      select: { id: true },
    });
    const stranger = page.check?.schools.findIndex(({ verdict }) => verdict.kind === 'unknown') ?? -1;
    expect(await answerImport.as(centre, { ...seen(page), [`school-${stranger}`]: own?.id ?? '' })).toMatchObject({
      ok: true,
    });
    const twice = await look(page.found.id);
    expect(twice.check?.checks.map(({ title }) => title)).toContain(
      'Одна школа встречается в файле дважды под разными ключами',
    );
    expect(await answerImport.as(centre, { ...seen(twice), [`school-${stranger}`]: 'skip' })).toMatchObject({
      ok: true,
    });
    expect(await applyResults.as(centre, seen(await look(page.found.id)))).toMatchObject({ ok: true });
    expect(await means()).toHaveLength(3);
  });

  it('that does not say what it is asks, and is checked anew by the answer', async () => {
    const page = await upload(examPupils(9, SCHOOLS, MATH_4, 9), 'выгрузка.xlsx');
    expect(page.check?.isClean).toBe(false);
    const answer = { ...seen(page), 'subject-0': 'math', 'grade-0': '4', 'year-0': '2021' };
    expect(await answerImport.as(centre, answer)).toMatchObject({ ok: true });
    expect((await look(page.found.id)).check?.isClean).toBe(true);
  });

  it('of an unknown layout is mapped on its titles and sent again; the layout serves the next file', async () => {
    const sheet = {
      name: 'Свод',
      rows: [
        ['Ученик', 'Наша школа', 'Балл за работу', 'Отметка в журнале', 'Вариант работы'],
        ...examPupils(10, SCHOOLS, MATH_4, 5).map((pupil) => [
          pupil.surname,
          pupil.school.name,
          scoreOf(pupil),
          pupil.journal,
          2,
        ]),
      ],
    };
    const bytes = await xlsx(sheet);
    const name = 'ВПР математика 4 класс 2022.xlsx';
    const id = idIn(await uploadResults(centre, [{ name, bytes }], null));
    const page = await until(id, 'MAPPING');
    expect(page.unknown?.columns.map(({ title }) => title)).toContain('Балл за работу');
    const fields = new Map([
      ['unit', 'PUPILS'],
      ['exam', 'VPR'],
      ['column-1', 'school'],
      ['column-2', 'score'],
      ['column-3', 'journal'],
      ['title', 'Своя форма'],
      ['save', '1'],
    ]);
    await expect(
      mapResults(centre, id, { name, bytes: await xlsx({ ...sheet, name: 'Другой' }) }, fields),
    ).rejects.toMatchObject({
      code: 'invalid',
    });
    await mapResults(centre, id, { name, bytes }, fields);
    expect((await until(id, 'CHECK')).check).toMatchObject({ isClean: true, willWrite: { results: 3 } });
    const again = idIn(await uploadResults(centre, [{ name, bytes }], null));
    expect((await until(again, 'CHECK')).found.layoutTitle).toBe('Своя форма');
  });

  it('lends its layout to the centres of the region and to nobody else', async () => {
    const rows = [
      ['Наша школа', 'Балл за работу', 'Отметка в журнале'],
      ...examPupils(16, SCHOOLS, MATH_4, 4).map((pupil) => [pupil.school.name, scoreOf(pupil), pupil.journal]),
    ];
    const file = { name: 'ВПР математика 4 класс 2022.xlsx', bytes: await xlsx({ name: 'Свод', rows }) };
    const id = idIn(await uploadResults(centre, [file], null));
    await until(id, 'MAPPING');
    const fields = new Map([
      ['unit', 'PUPILS'],
      ['column-0', 'school'],
      ['column-1', 'score'],
      ['title', 'Форма области'],
      ['save', '1'],
      ['share', '1'],
    ]);
    await mapResults(centre, id, file, fields);
    await until(id, 'CHECK');
    const other = await registerWorld([{ code: '1', name: 'Другая', shortName: 'Другая' }], owner);
    const stranger = other.viewers.CENTRE;
    const neighbour = { ...stranger, regionId: centre.regionId };
    const layouts = async (viewer: Viewer) => (await resultImportsPage.as(viewer, {})).profiles;
    expect(await layouts(neighbour)).toMatchObject([{ title: 'Форма области', isOwn: false }]);
    expect(await layouts(stranger)).toEqual([]);
    const [lent] = await layouts(neighbour);
    expect(await dropMapping.as(neighbour, { id: lent?.id ?? '' })).toMatchObject({ ok: false });
    expect(await shareMapping.as(centre, { id: lent?.id ?? '', shared: '0' })).toMatchObject({ ok: true });
    expect(await layouts(neighbour)).toEqual([]);
  });

  it('mapped with pupils in place of schools is refused, and nothing of it is kept', async () => {
    const rows = [
      ['Ученик', 'Наша школа', 'Балл за работу', 'Отметка в журнале'],
      ...examPupils(14, SCHOOLS, MATH_4, 6).map((pupil, at) => [
        `Тайнов-${at}`,
        pupil.school.name,
        scoreOf(pupil),
        pupil.journal,
      ]),
    ];
    const file = { name: 'ВПР математика 4 класс 2022.xlsx', bytes: await xlsx({ name: 'Свод', rows }) };
    const id = idIn(await uploadResults(centre, [file], null));
    await until(id, 'MAPPING');
    const fields = new Map([
      ['unit', 'PUPILS'],
      ['exam', 'VPR'],
      ['column-0', 'school'],
      ['column-2', 'score'],
    ]);
    await mapResults(centre, id, file, fields);
    const page = await until(id, 'FAILED');
    expect(page.found.failure).toContain('фамилии или номера участников');
    const [kept] = await owner.$queryRaw<
      { text: string }[]
    >`SELECT string_agg(i::text, ' ') AS text FROM result_import i`;
    expect(kept?.text).not.toContain('Тайнов');
  });

  it('whose process died says that it must be sent again', async () => {
    const id = newId();
    await owner.resultImport.create({
      data: {
        id,
        municipalityId: world.municipalityId,
        fileName: 'x.xlsx',
        sha256: 'x',
        size: 1,
        beatAt: new Date(0),
        createdById: centre.userId,
      },
    });
    expect(await resultImportState.as(centre, id)).toMatchObject({ status: 'DEAD' });
    expect(await cancelResults.as(centre, { id })).toMatchObject({ ok: true });
  });
});

describe('Parts, figures and values of the region', () => {
  const mark = (pupil: ExamPupil) => Math.min(5, 2 + Math.floor(scoreOf(pupil) / 6));

  it('complete each other, and the row of the region becomes a value to compare with', async () => {
    const pupils = examPupils(11, SCHOOLS, MATH_4, 30);
    for (const sheet of [markStatistics(pupils, mark), scoreDistribution(pupils, 20)]) {
      const file = { name: 'ВПР математика 4 класс 2022.xlsx', bytes: await xlsx(sheet) };
      const page = await until(idIn(await uploadResults(centre, [file], null, randomUUID())), 'CHECK');
      expect(await applyResults.as(centre, seen(page))).toMatchObject({ ok: true });
    }
    const { results } = await resultsOfYears.as(centre, [2021]);
    expect(results).toHaveLength(3);
    for (const { histogram, marks, participants } of results) {
      expect(histogram?.reduce((sum, n) => sum + n, 0)).toBe(participants);
      expect(marks && marks.two + marks.three + marks.four + marks.five).toBe(participants);
    }
    const { references } = await referencesPage.as(centre);
    expect(references).toMatchObject([
      { exam: 'VPR', subject: 'math', grade: 4, year: 2021, source: 'ВПР математика 4 класс 2022.xlsx' },
    ]);
    expect(references[0]?.histogram.length).toBe(21);
  });

  it('of olympiads add up over subjects', async () => {
    for (const subject of ['математике', 'физике']) {
      const sheet = olympiadProtocol(
        examPupils(12, SCHOOLS.slice(0, 1), MATH_4, 10),
        `Муниципальный этап ВсОШ по ${subject}, 2022/23`,
      );
      const file = { name: `МЭ ${subject.slice(0, -1)}а.xlsx`, bytes: await xlsx(sheet) };
      const page = await until(idIn(await uploadResults(centre, [file], null, randomUUID())), 'CHECK');
      expect(await applyResults.as(centre, seen(page))).toMatchObject({ ok: true });
    }
    const { figures } = await resultsOfYears.as(centre, [2022]);
    expect(figures.map(({ code, value, n }) => [code, value, n])).toEqual([
      ['olympiad_municipal', 20, null],
      ['olympiad_municipal_won', 6, 20],
    ]);
  });

  it('can be typed in, with a decimal comma', async () => {
    const typed = {
      ...{ year: '2021', exam: 'VPR', subject: 'math', grade: '4', participants: '24 933', mean: '12,01', sd: '3,78' },
      ...{
        maxScore: '20',
        marks: '',
        histogram: '',
        ratioLow: '0,9',
        ratioHigh: '1,2',
        ratioSchools: '628',
        source: 'Письмо',
      },
    };
    expect(await saveReference.as(centre, typed)).toMatchObject({ ok: true });
    const { references } = await referencesPage.as(centre);
    expect(references).toMatchObject([{ participants: 24_933, mean: 12.01, sd: 3.78, ratioSchools: 628 }]);
    expect(await saveReference.as(centre, { ...typed, mean: 'много' })).toMatchObject({
      ok: false,
      fields: { mean: expect.any(String) },
    });
  });
});

describe('A scale that the centre entered', () => {
  const scale = {
    year: '2021',
    subject: 'math',
    grade: '4',
    maxScore: '20',
    three: '1',
    four: '2',
    five: '3',
    source: 'Письмо',
  };

  it('marks the files loaded after it, and the program’s own marks the rest', async () => {
    const first = await applied(examPupils(15, SCHOOLS.slice(0, 1), MATH_4, 20));
    expect(first.rows[0]?.result.marks).not.toMatchObject({ two: 0, three: 0, four: 0 });
    expect(await saveScale.as(centre, scale)).toMatchObject({ ok: true });
    const second = await applied(examPupils(15, SCHOOLS.slice(0, 1), MATH_4, 20));
    expect(second.rows[0]?.result.marks?.five).toBe(second.rows[0]?.result.participants);
  });

  it('must rise', async () => {
    expect(await saveScale.as(centre, { ...scale, four: '5' })).toMatchObject({
      ok: false,
      fields: { five: expect.any(String) },
    });
  });
});

describe('Who sees results', () => {
  it('a school sees its own, the office the municipality, another municipality nothing', async () => {
    await applied(examPupils(13, SCHOOLS, MATH_4, 10));
    const count = async (viewer: Viewer) => (await resultsPage.as(viewer, NO_FILTER)).rows.length;
    expect(await count(centre)).toBe(3);
    expect(await count(world.viewers.OFFICIAL)).toBe(3);
    expect(await count(world.viewers.SCHOOL_HEAD)).toBe(1);
    const other = await registerWorld([{ code: '1', name: 'Другая', shortName: 'Другая' }], owner);
    expect(await count(other.viewers.CENTRE)).toBe(0);
    await expect(resultsPage.as(world.region, NO_FILTER)).rejects.toMatchObject({ code: 'not-found' });
  });
});
