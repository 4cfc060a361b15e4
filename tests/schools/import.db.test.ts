import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { keptFile } from '@/lib/platform/kept-file';
import { inScope } from '@/lib/platform/prisma';
import {
  applyList,
  backToColumns,
  cancelImport,
  chooseColumns,
  decideRows,
  readImportAgain,
} from '@/lib/schools/import-actions';
import { inSlices } from '@/lib/schools/import-check';
import { importPage, importState, importsPage, remarkedRows } from '@/lib/schools/import-queries';
import { takeOverReading } from '@/lib/schools/import-store';
import { ownerClient } from '@/prisma/seed/builders/owner-client';
import {
  apply,
  columnForm,
  csv,
  fixture,
  HEADER,
  look,
  schoolLine,
  tally,
  toPreview,
  until,
  upload,
} from './import-world';
import { type RegisterWorld, registerWorld } from './register-world';

const owner = ownerClient();
const FORMATS = ['dirty-list.xlsx', 'dirty-list.xls', 'dirty-list.ods', 'dirty-list-utf8.csv', 'dirty-list-1251.csv'];
const YEAR = schoolYearAt(new Date(), 'Europe/Moscow');

let world: RegisterWorld;
let centre: Viewer;

beforeEach(async () => {
  world = await registerWorld([{ code: '0001', name: 'Прежняя школа', shortName: 'Прежняя', years: [YEAR] }], owner);
  centre = world.viewers.CENTRE;
});
afterAll(() => owner.$disconnect());

/** Everything an import may touch in the municipality, to be compared. */
async function register() {
  const where = { municipalityId: world.municipalityId };
  const schools = await owner.school.findMany({ where, orderBy: { code: 'asc' } });
  const names = await owner.schoolName.findMany({ where, orderBy: { id: 'asc' } });
  const aliases = await owner.schoolAlias.findMany({ where, orderBy: { id: 'asc' } });
  const years = await owner.schoolYear.findMany({ where, orderBy: [{ schoolId: 'asc' }, { year: 'asc' }] });
  return { schools, names, aliases, years };
}
const journal = (action: string) =>
  owner.journalEntry.findMany({ where: { chain: world.municipalityId, action }, select: { details: true } });

describe('A list of schools with all the dirt of real ones', () => {
  it.each(FORMATS)('comes into the register the same from %s', async (name) => {
    const preview = await toPreview(centre, fixture(name), name);
    expect(tally(preview)).toEqual([5, 0, 0, 0, 0, 3]);
    expect(await apply(centre, preview)).toMatchObject({ ok: true });
    const { schools, years } = await register();
    expect(schools.map(({ code, shortName, kind, place, pupils }) => [code, shortName, kind, place, pupils])).toEqual([
      ['0001', 'Прежняя', 'SECONDARY', 'CITY', null],
      ['0012', 'СШ № 12', 'SECONDARY', 'CITY', 640],
      ['0013', 'Гимназия № 13', 'GYMNASIUM', 'CITY', 1020],
      ['0105', 'ОШ № 5', 'BASIC', 'VILLAGE', 58],
      ['0201', 'НШ № 21', 'PRIMARY', 'VILLAGE', 37],
      ['14', 'Лицей № 14', 'LYCEUM', 'TOWN', 311],
    ]);
    expect(years.filter(({ year }) => year === YEAR)).toHaveLength(6);
  });

  it('names the row, the column and what is wrong, and says why rows were passed over', async () => {
    const preview = await toPreview(centre, fixture('dirty-list.xlsx'), 'список.xlsx');
    const warned = await look(centre, preview.found.id, 'warnings');
    expect(warned.rows.map(({ row, content }) => [row, content.remarks[0]?.column])).toEqual([
      [8, 'J «ИНН»'],
      [10, 'B «Код ОО»'],
    ]);
    const skipped = await look(centre, preview.found.id, 'skipped');
    expect(skipped.rows.map(({ row, content }) => [row, content.remarks[0]?.message])).toEqual([
      [6, 'Пропущена: строка с номерами столбцов.'],
      [13, 'Пропущена: итоговая строка.'],
      [14, 'Пропущена: подпись или примечание.'],
    ]);
    const remarks = [];
    for await (const row of await remarkedRows(centre, preview.found.id)) remarks.push(row.row);
    expect(remarks).toEqual([6, 8, 10, 13, 14]);
  });

  it('changes nothing the second time', async () => {
    await apply(centre, await toPreview(centre, fixture('dirty-list.xlsx')));
    const before = await register();
    const again = await toPreview(centre, fixture('dirty-list-1251.csv'));
    expect(tally(again)).toEqual([0, 0, 5, 0, 0, 3]);
    expect(await apply(centre, again)).toMatchObject({ ok: true });
    expect(await register()).toEqual(before);
  });

  it('stands in the journals with who, when and what, and leads to the schools', async () => {
    const preview = await toPreview(centre, fixture('dirty-list.xlsx'), 'список.xlsx');
    await apply(centre, preview);
    const { imports } = await importsPage.as(centre, { after: undefined, before: undefined });
    expect(imports).toMatchObject([
      { fileName: 'список.xlsx', status: 'APPLIED', created: 5, changed: 0, unchanged: 0, authorName: centre.name },
    ]);
    expect(await journal('school.import')).toMatchObject([
      { details: { file: 'список.xlsx', created: 5, changed: 0, unchanged: 0 } },
    ]);
    const done = await look(centre, preview.found.id, 'new');
    const { schools } = await register();
    expect(new Set(done.rows.map(({ content }) => content.schoolId))).toEqual(
      new Set(schools.filter(({ code }) => code !== '0001').map(({ id }) => id)),
    );
    expect(await keptFile(preview.found.id)).toBeUndefined();
  });
});

describe('An import takes every row or none', () => {
  it('applies nothing while the last row has an error', async () => {
    const rows = [
      ...Array.from({ length: 20 }, (_, index) => schoolLine(String(1001 + index))),
      ['1099', '', '', 'СОШ', 'город', 5],
    ];
    const preview = await toPreview(centre, csv(HEADER, rows));
    expect(tally(preview)).toEqual([20, 0, 0, 0, 1, 0]);
    const before = await register();
    expect(await apply(centre, preview)).toMatchObject({ ok: false });
    expect(await register()).toEqual(before);
    const errors = await look(centre, preview.found.id, 'errors');
    expect(errors.rows).toMatchObject([{ row: 22, content: { remarks: [{ severity: 'error' }] } }]);
  });

  it('changes nothing when an insert fails in the middle of applying', async () => {
    const preview = await toPreview(centre, csv(HEADER, [schoolLine('2001'), schoolLine('2002')]));
    const before = await register();
    await owner.$executeRaw`ALTER TABLE school_year ADD CONSTRAINT no_more CHECK (pupils IS DISTINCT FROM 100) NOT VALID`;
    try {
      expect(await apply(centre, preview)).toMatchObject({ ok: false });
    } finally {
      await owner.$executeRaw`ALTER TABLE school_year DROP CONSTRAINT no_more`;
    }
    expect(await register()).toEqual(before);
    expect((await look(centre, preview.found.id)).found.status).toBe('PREVIEW');
    expect(await journal('school.import')).toEqual([]);
    expect(await apply(centre, preview)).toMatchObject({ ok: true });
  });

  it('lets one of two applies at once win', async () => {
    const preview = await toPreview(centre, csv(HEADER, [schoolLine('3001')]));
    const results = await Promise.all([apply(centre, preview), apply(centre, preview)]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await register()).schools).toHaveLength(2);
    expect(await journal('school.import')).toHaveLength(1);
  });

  it('lets two lists with the same school make it once', async () => {
    const first = await toPreview(centre, csv(HEADER, [schoolLine('3101')]));
    const second = await toPreview(centre, csv(HEADER, [schoolLine('3101')]));
    const results = await Promise.all([apply(centre, first), apply(centre, second)]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await register()).schools.map(({ code }) => code)).toEqual(['0001', '3101']);
  });

  it('shows the new preview instead of applying when the register has changed since', async () => {
    const preview = await toPreview(centre, csv(HEADER, [schoolLine('4001', 10)]));
    await apply(centre, await toPreview(centre, csv(HEADER, [schoolLine('4001', 20)])));
    const result = await apply(centre, preview);
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('Реестр изменился') });
    const anew = await until(centre, preview.found.id, 'PREVIEW');
    expect(tally(anew)).toEqual([0, 1, 0, 0, 0, 0]);
    const changed = await look(centre, preview.found.id, 'changed');
    expect(changed.rows[0]?.content.changes).toMatchObject([{ field: 'pupils', before: '20', after: '10' }]);
    expect(await apply(centre, anew)).toMatchObject({ ok: true });
  });

  it('swaps the codes of two schools', async () => {
    const header = [...HEADER, 'ИНН'];
    const [one = [], two = []] = [schoolLine('5001'), schoolLine('5002')];
    const list = (first: string, second: string) =>
      csv(header, [
        [first, ...one.slice(1), '1234567894'],
        [second, ...two.slice(1), '7707083893'],
      ]);
    await apply(centre, await toPreview(centre, list('5001', '5002')));
    const preview = await toPreview(centre, list('5002', '5001'));
    const { id, version } = preview.found;
    const ask = await look(centre, id, 'ask');
    const decisions = ask.rows.map(({ row, content }) => [
      `row-${row}`,
      content.candidates.find(({ shortName }) => shortName === content.title)?.id,
    ]);
    expect(decisions).toHaveLength(2);
    await decideRows.as(centre, { id, version: String(version), ...Object.fromEntries(decisions) });
    expect(await apply(centre, await until(centre, id, 'PREVIEW'))).toMatchObject({ ok: true });
    expect((await register()).schools.map(({ code, shortName }) => [code, shortName])).toEqual([
      ['0001', 'Прежняя'],
      ['5001', 'Средняя школа № 5002'],
      ['5002', 'Средняя школа № 5001'],
    ]);
  });
});

describe('A code that the list frees', () => {
  it('goes to a new school of the same list in one import, and the list then changes nothing', async () => {
    const header = [...HEADER, 'ИНН'];
    const [known = [], fresh = []] = [schoolLine('6001'), schoolLine('6099')];
    await apply(centre, await toPreview(centre, csv(header, [[...known, '1234567894']])));
    const list = csv(header, [
      ['6001', ...fresh.slice(1), '7707083893'],
      ['6002', ...known.slice(1), '1234567894'],
    ]);
    expect(await apply(centre, await toPreview(centre, list))).toMatchObject({ ok: true });
    const after = await register();
    expect(after.schools.map(({ code, shortName }) => [code, shortName])).toEqual([
      ['0001', 'Прежняя'],
      ['6001', 'Средняя школа № 6099'],
      ['6002', 'Средняя школа № 6001'],
    ]);
    expect(tally(await toPreview(centre, list))).toEqual([0, 0, 2, 0, 0, 0]);
    expect(await register()).toEqual(after);
  });
});

describe('A person decides what the portal cannot', () => {
  it('asks about a name that is known under another code, and does as told', async () => {
    const line = (code: string) => csv(HEADER, [[code, 'Прежняя школа', 'Прежняя', 'СОШ', 'город', 5]]);
    const preview = await toPreview(centre, line('0777'));
    expect(tally(preview)).toEqual([0, 0, 0, 1, 0, 0]);
    expect(await apply(centre, preview)).toMatchObject({ ok: false });
    const { id, version } = preview.found;
    expect(await decideRows.as(centre, { id, version: String(version), 'row-2': 'new' })).toMatchObject({ ok: true });
    expect(tally(await until(centre, id, 'PREVIEW'))).toEqual([1, 0, 0, 0, 0, 0]);
    const decided = await until(centre, id, 'PREVIEW');
    const school = world.schools[0]?.id ?? '';
    const seen = { id, version: String(decided.found.version) };
    expect(await decideRows.as(centre, { ...seen, 'row-2': school })).toMatchObject({ ok: true });
    expect(await apply(centre, await until(centre, id, 'PREVIEW'))).toMatchObject({ ok: true });
    expect((await register()).schools).toMatchObject([{ id: school, code: '0777', pupils: 5 }]);
  });

  it('never lets a guess change what the register knows', async () => {
    const header = ['Код школы', 'Полное наименование', 'Число обучающихся'];
    const list = csv(header, [
      ['0001', 'Основная школа города Светлореченска', 12],
      ['0002', 'Гимназия города N', 5],
    ]);
    await owner.school.updateMany({ where: { municipalityId: world.municipalityId }, data: { place: 'TOWN' } });
    expect(await apply(centre, await toPreview(centre, list))).toMatchObject({ ok: true });
    expect((await register()).schools).toMatchObject([
      { code: '0001', kind: 'SECONDARY', place: 'TOWN', pupils: 12 },
      { code: '0002', kind: 'GYMNASIUM', place: 'CITY', pupils: 5 },
    ]);
  });

  it('keeps the full name of a school whose cell for it is empty, in the preview and in the register', async () => {
    const header = ['Код школы', 'Полное наименование', 'Краткое наименование', 'Число обучающихся'];
    const preview = await toPreview(centre, csv(header, [['0001', '', 'Прежняя', 12]]));
    expect(tally(preview)).toEqual([0, 1, 0, 0, 0, 0]);
    expect(await apply(centre, preview)).toMatchObject({ ok: true });
    const { schools, names } = await register();
    expect(schools).toMatchObject([{ name: 'Прежняя школа', shortName: 'Прежняя', pupils: 12 }]);
    expect(names).toHaveLength(1);
  });

  it('refuses a field that two columns claim, at the column', async () => {
    const mapping = await until(centre, await upload(centre, csv(HEADER, [schoolLine('6001')])), 'MAPPING');
    expect(await chooseColumns.as(centre, columnForm(mapping, { 'column-5': 'code' }))).toMatchObject({
      ok: false,
      fields: { 'column-5': expect.stringContaining('уже берётся из столбца A') },
    });
  });

  it('reads a file again in another encoding and forgives a wrong one', async () => {
    const id = await upload(centre, fixture('dirty-list-1251.csv'));
    const first = await until(centre, id, 'MAPPING');
    const again = (version: number, encoding: string) =>
      readImportAgain.as(centre, { id, version: String(version), encoding, headerRow: '' });
    expect(await again(first.found.version, 'utf-8')).toMatchObject({ ok: true });
    const refused = await until(centre, id, 'MAPPING');
    expect(await again(refused.found.version, 'windows-1251')).toMatchObject({ ok: true });
    const read = await until(centre, id, 'MAPPING');
    expect(Object.keys(read.found.findings?.guess.columns ?? {}).length).toBeGreaterThan(8);
  });

  it('records another school year without changing the school of today', async () => {
    const preview = await toPreview(
      centre,
      csv(HEADER, [['0001', 'Прежняя школа', 'Прежняя', 'ООШ', 'город', 33]]),
      'a.csv',
      {
        year: String(YEAR - 1),
      },
    );
    expect(await apply(centre, preview)).toMatchObject({ ok: true });
    const { schools, years } = await register();
    expect(schools).toMatchObject([{ kind: 'SECONDARY', pupils: null }]);
    expect(years).toMatchObject([
      { year: YEAR - 1, kind: 'BASIC', pupils: 33 },
      { year: YEAR, kind: 'SECONDARY' },
    ]);
  });

  it('goes back to the columns and gives an import up, leaving the register as it was', async () => {
    const before = await register();
    const preview = await toPreview(centre, csv(HEADER, [schoolLine('6101')]));
    const { id, version } = preview.found;
    expect(await backToColumns.as(centre, { id, version: String(version) })).toMatchObject({ ok: true });
    expect(await apply(centre, preview)).toMatchObject({ ok: false });
    expect(await cancelImport.as(centre, { id })).toMatchObject({ ok: true });
    expect((await look(centre, id)).found.status).toBe('CANCELLED');
    expect(await keptFile(id)).toBeUndefined();
    expect(await register()).toEqual(before);
  });
});

describe('An upload', () => {
  it('is one import however often the form is sent', async () => {
    const key = randomUUID();
    const bytes = csv(HEADER, [schoolLine('7001')]);
    const ids = await Promise.all([upload(centre, bytes, 'a.csv', key), upload(centre, bytes, 'a.csv', key)]);
    expect(new Set(ids).size).toBe(1);
    expect((await importsPage.as(centre, { after: undefined, before: undefined })).imports).toHaveLength(1);
  });

  it('is refused in words when it is no table', async () => {
    await expect(upload(centre, new TextEncoder().encode('%PDF-1.7 not a list'))).rejects.toThrow('Это не таблица');
    await expect(upload(centre, new Uint8Array(21 * 2 ** 20))).rejects.toThrow('больше 20');
  });

  it('ends with a sentence when the table turns out to be broken', async () => {
    const half = fixture('dirty-list.xls').subarray(0, 2000);
    const outcome = await upload(centre, half).then(
      async (id) => (await until(centre, id, 'FAILED')).found.failure,
      (error: unknown) => String(error),
    );
    expect(outcome).toMatch(/Файл повреждён|Это не таблица/);
  });

  it('is read to the end by another process when its reader has died', async () => {
    const id = await upload(centre, csv(HEADER, [schoolLine('7101')]));
    const dead = await inScope(centre, (tx) => takeOverReading(tx, world.municipalityId, id));
    expect(dead).toBe(2);
    expect((await look(centre, id)).found.status).toBe('READING');
    await owner.schoolImport.update({ where: { id }, data: { beatAt: new Date(Date.now() - 60_000) } });
    expect((await until(centre, id, 'MAPPING')).found.findings?.head[1]?.[0]).toBe('7101');
  });

  it('of five thousand schools is previewed with progress, and the process keeps answering', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => schoolLine(String(10_000 + index), index));
    const id = await upload(centre, csv(HEADER, rows));
    const mapping = await until(centre, id, 'MAPPING');
    await chooseColumns.as(centre, columnForm(mapping));
    const seen = new Set<number>();
    for (;;) {
      const state = await importState.as(centre, id);
      if (state.status !== 'READING') break;
      seen.add(state.rowsDone);
    }
    const preview = await look(centre, id);
    expect(tally(preview)).toEqual([5000, 0, 0, 0, 0, 0]);
    expect(seen.size).toBeGreaterThan(1);
    expect(await apply(centre, preview)).toMatchObject({ ok: true });
  });
});

describe('A long check', () => {
  it('lets other requests in between its steps', async () => {
    let answered = false;
    setImmediate(() => {
      answered = true;
    });
    function* untilAnswered(): Generator<void, string> {
      while (!answered) yield;
      return 'checked';
    }
    expect(await inSlices(untilAnswered())).toBe('checked');
  });
});

describe('An import of the municipality', () => {
  const NOT_FOUND = { ok: false, message: 'Страница не найдена или у вас нет к ней доступа.' };

  /** Everything that names an import, as somebody would try it. */
  async function attempts(viewer: Viewer, id: string, version: string): Promise<readonly [string, unknown][]> {
    const school = randomUUID();
    const form = { id, version, year: String(YEAR), kind: '', place: '', 'column-0': 'name' };
    const reading = (work: Promise<unknown>) =>
      work.then(
        () => 'shown',
        (error: unknown) => ({ ok: false, message: error instanceof Error ? error.message : '' }),
      );
    return [
      ['page', await reading(importPage.as(viewer, id, { show: undefined, after: undefined, before: undefined }))],
      ['state', await reading(importState.as(viewer, id))],
      ['remarks', await reading(remarkedRows(viewer, id))],
      ['read again', await readImportAgain.as(viewer, { id, version, headerRow: '' })],
      ['columns', await chooseColumns.as(viewer, form)],
      ['decide', await decideRows.as(viewer, { id, version, 'row-2': school })],
      ['back', await backToColumns.as(viewer, { id, version })],
      ['apply', await applyList.as(viewer, { id, version })],
      ['cancel', await cancelImport.as(viewer, { id })],
    ];
  }

  it('does not exist for anybody but its centre: every role, every door', async () => {
    const preview = await toPreview(centre, csv(HEADER, [schoolLine('8001')]));
    const { id, version } = preview.found;
    const other = await registerWorld([{ code: '1', name: 'Чужая', shortName: 'Чужая' }], owner);
    const { CENTRE: _own, ...colleagues } = world.viewers;
    const strangers = [...Object.values(colleagues), ...Object.values(other.viewers), world.region, other.region];
    const before = await owner.schoolImport.findUnique({ where: { id } });
    for (const stranger of strangers) {
      for (const [door, answer] of await attempts(stranger, id, String(version))) {
        expect([stranger.role, door, answer]).toMatchObject([stranger.role, door, NOT_FOUND]);
      }
    }
    expect(await owner.schoolImport.findUnique({ where: { id } })).toEqual(before);
    expect((await importsPage.as(other.viewers.CENTRE, { after: undefined, before: undefined })).imports).toEqual([]);
    expect(await apply(centre, preview)).toMatchObject({ ok: true });
  });

  it('cannot be sent by anybody else, and leaves no file behind', async () => {
    const { CENTRE: _own, ...colleagues } = world.viewers;
    for (const colleague of [...Object.values(colleagues), world.region]) {
      await expect(upload(colleague, csv(HEADER, [schoolLine('8101')]))).rejects.toThrow('Страница не найдена');
    }
    expect(await owner.schoolImport.count({ where: { municipalityId: world.municipalityId } })).toBe(0);
  });
});
