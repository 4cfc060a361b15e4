import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schoolsPage } from '@/lib/schools/queries';
import { type RegisterFilter, registerFilter } from '@/lib/schools/register';
import { type RegisterWorld, registerWorld } from './register-world';

const address = (params: Record<string, string>): RegisterFilter => registerFilter.parse(params);

describe('The register of schools', () => {
  let world: RegisterWorld;
  const found = async (params: Record<string, string>) => {
    const page = await schoolsPage.as(world.viewers.CENTRE, address(params));
    return { ...page, names: page.rows.map((row) => row.shortName) };
  };

  beforeAll(async () => {
    world = await registerWorld([
      { code: '0012', name: 'МБОУ «Средняя школа № 12»', shortName: 'Средняя школа № 12', pupils: 700 },
      { code: '0112', name: 'МБОУ «Средняя школа № 112»', shortName: 'СШ № 112', contexts: ['HIGH_DEVIANCE'] },
      {
        code: '007',
        name: 'Школа «Ёлочка» села Берёзовка',
        shortName: 'НШ «Ёлочка»',
        kind: 'PRIMARY',
        place: 'VILLAGE',
        pupils: 40,
      },
      {
        code: '300',
        name: 'Муниципальное казённое общеобразовательное учреждение «Основная школа села Ключи»',
        shortName: 'ОШ с. Ключи',
        kind: 'BASIC',
        place: 'VILLAGE',
        aliases: [
          { system: 'FIS_OKO', code: 'edu994107' },
          { system: 'GIA9', code: '0451' },
        ],
      },
      { code: '400', name: 'Лицей имени А. С. Полякова', shortName: 'Лицей № 2', kind: 'LYCEUM', pupils: 900 },
      { code: '401', name: 'Гимназия № 10', shortName: 'Гимназия № 10', kind: 'GYMNASIUM' },
      { code: '500', name: 'Вечерняя школа', shortName: 'Вечерняя школа', kind: 'SECONDARY' },
    ]);
    await world.owner.school.updateMany({ where: { code: '500' }, data: { closedAt: new Date('2020-08-31') } });
  });
  afterAll(() => world.owner.$disconnect());

  it.each([
    ['ёлочка', ['НШ «Ёлочка»']],
    ['елочка', ['НШ «Ёлочка»']],
    ['БЕРЕЗОВКА', ['НШ «Ёлочка»']],
    ['СОШ 12', ['Средняя школа № 12']],
    ['сш №12', ['Средняя школа № 12']],
    ['средней школы 112', ['СШ № 112']],
    ['школа N 12', ['Средняя школа № 12']],
    ['0012', ['Средняя школа № 12']],
    ['007', ['НШ «Ёлочка»']],
    ['edu994107', ['ОШ с. Ключи']],
    ['994107', ['ОШ с. Ключи']],
    ['0451', ['ОШ с. Ключи']],
    ['ООШ Ключи', ['ОШ с. Ключи']],
    ['мкоу основная', ['ОШ с. Ключи']],
    ['«Лицей» полякова', ['Лицей № 2']],
    ["'; DROP TABLE school; --", []],
    ['100%_\\', []],
  ])('finds by %s exactly %j', async (q, names) => {
    const page = await found({ q });
    expect(page.nearest ? [] : page.names).toEqual(names);
  });

  it.each([
    ['срендяя', 'Средняя школа № 12'],
    ['срендяя школа 12', 'Средняя школа № 12'],
    ['гимнозия', 'Гимназия № 10'],
    ['елачка', 'НШ «Ёлочка»'],
    ['edu994170', 'ОШ с. Ключи'],
  ])('offers for the slip %s the nearest school first', async (q, name) => {
    const page = await found({ q });
    expect(page.nearest).toBe(true);
    expect(page.names).toContain(name);
    if (q !== 'срендяя') expect(page.names[0]).toBe(name);
  });

  it('says that nothing is like the search at all', async () => {
    const page = await found({ q: 'щщщщщ' });
    expect(page.names).toEqual([]);
  });

  it.each([
    [{}, 6],
    [{ state: 'closed' }, 1],
    [{ state: 'all' }, 7],
    [{ kind: 'LYCEUM' }, 1],
    [{ place: 'VILLAGE' }, 2],
    [{ context: 'HIGH_DEVIANCE' }, 1],
    [{ kind: 'BASIC', place: 'CITY' }, 0],
    [{ listed: '2019' }, 0],
    [{ kind: 'nonsense', sort: 'nonsense', after: 'nonsense', listed: 'x' }, 6],
  ])('holds under the filter %j %i schools', async (params, count) => {
    const page = await found(params);
    expect(page.total).toBe(count);
    expect(page.rows).toHaveLength(count);
  });

  it('stands in the alphabet of people: № 2 before № 10, ё beside е', async () => {
    expect((await found({})).names).toEqual([
      'Гимназия № 10',
      'Лицей № 2',
      'НШ «Ёлочка»',
      'ОШ с. Ключи',
      'Средняя школа № 12',
      'СШ № 112',
    ]);
  });

  it('sorts by pupils with the largest first and unknown numbers last', async () => {
    const page = await found({ sort: '-pupils' });
    expect(page.rows.map((row) => row.pupils).slice(0, 3)).toEqual([900, 700, 40]);
  });

  it('is closed to a school and to the region', async () => {
    await expect(schoolsPage.as(world.viewers.SCHOOL_HEAD, address({}))).rejects.toMatchObject({ code: 'not-found' });
    await expect(schoolsPage.as(world.region, address({}))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shows a curator the schools assigned to him and no other', async () => {
    const curator = world.viewers.CURATOR;
    expect((await schoolsPage.as(curator, address({ state: 'all' }))).rows).toEqual([]);
    const school = world.schools[3];
    if (!school) throw new Error('no school');
    await world.owner.assignment.create({
      data: { municipalityId: world.municipalityId, membershipId: curator.membershipId, schoolId: school.id },
    });
    const page = await schoolsPage.as(curator, address({ state: 'all' }));
    expect(page.rows.map((row) => row.id)).toEqual([school.id]);
    expect(page.total).toBe(1);
  });

  it('of another municipality does not show', async () => {
    const other = await registerWorld([{ code: '1', name: 'Чужая', shortName: 'Чужая' }], world.owner);
    const page = await schoolsPage.as(other.viewers.CENTRE, address({ state: 'all' }));
    expect(page.rows.map((row) => row.shortName)).toEqual(['Чужая']);
    const neighbour = await schoolsPage.as(other.viewers.CENTRE, address({ q: 'лицей', state: 'all' }));
    expect(neighbour.rows).toEqual([]);
  });
});
