import { afterAll, describe, expect, it } from 'vitest';
import { compileMeasures } from '@/lib/methodology/measures/compile-measures';
import { compute } from '@/lib/methodology/measures/compute';
import { emptyFact, type Fact, factTable, REGION, type Unit } from '@/lib/methodology/measures/facts';
import { ownerClient } from '@/prisma/seed/builders/owner-client';
import { computedCard } from '@/prisma/seed/reference/computed-card';

/**
 * Answers of the default card a second time, in plain SQL that shares nothing with the engine: NULL is «нет данных», and
 * shares are compared as products of whole numbers.
 */
const SUBJECTS = ['russian', 'math'];
const GRADES = [5, 6, 7, 8];

/** Names of rows: «oge_russian_9», and «oge_russian_9_before» of the year before. */
const at = (exam: string, subject: string, grade: number, back = 0) =>
  `${exam}_${subject}_${grade}${back === 1 ? '_before' : ''}`.toLowerCase();
const either = (conditions: readonly string[]) => conditions.map((one) => `(${one})`).join(' OR ');
const count = (conditions: readonly string[]) => conditions.map((one) => `coalesce((${one})::int, 0)`).join(' + ');

const above = (r: string) => `CASE WHEN ${r}.their_n > 0 THEN ${r}.two * ${r}.their_n > ${r}.their_two * ${r}.n END`;
const low = (r: string) => `10 * ${r}.two >= 3 * ${r}.n`;
const grown = (r: string) => `10 * (${r}.two * ${r}_before.n - ${r}_before.two * ${r}.n) >= ${r}.n * ${r}_before.n`;
const below = (r: string) => `${r}.highest < ${r}.their_mean - ${r}.their_half`;
const poorer = (r: string) => `${r}.mean < ${r}.their_mean`;
const raised = (r: string) =>
  `CASE WHEN ${r}.n >= 10 THEN ${r}.lowest > coalesce(${r}.region_high, ${r}.their_mean + ${r}.their_half) END`;
const enough = (r: string, condition: string) => `CASE WHEN ${r}.n >= 10 THEN ${condition} END`;
const share = (f: string, sign: '<' | '>') =>
  `CASE WHEN ${f}.their_whole > 0 THEN ${f}.value * ${f}.their_whole ${sign} ${f}.their_value * ${f}.n END`;
/** Who took only one of the two exams in mathematics is judged by it. */
const math = (say: (r: string) => string) => {
  const [profile, basic] = [at('EGE', 'math', 11), at('EGE', 'math_basic', 11)];
  return either([
    `CASE WHEN ${profile}.two IS NULL THEN ${say(basic)} ELSE ${say(profile)} END`,
    `CASE WHEN ${basic}.two IS NULL THEN ${say(profile)} ELSE ${say(basic)} END`,
  ]);
};
const vpr = (grades: readonly number[]) => grades.flatMap((grade) => SUBJECTS.map((one) => at('VPR', one, grade)));
const oge = SUBJECTS.map((one) => at('OGE', one, 9));
const fence = (subject: string, beyond: string) => `CASE WHEN k_${subject}.schools >= 20 THEN ${beyond} END`;
const rise = (s: string) => fence(s, `k_${s}.k < k_${s}.q1 - 3 * (k_${s}.q3 - k_${s}.q1)`);
const fall = (s: string) => fence(s, `k_${s}.k > k_${s}.q3 + 3 * (k_${s}.q3 - k_${s}.q1)`);

/** Every criterion of the default card that the portal computes. */
const CRITERIA: Readonly<Record<string, string>> = {
  А1: above(at('OGE', 'russian', 9)),
  А2: above(at('OGE', 'math', 9)),
  А3: either(oge.map(low)),
  А4: either(oge.map(below)),
  А5: 'no_certificate9.value > 0',
  А6: either(oge.map(grown)),
  Б1: `${at('EGE', 'russian', 11)}.two > 0`,
  Б2: math((r) => `${r}.two > 0`),
  Б3: `(${low(at('EGE', 'russian', 11))}) OR ${math(low)}`,
  Б4: poorer(at('EGE', 'russian', 11)),
  Б5: `CASE WHEN ege_math_11.n IS NOT NULL AND (ege_math_basic_11.n IS NULL OR ege_math_11.n >= ege_math_basic_11.n)
    THEN ${poorer('ege_math_11')} ELSE ${poorer('ege_math_basic_11')} END`,
  Б6: 'no_certificate11.value > 0',
  В1: either(vpr(GRADES).map((r) => enough(r, low(r)))),
  В2: `CASE WHEN coalesce(${[...oge, ...vpr([5, 6])].map((r) => `${r}.two`).join(', ')}) IS NOT NULL
    THEN ${count([...oge.map(low), ...vpr([5, 6]).map((r) => enough(r, low(r)))])} >= 2 END`,
  В3: either(vpr(GRADES).map(grown)),
  В4: `CASE WHEN coalesce(${vpr(GRADES)
    .map((r) => `${r}.quality`)
    .join(', ')}) IS NOT NULL THEN ${count(vpr(GRADES).map((r) => `${r}.quality < ${r}.quality_q1`))} >= 2 END`,
  Г01: raised(at('VPR', 'russian', 4)),
  Г02: raised(at('VPR', 'math', 4)),
  Г03: raised(at('VPR', 'russian', 5)),
  Г04: raised(at('VPR', 'math', 5)),
  Г05: raised(at('OGE', 'russian', 9)),
  Г06: raised(at('OGE', 'math', 9)),
  Г07: `${at('VPR', 'russian', 4)}.rank < 0`,
  Г08: `${at('VPR', 'math', 4)}.rank < 0`,
  Г09: `${at('VPR', 'russian', 5)}.rank < 0`,
  Г10: `${at('VPR', 'math', 5)}.rank < 0`,
  Г11: rise('russian'),
  Г12: rise('math'),
  Г13: fall('russian'),
  Г14: fall('math'),
  Д1: 'olympiad_municipal_won.value = 0',
  Д2: 'olympiad_regional.value = 0',
  Д3: share('olympiad_school', '<'),
  Д4: 'contests_won.value = 0',
  Е1: share('debt', '>'),
  Е2: 'repeaters.value > 0',
  Е3: share('attested_well', '<'),
  Е4: either(['oge_russian_lower', 'oge_math_lower'].map((f) => `10 * ${f}.value > 3 * ${f}.n`)),
  Е5: 'honours_unconfirmed.value > 0',
};

const PROCEDURES = [
  ...SUBJECTS.flatMap((subject) => [0, 1].map((back) => ['OGE', subject, 9, back] as const)),
  ...['russian', 'math', 'math_basic'].map((subject) => ['EGE', subject, 11, 0] as const),
  ...SUBJECTS.flatMap((subject) =>
    [4, ...GRADES].flatMap((grade) => [0, 1].map((back) => ['VPR', subject, grade, back] as const)),
  ),
];
const FIGURES = [
  ...['no_certificate9', 'no_certificate11', 'repeaters', 'honours_unconfirmed', 'contests_won'],
  ...['olympiad_municipal_won', 'olympiad_regional', 'olympiad_school', 'debt', 'attested_well'],
  ...['oge_russian_lower', 'oge_math_lower'],
];

/** Linear interpolation at (n − 1)·p of a sorted array; exact where its two neighbours are equal. */
const quantileOf = (list: string, p: number) => {
  const place = `(${p} * (cardinality(${list}) - 1))`;
  const next = `coalesce(${list}[floor(${place})::int + 2], ${list}[floor(${place})::int + 1])`;
  return `(${list}[floor(${place})::int + 1] + (${next} - ${list}[floor(${place})::int + 1]) * (${place} - floor(${place})))`;
};

const rowOf = ([exam, subject, grade, back]: (typeof PROCEDURES)[number]) =>
  `LEFT JOIN result ${at(exam, subject, grade, back)} ON (${at(exam, subject, grade, back)}.school, ${at(exam, subject, grade, back)}.exam,
    ${at(exam, subject, grade, back)}.subject, ${at(exam, subject, grade, back)}.grade, ${at(exam, subject, grade, back)}.year)
    = (s.school, '${exam}', '${subject}', ${grade}, ${2024 - back})`;

/** K of a school, and how K is spread over its municipality. */
const cohort = (subject: string) => `
LEFT JOIN (
  SELECT school, k, cardinality(list) AS schools, ${quantileOf('list', 0.25)} AS q1, ${quantileOf('list', 0.75)} AS q3
  FROM (
    SELECT four.school, (four.mean / four.most) / nullif(five.mean / five.most, 0) AS k,
      array_agg((four.mean / four.most) / nullif(five.mean / five.most, 0)) OVER (PARTITION BY four.municipality) AS unsorted,
      four.municipality
    FROM result four JOIN result five ON five.school = four.school AND five.exam = 'VPR' AND five.subject = four.subject
      AND five.grade = 5 AND five.year = 2024
    WHERE four.exam = 'VPR' AND four.subject = '${subject}' AND four.grade = 4 AND four.year = 2023
      AND four.mean IS NOT NULL AND five.mean IS NOT NULL) known,
    LATERAL (SELECT array_agg(v ORDER BY v) AS list FROM unnest(unsorted) AS v WHERE v IS NOT NULL) sorted
  ) k_${subject} ON k_${subject}.school = s.school`;

const FACTS = `
CREATE TEMP TABLE result ON COMMIT DROP AS
WITH fact AS (
  SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS r(school text, municipality text, year int, exam text, subject text,
    grade int, n numeric, two numeric, quality_n numeric, mean numeric, sd numeric, most numeric, rank numeric, value numeric)),
sums AS (
  SELECT f.*, quality_n / nullif(n, 0) AS quality,
    array_agg(quality_n / nullif(n, 0)) OVER w AS qualities,
    sum(CASE WHEN two IS NULL THEN 0 ELSE n END) OVER w - CASE WHEN two IS NULL THEN 0 ELSE n END AS their_n,
    sum(coalesce(two, 0)) OVER w - coalesce(two, 0) AS their_two,
    sum(CASE WHEN value IS NULL THEN 0 ELSE n END) OVER w - CASE WHEN value IS NULL THEN 0 ELSE n END AS their_whole,
    sum(coalesce(value, 0)) OVER w - coalesce(value, 0) AS their_value,
    sum(CASE WHEN mean IS NULL THEN 0 ELSE n END) OVER w - CASE WHEN mean IS NULL THEN 0 ELSE n END AS people,
    sum(coalesce(n * mean, 0)) OVER w - coalesce(n * mean, 0) AS scores,
    sum(coalesce(n * mean * mean, 0)) OVER w - coalesce(n * mean * mean, 0) AS squares,
    sum(coalesce((n - 1) * sd * sd, 0)) OVER w - coalesce((n - 1) * sd * sd, 0) AS within
  FROM fact f WHERE school <> '*' WINDOW w AS (PARTITION BY municipality, year, exam, subject, grade))
SELECT s.*, mean - 1.96 * sd / sqrt(nullif(n, 0)) AS lowest, mean + 1.96 * sd / sqrt(nullif(n, 0)) AS highest,
  scores / nullif(people, 0) AS their_mean,
  1.96 * sqrt((within + squares - scores * scores / nullif(people, 0)) / nullif(people - 1, 0)) / sqrt(nullif(people, 0))
    AS their_half,
  r.high AS region_high,
  (SELECT ${quantileOf('list', 0.25)} FROM (
    SELECT array_agg(v ORDER BY v) AS list FROM unnest(qualities) AS v WHERE v IS NOT NULL) sorted) AS quality_q1
FROM sums s LEFT JOIN (
    SELECT exam, subject, grade, year, mean + 1.96 * sd / sqrt(n) AS high FROM fact WHERE school = '*') r
  ON (r.exam, r.subject, r.grade, r.year) = (s.exam, s.subject, s.grade, s.year)`;

const ANSWERS = `
SELECT s.school, ${Object.entries(CRITERIA)
  .map(([code, sql]) => `(${sql}) AS "${code}"`)
  .join(',\n  ')}
FROM (SELECT DISTINCT school FROM result) s
${PROCEDURES.map(rowOf).join('\n')}
${FIGURES.map((code) => `LEFT JOIN result ${code} ON (${code}.school, ${code}.subject) = (s.school, '${code}')`).join('\n')}
${SUBJECTS.map(cohort).join('')}`;

const ITEMS = Object.keys(CRITERIA);
const YEAR = 2024;
const SCHOOLS = 10_000;
const IN_A_TOWN = 25;
const BATCH = 2500;
const LONG = { timeout: 120_000 };

/** The same numbers each time (Park and Miller, 1988). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function randomFacts(school: string, upTo: (below: number) => number): Fact[] {
  // A tenth of schools is known whole and good, a tenth never wrote ВПР above grade 4: «нет» to a question about eight works
  // and «нет данных» to one that any of them answers are rare otherwise.
  const sort = upTo(10);
  const results = PROCEDURES.flatMap(([exam, subject, grade, back]) => {
    if (sort === 1 && exam === 'VPR' && grade > 4) return [];
    // Of most cohorts both years are known, or quartiles of twenty schools would never be met.
    if (upTo(exam === 'VPR' && grade < 6 ? 20 : 3) === 0 && sort !== 0) return [];
    const participants = 1 + upTo(40) + (sort === 0 ? 10 : 0);
    const hasMean = upTo(20) > 0;
    const few = sort === 0 ? upTo(2) : upTo(10) === 0 ? null : upTo(Math.ceil(participants / 2) + 1);
    const isOdd = upTo(40) === 0;
    return [
      {
        ...emptyFact({ school, year: YEAR - back, exam, subject, grade }),
        participants,
        below: few,
        ...(upTo(10) === 0 ? {} : { four: upTo(participants - (few ?? 0) + 1), five: 0 }),
        // Means stand close together but for a few far away: that is what fences are for.
        mean: hasMean ? (isOdd ? 40 + upTo(300) : 180 + upTo(40)) / 10 : null,
        sd: hasMean && participants > 1 ? (10 + upTo(80)) / 10 : null,
        maxScore: 40,
        rankCorrelation: upTo(5) === 0 ? null : (upTo(200) - 60) / 140,
      },
    ];
  });
  const figures = FIGURES.flatMap((subject) =>
    upTo(5) === 0
      ? []
      : [{ ...emptyFact({ school, year: YEAR, exam: 'FORM', subject, grade: 0 }), participants: 10, value: upTo(5) }],
  );
  return [...results, ...figures];
}

/** Values of the region for some of the works: where there are none, the rest of the municipality is the measure. */
const REGION_FACTS: readonly Fact[] = [
  {
    ...emptyFact({ school: REGION, year: YEAR, exam: 'VPR', subject: 'math', grade: 4 }),
    participants: 900,
    mean: 19.5,
    sd: 5,
  },
  {
    ...emptyFact({ school: REGION, year: YEAR, exam: 'OGE', subject: 'math', grade: 9 }),
    participants: 900,
    mean: 19.5,
    sd: 5,
  },
];

const owner = ownerClient();
afterAll(() => owner.$disconnect());

type Row = { readonly school: string } & Readonly<Record<string, boolean | null | string>>;
const said = (holds: unknown) => (holds === true ? 'YES' : holds === false ? 'NO' : 'NO_DATA');

describe('an independent re-implementation in plain SQL', () => {
  it('answers every computed criterion of 10,000 random cards as the engine does', async () => {
    const upTo = numbers(20190419);
    const compiled = compileMeasures(computedCard);
    const kinds = new Set<string>();
    for (let first = 0; first < SCHOOLS; first += BATCH) {
      const units = Array.from({ length: BATCH }, (_, index): Unit => {
        const number = first + index;
        const municipality = `Город ${Math.floor(number / IN_A_TOWN)}`;
        return {
          school: `${number}`,
          title: '',
          municipality,
          kind: 'SECONDARY',
          place: '',
          grades: [4, 5, 6, 7, 8, 9, 11],
          held: [],
        };
      });
      const facts = [...units.flatMap(({ school }) => randomFacts(school, upTo)), ...REGION_FACTS];
      const table = factTable(units, facts);
      const json = JSON.stringify(
        facts.map((fact) => ({
          ...{ school: fact.school, municipality: table.unitOf.get(fact.school)?.municipality, year: fact.year },
          ...{ exam: fact.exam, subject: fact.subject, grade: fact.grade, n: fact.participants, two: fact.below },
          ...{ quality_n: fact.four === null || fact.five === null ? null : fact.four + fact.five },
          ...{ mean: fact.mean, sd: fact.sd, most: fact.maxScore, rank: fact.rankCorrelation, value: fact.value },
        })),
      );
      const rows = await owner.$transaction(async (tx) => {
        await tx.$executeRawUnsafe(FACTS, json);
        await tx.$executeRawUnsafe('ANALYZE result');
        // Forty joins: in the order they are written, each by a hash.
        await tx.$executeRawUnsafe('SET LOCAL join_collapse_limit = 1');
        await tx.$executeRawUnsafe('SET LOCAL enable_nestloop = off');
        return tx.$queryRawUnsafe<Row[]>(ANSWERS);
      }, LONG);
      const computation = compute(compiled, table, YEAR);
      const differ = rows.flatMap((row) => {
        const answers = computation.answersOf(row.school);
        return ITEMS.flatMap((item) => {
          kinds.add(`${item} ${answers.get(item)}`);
          return answers.get(item) === said(row[item])
            ? []
            : [{ school: row.school, item, portal: answers.get(item), sql: said(row[item]) }];
        });
      });
      expect(differ.slice(0, 5)).toEqual([]);
    }
    // The engine computes nothing else, and each criterion was seen with each of its three answers.
    expect(compiled.items.map(({ code }) => code).sort()).toEqual([...ITEMS].sort());
    expect(
      ITEMS.flatMap((item) => ['YES', 'NO', 'NO_DATA'].map((one) => `${item} ${one}`)).filter((one) => !kinds.has(one)),
    ).toEqual([]);
  }, 120_000);
});
