import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { inScope } from '@/lib/platform/prisma';
import { createSchool, editSchool, setSchoolYear } from '@/lib/schools/actions';
import {
  addAlias,
  closeSchool,
  endAlias,
  mergeSchools,
  renameSchool,
  reopenSchool,
} from '@/lib/schools/history-actions';
import { codesForm, mergeForm, schoolForm, schoolPage, schoolsPage, yearsForm } from '@/lib/schools/queries';
import { registerFilter } from '@/lib/schools/register';
import { schoolsForRoster } from '@/lib/schools/store';
import { type RegisterWorld, registerWorld } from './register-world';

const FORM = {
  code: '0777',
  name: 'Муниципальная школа № 77',
  shortName: 'Школа № 77',
  kind: 'SECONDARY',
  place: 'CITY',
  grades: ['1', '2', '5', '10'],
  pupils: '310',
  contexts: ['REMOTE'],
  address: '',
  phone: '',
  email: '',
};

describe('The life of a school', () => {
  let world: RegisterWorld;
  let other: RegisterWorld;
  const centre = () => world.viewers.CENTRE;
  const page = (id: string) => schoolPage.as(centre(), id);
  const seen = async (id: string) => ({ id, version: (await page(id)).school.version });
  const made = async (code: string, shortName = `Школа ${code}`) => {
    const result = await createSchool.as(centre(), { ...FORM, code, shortName });
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result.to?.split('/').at(-1) ?? '';
  };
  const found = async (q: string) => {
    const { rows, nearest } = await schoolsPage.as(centre(), registerFilter.parse({ q, state: 'all' }));
    return nearest ? [] : rows.map((row) => row.id);
  };

  beforeAll(async () => {
    world = await registerWorld([
      { code: '1', name: 'Первая школа', shortName: 'Первая' },
      { code: '2', name: 'Вторая школа', shortName: 'Вторая' },
    ]);
    other = await registerWorld([{ code: '1', name: 'Чужая школа', shortName: 'Чужая' }], world.owner);
  });
  afterAll(() => world.owner.$disconnect());

  it('begins with a row, a name in history, the present school year and a line of the journal', async () => {
    const id = await made('0777');
    const shown = await page(id);
    expect(shown.school).toMatchObject({ code: '0777', grades: [1, 2, 5, 10], pupils: 310, contexts: ['REMOTE'] });
    expect(shown.names).toMatchObject([{ shortName: 'Школа 0777', to: null }]);
    expect(shown.years).toMatchObject([{ kind: 'SECONDARY', grades: [1, 2, 5, 10], pupils: 310 }]);
    const lines = await world.owner.journalEntry.findMany({ where: { entityId: id }, select: { action: true } });
    expect(lines).toEqual([{ action: 'school.create' }]);
  });

  it.each([
    [{ code: '1' }, 'code', 'уже у школы «Первая»'],
    [{ code: 'с пробелом' }, 'code', 'без пробелов'],
    [{ name: ' ' }, 'name', 'Введите полное название'],
    [{ kind: '' }, 'kind', 'Выберите вид'],
    [{ grades: [] }, 'grades', 'хотя бы один класс'],
    [{ kind: 'BASIC' }, 'grades', 'с 1 по 9'],
    [{ kind: 'PRIMARY' }, 'grades', 'с 1 по 4'],
    [{ pupils: '12,5' }, 'pupils', 'цифрами'],
    [{ email: 'не почта' }, 'email', 'адрес почты'],
  ])('does not begin with %j', async (wrong, field, words) => {
    const result = await createSchool.as(centre(), { ...FORM, code: '0778', ...wrong });
    expect(result).toMatchObject({ ok: false, fields: { [field]: expect.stringContaining(words) } });
  });

  it('keeps both names through a renaming and is found by each', async () => {
    const id = await made('0801', 'Школа имени Лукина');
    const change = { name: 'Лицей «Высота»', shortName: 'Лицей «Высота»', from: '2026-09-01', basis: 'приказ № 5' };
    expect(await renameSchool.as(centre(), { ...(await seen(id)), ...change })).toMatchObject({ ok: true });
    const shown = await page(id);
    expect(shown.school.shortName).toBe('Лицей «Высота»');
    expect(shown.names).toMatchObject([
      { shortName: 'Лицей «Высота»', from: '2026-09-01', to: null, basis: 'приказ № 5' },
      { shortName: 'Школа имени Лукина', from: null, to: '2026-08-31' },
    ]);
    expect(await found('Лукина')).toEqual([id]);
    expect(await found('высота')).toEqual([id]);
    const earlier = await renameSchool.as(centre(), {
      ...(await seen(id)),
      ...change,
      name: 'Ещё',
      from: '2026-08-01',
    });
    expect(earlier).toMatchObject({ ok: false, fields: { from: expect.stringContaining('более поздней') } });
  });

  it('corrects a slip in the name without making history', async () => {
    const id = await made('0802', 'Школа с опечяткой');
    const result = await editSchool.as(centre(), {
      ...FORM,
      ...(await seen(id)),
      code: '0802',
      shortName: 'Школа без опечатки',
    });
    expect(result).toMatchObject({ ok: true });
    expect((await page(id)).names).toMatchObject([{ shortName: 'Школа без опечатки', to: null }]);
    expect(await found('опечяткой')).toEqual([]);
  });

  it('goes into another school with its codes, names, cards and people kept', async () => {
    const id = await made('0803', 'Малая');
    const into = await made('0804', 'Большая');
    await addAlias.as(centre(), { ...(await seen(id)), system: 'GIA9', code: '0451', from: '', to: '' });
    const before = await mergeForm.as(centre(), id);
    expect(before.choices.map((choice) => choice.id)).toContain(into);
    expect(before.choices.map((choice) => choice.id)).not.toContain(id);
    const result = await mergeSchools.as(centre(), {
      ...(await seen(id)),
      successorCode: '0804 – Большая',
      on: '2026-08-31',
      basis: 'постановление № 145',
    });
    expect(result).toMatchObject({ ok: true });
    const closed = await page(id);
    expect(closed.school).toMatchObject({ closedOn: '2026-08-31', successorId: into });
    expect(closed.closures).toMatchObject([
      { basis: 'постановление № 145', successor: { id: into }, reopenedOn: null },
    ]);
    expect(closed.aliases).toMatchObject([{ code: '0451', to: null }]);
    expect((await page(into)).predecessors).toMatchObject([{ id, closedOn: '2026-08-31' }]);
    expect(await found('Малая')).toEqual([id]);
    const roster = await inScope(centre(), (tx) => schoolsForRoster(tx, world.municipalityId, 2026));
    expect(roster.map((school) => school.id)).not.toContain(id);
    expect(roster.map((school) => school.id)).toContain(into);
    const again = await mergeSchools.as(centre(), {
      ...(await seen(id)),
      successorCode: '0804',
      on: '2026-08-31',
      basis: 'ещё раз',
    });
    expect(again).toMatchObject({ ok: false, message: 'Эта школа уже закрыта.' });
  });

  it.each([
    ['0805', 'сама в себя'],
    ['9999', 'в реестре нет'],
  ])('does not go into %s', async (successorCode, words) => {
    const id = (await found('0805'))[0] ?? (await made('0805'));
    const merging = { ...(await seen(id)), successorCode, on: '2026-08-31', basis: 'приказ' };
    expect(await mergeSchools.as(centre(), merging)).toMatchObject({
      ok: false,
      fields: { successorCode: expect.stringContaining(words) },
    });
  });

  it('is closed and opened again, and both stay in its history', async () => {
    const id = await made('0806');
    const early = await closeSchool.as(centre(), { ...(await seen(id)), on: '2999-01-01', basis: 'приказ № 1' });
    expect(early).toMatchObject({ ok: false, fields: { on: expect.stringContaining('не наступила') } });
    await closeSchool.as(centre(), { ...(await seen(id)), on: '2026-07-01', basis: 'приказ № 1' });
    const reopened = await reopenSchool.as(centre(), {
      ...(await seen(id)),
      on: '2026-08-01',
      reason: 'закрыта по ошибке',
    });
    expect(reopened).toMatchObject({ ok: true });
    const shown = await page(id);
    expect(shown.school.closedOn).toBeNull();
    expect(shown.closures).toMatchObject([
      { closedOn: '2026-07-01', basis: 'приказ № 1', reopenedOn: '2026-08-01', reopenReason: 'закрыта по ошибке' },
    ]);
  });

  it('bears a code that no other school bears on the same days', async () => {
    const id = await made('0807');
    const rival = await made('0808');
    const code = { system: 'FIS_OKO', code: ' EDU990001 ' };
    const add = async (to: string, period: { from: string; to: string }) =>
      addAlias.as(centre(), { ...(await seen(to)), ...code, ...period });
    expect(await add(id, { from: '2020-09-01', to: '' })).toMatchObject({ ok: true });
    expect(await add(rival, { from: '', to: '' })).toMatchObject({
      ok: false,
      fields: { code: expect.stringContaining('«Школа 0807» (с 01.09.2020)') },
    });
    const alias = (await page(id)).aliases[0];
    expect(alias?.code).toBe('edu990001');
    await endAlias.as(centre(), { ...(await seen(id)), aliasId: alias?.id ?? '', to: '2026-08-31' });
    expect(await add(rival, { from: '2026-09-01', to: '' })).toMatchObject({ ok: true });
    expect(await found('edu990001')).toEqual([id, rival]);
  });

  it.each([
    ['INN', '7707083894'],
    ['INN', '0000000000'],
    ['FIS_OKO', 'abc123'],
    ['GIA9', '12'],
    ['GIA11', '12a4'],
  ])('does not bear the %s %s', async (system, code) => {
    const id = world.schools[1]?.id ?? '';
    const result = await addAlias.as(centre(), { ...(await seen(id)), system, code, from: '', to: '' });
    expect(result).toMatchObject({ ok: false, fields: { code: expect.any(String) } });
  });

  it('has what it had in each school year, and campaigns of that year ask about it', async () => {
    const id = await made('0809');
    const year = { year: '2019', kind: 'BASIC', grades: ['1', '9'], pupils: '80' };
    expect(await setSchoolYear.as(centre(), { ...(await seen(id)), ...year })).toMatchObject({ ok: true });
    const school = (await page(id)).school;
    expect(school.kind).toBe('SECONDARY');
    const of = (at: number) => inScope(centre(), (tx) => schoolsForRoster(tx, world.municipalityId, at));
    expect((await of(2019)).find((one) => one.id === id)).toMatchObject({ kind: 'BASIC', grades: [1, 9], pupils: 80 });
    expect((await of(2018)).find((one) => one.id === id)).toMatchObject({ kind: 'SECONDARY', pupils: 310 });
  });

  it('is not overwritten by a form that saw an older version, and both texts are shown', async () => {
    const id = await made('0810');
    const stale = await seen(id);
    const form = { ...FORM, code: '0810', shortName: 'Школа 0810' };
    await editSchool.as(centre(), { ...form, ...stale, phone: '11-11-11' });
    const late = await editSchool.as(centre(), { ...form, ...stale, phone: '22-22-22' });
    expect(late).toMatchObject({ ok: false, fields: { phone: 'Сейчас в реестре: 11-11-11' } });
    expect(Object.keys(late.ok ? {} : (late.fields ?? {}))).toEqual(['phone']);
    expect((await page(id)).school.phone).toBe('11-11-11');
  });

  it('is changed by one of two who press at the same moment', async () => {
    const id = await made('0811');
    const both = await seen(id);
    const form = { ...FORM, code: '0811', shortName: 'Школа 0811' };
    const results = await Promise.all(
      ['11', '22', '33'].map((phone) => editSchool.as(centre(), { ...form, ...both, phone })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect((await page(id)).school.version).toBe(both.version + 1);
  });

  const steps = (id: string) =>
    [
      ['create', createSchool, { ...FORM, code: '0999' }],
      ['edit', editSchool, { ...FORM, id, version: 1 }],
      ['rename', renameSchool, { id, version: 1, name: 'А', shortName: 'А', from: '2026-09-01', basis: 'Б' }],
      ['merge', mergeSchools, { id, version: 1, successorCode: '2', on: '2026-09-01', basis: 'Б' }],
      ['close', closeSchool, { id, version: 1, on: '2026-09-01', basis: 'Б' }],
      ['reopen', reopenSchool, { id, version: 1, on: '2026-09-01', reason: 'Б' }],
      ['add a code to', addAlias, { id, version: 1, system: 'GIA9', code: '0123', from: '', to: '' }],
      ['end a code of', endAlias, { id, version: 1, aliasId: newId(), to: '2026-09-01' }],
      ['set a year of', setSchoolYear, { id, version: 1, year: '2019', kind: 'BASIC', grades: ['1'], pupils: '' }],
    ] as const;
  const ABSENT = { ok: false, message: 'Страница не найдена или у вас нет к ней доступа.' };

  it.each(['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'OFFICIAL', 'CURATOR', 'ADMIN'] as const)(
    'is in the hands of the centre: %s changes nothing',
    async (role) => {
      for (const [, action, values] of steps(world.schools[0]?.id ?? ''))
        expect(await action.as(world.viewers[role], { ...values })).toMatchObject(ABSENT);
      for (const form of [schoolForm, mergeForm, codesForm, yearsForm])
        await expect(form.as(world.viewers[role], world.schools[0]?.id ?? '')).rejects.toMatchObject({
          code: 'not-found',
        });
    },
  );

  it('of another municipality does not exist for the centre', async () => {
    const foreign = other.schools[0]?.id ?? '';
    for (const [name, action, values] of steps(foreign)) {
      if (name !== 'create') expect(await action.as(centre(), { ...values }), name).toMatchObject(ABSENT);
    }
    await expect(page(foreign)).rejects.toMatchObject({ code: 'not-found' });
    await expect(page('not-an-id')).rejects.toMatchObject({ code: 'not-found' });
    const intact = await schoolPage.as(other.viewers.CENTRE, foreign);
    expect(intact.school).toMatchObject({ shortName: 'Чужая', version: 1, closedOn: null });
  });

  it('is open to its own people, without the people of it, and to no other school', async () => {
    const [own, neighbour] = world.schools;
    for (const role of ['SCHOOL_HEAD', 'SCHOOL_DEPUTY'] as const) {
      const shown = await schoolPage.as(world.viewers[role], own?.id ?? '');
      expect(shown).toMatchObject({ canChange: false, people: undefined, school: { shortName: 'Первая' } });
      await expect(schoolPage.as(world.viewers[role], neighbour?.id ?? '')).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    expect((await schoolPage.as(centre(), own?.id ?? '')).people?.map((person) => person.role)).toEqual([
      'SCHOOL_HEAD',
      'SCHOOL_DEPUTY',
    ]);
    await expect(schoolPage.as(world.region, own?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
  });
});
