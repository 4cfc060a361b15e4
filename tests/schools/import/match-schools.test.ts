import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KnownSchool } from '@/lib/schools/import/known-school';
import { matchSchools, type SchoolMatch } from '@/lib/schools/import/match-schools';
import { parseSchoolRows } from '@/lib/schools/import/parse-school-rows';
import type { ParsedSchools } from '@/lib/schools/import/school-row';

const COLUMNS = { code: 0, name: 1, inn: 2, fisOko: 3, pupils: 4, place: 5, grades: 6, kind: 7, gia9: 8 };
const read = (...rows: readonly (readonly string[])[]) =>
  parseSchoolRows([[], ...rows], { headerRow: 0, columns: COLUMNS });

const school = (id: string, over: Partial<KnownSchool> = {}): KnownSchool => ({
  id,
  code: '0012',
  name: 'МБОУ «Средняя школа № 12»',
  shortName: 'СШ № 12',
  kind: 'SECONDARY',
  place: 'CITY',
  grades: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  pupils: 640,
  contexts: [],
  address: '',
  phone: '',
  email: '',
  aliases: [
    { system: 'FIS_OKO', code: 'sch990012' },
    { system: 'INN', code: '1234567894' },
  ],
  isClosed: false,
  ...over,
});
const other = school('b', { code: '0013', name: 'МБОУ «Средняя школа № 13»', shortName: 'СШ № 13', aliases: [] });
const register = [school('a'), other];

describe('a school is recognised by its surest sign', () => {
  test.each([
    ['the number of the login, whatever its prefix', ['', 'Иное имя', '', 'edu990012'], 'fisOko'],
    ['ИНН', ['', 'Иное имя', '1234567894'], 'inn'],
    ['the code', ['0012', 'Иное имя'], 'code'],
    ['the levelled name', ['', 'Муниципальное бюджетное общеобразовательное учреждение "СШ N12"'], 'name'],
  ])('%s', (_, row, by) => {
    expect(matchSchools(read(row), register)).toMatchObject([{ result: 'changed', schoolId: 'a', by }]);
  });
});

describe('a row that could be two schools asks', () => {
  test('when login and code point at different schools', () => {
    const [match] = matchSchools(read(['0013', 'СШ № 12', '', 'edu990012']), register);
    expect(match).toMatchObject({ result: 'ambiguous', candidates: [{ id: 'a' }, { id: 'b' }] });
  });

  test('when two schools share the name and nothing else tells them apart', () => {
    const twins = [school('a', { code: '1', aliases: [] }), school('b', { code: '2', aliases: [] })];
    expect(matchSchools(read(['', 'СШ № 12']), twins)).toMatchObject([{ result: 'ambiguous' }]);
  });

  test('when the name is known under another code', () => {
    expect(matchSchools(read(['0099', 'СШ № 13']), register)).toMatchObject([
      { result: 'ambiguous', candidates: [{ id: 'b' }] },
    ]);
  });

  test('until the person decides', () => {
    const parsed = read(['0099', 'СШ № 13', '', '', '', 'город']);
    expect(matchSchools(parsed, register, new Map([[2, { schoolId: 'b' }]]))).toMatchObject([
      { result: 'changed', schoolId: 'b', by: 'decision' },
    ]);
    expect(matchSchools(parsed, register, new Map([[2, 'new']]))).toMatchObject([
      { result: 'new', school: { code: '0099' } },
    ]);
  });
});

describe('a code that one row takes from its school', () => {
  const moved = ['0077', 'СШ № 12', '', 'edu990012'];
  const fresh = ['0012', 'СШ № 50', '', '', '', 'город'];

  test.each([
    ['before', [moved, fresh], ['changed', 'new']],
    ['after', [fresh, moved], ['new', 'changed']],
  ])('is free for a new school that stands %s it in the list', (_, rows, results) => {
    expect(matchSchools(read(...rows), register).map(({ result }) => result)).toEqual(results);
  });

  test('is free too when a person decides about the row that takes it', () => {
    const list = read(['0077', 'СШ № 13'], ['0013', 'СШ № 50', '', '', '', 'город']);
    expect(matchSchools(list, register, new Map([[2, { schoolId: 'b' }]])).map(({ result }) => result)).toEqual([
      'changed',
      'new',
    ]);
  });

  test('is not a stranger’s when the name says that it is the same school', () => {
    expect(matchSchools(read(moved, ['0012', 'СШ № 12', '', '', '', 'город']), register)[1]).toMatchObject({
      result: 'error',
      message: expect.stringMatching(/что в строке 2/),
    });
  });

  test('still asks when two known schools change codes', () => {
    const both = [school('a'), school('b', { ...other, aliases: [{ system: 'FIS_OKO', code: 'sch990013' }] })];
    const list = read(['0013', 'СШ № 12', '', 'edu990012'], ['0012', 'СШ № 13', '', 'edu990013']);
    expect(matchSchools(list, both).map(({ result }) => result)).toEqual(['ambiguous', 'ambiguous']);
  });
});

describe('no wrong register comes out', () => {
  test.each([
    [
      'two rows of one school',
      [
        ['0012', 'СШ № 12'],
        ['', 'СШ № 12', '1234567894'],
      ],
      1,
      /что в строке 2/,
    ],
    ['a new school without a place', [['0500', 'СШ № 50']], 0, /не хватает: «место»/],
    ['a new school without a code', [['', 'СШ № 50', '', '', '', 'город']], 0, /не хватает: «код школы»/],
  ])('%s is an error', (_, rows, index, message) => {
    expect(matchSchools(read(...rows), register)[index]).toMatchObject({
      result: 'error',
      message: expect.stringMatching(message),
    });
  });

  test('a code that another school bears is not given away', () => {
    const decisions = new Map([[2, 'new' as const]]);
    expect(matchSchools(read(['0013', 'СШ № 50', '', '', '', 'город']), register, decisions)).toMatchObject([
      { result: 'error', message: 'Код 0013 уже у школы «СШ № 13». Исправьте код в файле или в реестре.' },
    ]);
  });

  test('a closed school is not changed', () => {
    expect(matchSchools(read(['0012', 'СШ № 12', '', '', '7']), [school('a', { isClosed: true })])).toMatchObject([
      { result: 'error' },
    ]);
  });

  test('branches that share an ИНН are told apart by their codes', () => {
    const rows = [
      ['0012', 'СШ № 12', '1234567894'],
      ['0014', 'Филиал СШ № 12 в селе Луговое', '1234567894', '', '', 'село'],
    ];
    expect(matchSchools(read(...rows), register).map(({ result }) => result)).toEqual(['changed', 'new']);
  });
});

test('a change is shown field by field, in words', () => {
  const [match] = matchSchools(read(['0012', 'МБОУ «Средняя школа № 12»', '', 'edu990012', '655']), register);
  expect(match).toMatchObject({
    changes: [
      { label: 'обучающихся', before: '640', after: '655' },
      { label: 'логин ФИС ОКО', before: 'sch990012', after: 'edu990012' },
    ],
  });
});

test('an empty cell erases nothing', () => {
  expect(matchSchools(read(['0012', 'МБОУ «Средняя школа № 12»']), register)).toMatchObject([
    { result: 'unchanged', schoolId: 'a' },
  ]);
});

/** The register after the import: what the store does in one transaction. */
const applied = (known: readonly KnownSchool[], matches: readonly SchoolMatch[]): KnownSchool[] => [
  ...known.map((one) => {
    const match = matches.find((each) => each.result === 'changed' && each.schoolId === one.id);
    return match?.result === 'changed' ? { ...one, ...match.school } : one;
  }),
  ...matches.flatMap((match) =>
    match.result === 'new' ? [{ ...match.school, id: `new ${match.school.code}`, isClosed: false }] : [],
  ),
];

/** An import takes all rows or none, so the person removes what stops it, as long as anything does. */
function withoutBlocked(parsed: ParsedSchools, known: readonly KnownSchool[]): ParsedSchools {
  const blocked = matchSchools(parsed, known).filter(({ result }) => result === 'error' || result === 'ambiguous');
  if (blocked.length === 0) return parsed;
  const isKept = ({ row }: { readonly row: number }) => !blocked.some((match) => match.row === row);
  return withoutBlocked(
    { ...parsed, schools: parsed.schools.filter(isKept), issues: parsed.issues.filter(isKept) },
    known,
  );
}

test('the same list twice changes nothing the second time, whatever the register held', () => {
  const row = fc
    .record({
      number: fc.integer({ min: 1, max: 30 }),
      hasCode: fc.boolean(),
      hasLogin: fc.boolean(),
      inn: fc.constantFrom('', '1234567894', '1234567890'),
      pupils: fc.constantFrom('', '100', '1 200'),
      grades: fc.constantFrom('', '1-9', '1–11', 'НОО'),
      kind: fc.constantFrom('', 'СШ', 'гимназия'),
      quotes: fc.constantFrom('""', '«»', '„“'),
    })
    .map(({ number, hasCode, hasLogin, inn, pupils, grades, kind, quotes }) => [
      hasCode ? String(number).padStart(4, '0') : '',
      `МБОУ ${quotes[0]}СШ №${number}${quotes[1]}`,
      inn,
      hasLogin ? `edu99${String(number).padStart(4, '0')}` : '',
      pupils,
      'город',
      grades,
      kind,
      '',
    ]);
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.array(row, { maxLength: 8 }), (earlier, later) => {
      const before = applied([], matchSchools(withoutBlocked(read(...earlier), []), []));
      const parsed = withoutBlocked(read(...later), before);
      const again = matchSchools(parsed, applied(before, matchSchools(parsed, before)));
      for (const match of again) expect(match.result).toBe('unchanged');
    }),
    { numRuns: 300 },
  );
});

test('new schools take the codes that a list frees, and the same list then changes nothing', () => {
  const world = fc.integer({ min: 1, max: 12 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      /** Which schools move away from their codes. */
      moves: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
      /** Which of the codes left behind a new school takes. */
      takes: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
      order: fc.infiniteStream(fc.nat()),
    }),
  );
  const four = (number: number) => String(number).padStart(4, '0');
  fc.assert(
    fc.property(world, ({ size, moves, takes, order }) => {
      const numbers = Array.from({ length: size }, (_, index) => index + 1);
      const row = (code: number, number: number, login: string) =>
        [four(code), `СШ № ${number}`, '', login, '', 'город', '', '', ''] as const;
      const before = applied(
        [],
        matchSchools(read(...numbers.map((number) => row(number, number, `sch99${four(number)}`))), []),
      ).map((one) => ({ ...one, id: `known ${one.code}` }));
      const isLeft = (number: number) => moves[number - 1] === true && takes[number - 1] === true;
      const rows = [
        ...numbers.map((number) => row(moves[number - 1] ? 500 + number : number, number, `edu99${four(number)}`)),
        ...numbers.filter(isLeft).map((number) => row(number, 800 + number, '')),
      ];
      const keyed = rows.map((one) => ({ one, place: order.next().value ?? 0 }));
      const parsed = read(...keyed.sort((a, b) => a.place - b.place).map(({ one }) => one));
      const matches = matchSchools(parsed, before);
      expect(matches.filter(({ result }) => result === 'new')).toHaveLength(numbers.filter(isLeft).length);
      expect(matches.filter(({ result }) => result === 'error' || result === 'ambiguous')).toEqual([]);
      const after = applied(before, matches);
      expect(new Set(after.map(({ code }) => code)).size).toBe(after.length);
      for (const match of matchSchools(parsed, after)) expect(match.result).toBe('unchanged');
    }),
    { numRuns: 200 },
  );
});

describe('a list that has only short names', () => {
  const short = (...rows: readonly (readonly string[])[]) =>
    parseSchoolRows([[], ...rows], { headerRow: 0, columns: { code: 0, name: 1, shortName: 2, kind: 3, place: 4 } });

  test('leaves the full name of a known school alone: empty cells erase nothing', () => {
    const [match] = matchSchools(short(['0012', '', 'СШ № 12', 'СОШ', 'город']), register);
    expect(match).toMatchObject({ result: 'unchanged', schoolId: 'a' });
    const [renamed] = matchSchools(short(['0012', '', 'Школа № 12', 'СОШ', 'город']), register);
    expect(renamed).toMatchObject({
      result: 'changed',
      school: { name: 'МБОУ «Средняя школа № 12»', shortName: 'Школа № 12' },
    });
  });

  test('gives a new school its short name for the full one', () => {
    const [match] = matchSchools(short(['0777', '', 'СШ № 77', 'СОШ', 'город']), register);
    expect(match).toMatchObject({ result: 'new', school: { name: 'СШ № 77', shortName: 'СШ № 77' } });
  });
});

test('a name that the list gives to another school as well asks, and does not guess', () => {
  // Found among random lists: the second row renames school 12 to the name by which alone the first row finds school 13.
  const rows = [
    ['', 'МБОУ «Средняя школа № 13»'],
    ['', 'МБОУ «Средняя школа № 13»', '1234567894'],
  ];
  expect(matchSchools(read(...rows), register)).toMatchObject([
    { result: 'ambiguous', candidates: [{ id: 'b' }] },
    { result: 'changed', schoolId: 'a', by: 'inn' },
  ]);
});
