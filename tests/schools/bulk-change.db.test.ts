import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { inScope } from '@/lib/platform/prisma';
import { applyImport, existingForImport, type ImportedSchool, type SchoolChanges } from '@/lib/schools/bulk-store';
import { schoolPage, schoolsPage } from '@/lib/schools/queries';
import { registerFilter } from '@/lib/schools/register';
import { withCheckDigit } from '@/prisma/seed/demo/inn';
import { type RegisterWorld, registerWorld } from './register-world';

const TODAY = '2026-11-23';
const YEAR = 2026;

const school = (code: string, change: Partial<ImportedSchool> = {}): ImportedSchool => ({
  code,
  name: `Полное название ${code}`,
  shortName: `Школа ${code}`,
  kind: 'SECONDARY',
  place: 'CITY',
  grades: [1, 2, 3],
  pupils: 100,
  contexts: ['REMOTE', 'SMALL_RURAL'],
  address: '',
  phone: '',
  email: '',
  aliases: [{ system: 'GIA9', code }],
  ...change,
});

describe('A list of schools carried into the register', () => {
  let world: RegisterWorld;
  let centre: Viewer;
  const apply = (changes: Partial<SchoolChanges>) =>
    inScope(centre, (tx) =>
      applyImport(tx, world.municipalityId, {
        added: [],
        changed: [],
        year: YEAR,
        isPresentYear: true,
        day: TODAY,
        basis: 'загрузка списка',
        ...changes,
      }),
    );
  const known = async (code: string) => {
    const all = await inScope(centre, (tx) => existingForImport(tx, world.municipalityId, TODAY, YEAR));
    const found = all.find((one) => one.code === code);
    if (!found) throw new Error(`no school ${code}`);
    return found;
  };
  const pageOf = async (code: string) => schoolPage.as(centre, (await known(code)).id);

  beforeAll(async () => {
    world = await registerWorld([{ code: '0001', name: 'Прежняя школа', shortName: 'Прежняя' }]);
    centre = world.viewers.CENTRE;
  });
  afterAll(() => world.owner.$disconnect());

  it('adds schools with names, codes and the school year', async () => {
    expect(await apply({ added: [school('0100'), school('0101', { pupils: null })] })).toEqual({
      created: 2,
      changed: 0,
    });
    const page = await pageOf('0100');
    expect(page.school).toMatchObject({ grades: [1, 2, 3], contexts: ['REMOTE', 'SMALL_RURAL'], pupils: 100 });
    expect(page.names).toMatchObject([{ shortName: 'Школа 0100', from: null, to: null }]);
    expect(page.aliases).toMatchObject([{ system: 'GIA9', code: '0100', from: null, to: null }]);
    expect(page.years).toMatchObject([{ year: YEAR, pupils: 100 }]);
  });

  it('changes a school and keeps its former name and code in history', async () => {
    const before = await known('0101');
    const { id, version } = before;
    const changed = [
      { ...school('0101', { shortName: 'Новая', aliases: [{ system: 'GIA9', code: '0555' }] }), id, version },
    ];
    expect(await apply({ changed })).toEqual({ created: 0, changed: 1 });
    const page = await pageOf('0101');
    expect(page.names).toMatchObject([
      { shortName: 'Новая', from: TODAY, to: null, basis: 'загрузка списка' },
      { shortName: 'Школа 0101', to: '2026-11-22' },
    ]);
    expect(page.aliases).toMatchObject([
      { code: '0555', from: TODAY, to: null },
      { code: '0101', to: '2026-11-22' },
    ]);
    expect((await known('0101')).aliases).toEqual([{ system: 'GIA9', code: '0555' }]);
    const found = await schoolsPage.as(centre, registerFilter.parse({ q: '0555' }));
    expect(found.rows.map((row) => row.id)).toEqual([id]);
  });

  it('changes nothing but the version when it says what is already there', async () => {
    const { isClosed: _closed, hasYear: _hasYear, ...same } = await known('0100');
    await apply({ changed: [same] });
    const page = await pageOf('0100');
    expect(page.names).toHaveLength(1);
    expect(page.aliases).toHaveLength(1);
    expect(page.years).toHaveLength(1);
  });

  it('takes every row or none when a school was changed meanwhile', async () => {
    const { isClosed: _closed, hasYear: _hasYear, ...same } = await known('0100');
    const late = apply({ added: [school('0200')], changed: [{ ...same, version: same.version - 1 }] });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    await expect(known('0200')).rejects.toThrow('no school');
  });

  it('takes none when a code is taken twice', async () => {
    await expect(apply({ added: [school('0300'), school('0300')] })).rejects.toThrow();
    await expect(known('0300')).rejects.toThrow('no school');
  });

  it('does not reach into another municipality', async () => {
    const other = await registerWorld([{ code: '1', name: 'Чужая', shortName: 'Чужая' }], world.owner);
    const changed = [{ ...school('0001'), id: other.schools[0]?.id ?? '', version: 1 }];
    await expect(apply({ changed })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes five thousand rows, and the same again', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      school(`m${index}`, {
        aliases: [
          { system: 'GIA9', code: String(10_000 + index) },
          { system: 'INN', code: withCheckDigit(String(100_000_000 + index)) },
        ],
      }),
    );
    expect(await apply({ added: rows })).toEqual({ created: 5000, changed: 0 });
    const all = await inScope(centre, (tx) => existingForImport(tx, world.municipalityId, TODAY, YEAR));
    const changed = all
      .filter((one) => one.code.startsWith('m'))
      .map(({ isClosed: _closed, hasYear: _hasYear, ...one }) => ({ ...one, pupils: 7 }));
    expect(await apply({ changed })).toEqual({ created: 0, changed: 5000 });
    expect(
      await world.owner.schoolAlias.count({ where: { municipalityId: world.municipalityId, system: 'INN' } }),
    ).toBe(5000);
  });
});
