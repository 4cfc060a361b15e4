import { afterAll, describe, expect, it } from 'vitest';
import { compileMeasures } from '@/lib/methodology/measures/compile-measures';
import { compute } from '@/lib/methodology/measures/compute';
import { emptyFact, type Fact, factTable, type Unit } from '@/lib/methodology/measures/facts';
import { ownerClient } from '@/prisma/seed/builders/owner-client';
import { computedCard } from '@/prisma/seed/reference/computed-card';

/**
 * Answers of the default card a second time, in plain SQL that shares nothing with the engine: NULL is «нет данных», and
 * shares are compared as products of whole numbers.
 */
const ANSWERS = `
WITH fact AS (
  SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS r(school text, municipality text, year int, exam text, subject text,
    grade int, n numeric, two numeric, mean numeric, sd numeric, rank numeric, value numeric)),
sums AS (
  SELECT f.*,
    sum(CASE WHEN two IS NULL THEN 0 ELSE n END) OVER w - CASE WHEN two IS NULL THEN 0 ELSE n END AS their_n,
    sum(coalesce(two, 0)) OVER w - coalesce(two, 0) AS their_two,
    sum(CASE WHEN value IS NULL THEN 0 ELSE n END) OVER w - CASE WHEN value IS NULL THEN 0 ELSE n END AS their_whole,
    sum(coalesce(value, 0)) OVER w - coalesce(value, 0) AS their_value,
    sum(CASE WHEN mean IS NULL THEN 0 ELSE n END) OVER w - CASE WHEN mean IS NULL THEN 0 ELSE n END AS people,
    sum(coalesce(n * mean, 0)) OVER w - coalesce(n * mean, 0) AS scores,
    sum(coalesce(n * mean * mean, 0)) OVER w - coalesce(n * mean * mean, 0) AS squares,
    sum(coalesce((n - 1) * sd * sd, 0)) OVER w - coalesce((n - 1) * sd * sd, 0) AS within
  FROM fact f WINDOW w AS (PARTITION BY municipality, year, exam, subject, grade)),
row AS (
  SELECT *, mean - 1.96 * sd / sqrt(nullif(n, 0)) AS lowest, mean + 1.96 * sd / sqrt(nullif(n, 0)) AS highest,
    scores / nullif(people, 0) AS their_mean,
    1.96 * sqrt((within + squares - scores * scores / nullif(people, 0)) / nullif(people - 1, 0)) / sqrt(nullif(people, 0))
      AS their_half
  FROM sums)
SELECT s.school,
  ru.two * ru.their_n > ru.their_two * ru.n AND ru.their_n > 0 OR NULLIF(ru.their_n, 0) IS NULL AND NULL AS "А1",
  ma.two * ma.their_n > ma.their_two * ma.n AND ma.their_n > 0 OR NULLIF(ma.their_n, 0) IS NULL AND NULL AS "А2",
  10 * ru.two >= 3 * ru.n OR 10 * ma.two >= 3 * ma.n AS "А3",
  ru.highest < ru.their_mean - ru.their_half OR ma.highest < ma.their_mean - ma.their_half AS "А4",
  gone.value > 0 AS "А5",
  10 * (ru.two * ru1.n - ru1.two * ru.n) >= ru.n * ru1.n OR 10 * (ma.two * ma1.n - ma1.two * ma.n) >= ma.n * ma1.n AS "А6",
  e.two > 0 AS "Б1",
  e.mean < e.their_mean AS "Б4",
  CASE WHEN v4.n >= 10 THEN v4.lowest > v4.their_mean + v4.their_half END AS "Г01",
  v4.rank < 0 AS "Г07",
  debt.value * debt.their_whole > debt.their_value * debt.n AND debt.their_whole > 0
    OR NULLIF(debt.their_whole, 0) IS NULL AND NULL AS "Е1"
FROM (SELECT DISTINCT school FROM fact) s
LEFT JOIN row ru ON (ru.school, ru.exam, ru.subject, ru.year) = (s.school, 'OGE', 'russian', 2024)
LEFT JOIN row ma ON (ma.school, ma.exam, ma.subject, ma.year) = (s.school, 'OGE', 'math', 2024)
LEFT JOIN row ru1 ON (ru1.school, ru1.exam, ru1.subject, ru1.year) = (s.school, 'OGE', 'russian', 2023)
LEFT JOIN row ma1 ON (ma1.school, ma1.exam, ma1.subject, ma1.year) = (s.school, 'OGE', 'math', 2023)
LEFT JOIN row e ON (e.school, e.exam, e.year) = (s.school, 'EGE', 2024)
LEFT JOIN row v4 ON (v4.school, v4.exam, v4.year) = (s.school, 'VPR', 2024)
LEFT JOIN row gone ON (gone.school, gone.subject) = (s.school, 'no_certificate9')
LEFT JOIN row debt ON (debt.school, debt.subject) = (s.school, 'debt')`;

const ITEMS = ['А1', 'А2', 'А3', 'А4', 'А5', 'А6', 'Б1', 'Б4', 'Г01', 'Г07', 'Е1'] as const;
const YEAR = 2024;
const SCHOOLS = 10_000;
const IN_A_TOWN = 25;
const BATCH = 2500;

const PROCEDURES = [
  ['OGE', 'russian', 9, YEAR],
  ['OGE', 'math', 9, YEAR],
  ['OGE', 'russian', 9, YEAR - 1],
  ['OGE', 'math', 9, YEAR - 1],
  ['EGE', 'russian', 11, YEAR],
  ['VPR', 'russian', 4, YEAR],
] as const;

/** The same numbers each time (Park and Miller, 1988). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function randomFacts(school: string, upTo: (below: number) => number): Fact[] {
  const results = PROCEDURES.flatMap(([exam, subject, grade, year]) => {
    if (upTo(6) === 0) return [];
    const participants = 1 + upTo(40);
    const hasMean = upTo(8) > 0;
    return [
      {
        ...emptyFact({ school, year, exam, subject, grade }),
        participants,
        below: upTo(10) === 0 ? null : upTo(Math.ceil(participants / 2) + 1),
        mean: hasMean ? (150 + upTo(200)) / 10 : null,
        sd: hasMean && participants > 1 ? (10 + upTo(80)) / 10 : null,
        rankCorrelation: upTo(5) === 0 ? null : (upTo(200) - 60) / 140,
      },
    ];
  });
  const figures = ['no_certificate9', 'debt'].flatMap((subject) =>
    upTo(5) === 0
      ? []
      : [{ ...emptyFact({ school, year: YEAR, exam: 'FORM', subject, grade: 0 }), participants: 100, value: upTo(4) }],
  );
  return [...results, ...figures];
}

const owner = ownerClient();
afterAll(() => owner.$disconnect());

type Row = { readonly school: string } & Readonly<Record<(typeof ITEMS)[number], boolean | null>>;
const said = (holds: boolean | null | undefined) => (holds === true ? 'YES' : holds === false ? 'NO' : 'NO_DATA');

describe('an independent re-implementation in plain SQL', () => {
  it('answers eleven criteria of 10,000 random cards as the engine does', async () => {
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
          grades: [9, 11],
          held: [],
        };
      });
      const facts = units.flatMap(({ school }) => randomFacts(school, upTo));
      const table = factTable(units, facts);
      const json = JSON.stringify(
        facts.map((fact) => ({
          ...{ school: fact.school, municipality: table.unitOf.get(fact.school)?.municipality, year: fact.year },
          ...{ exam: fact.exam, subject: fact.subject, grade: fact.grade, n: fact.participants, two: fact.below },
          ...{ mean: fact.mean, sd: fact.sd, rank: fact.rankCorrelation, value: fact.value },
        })),
      );
      const rows = await owner.$queryRawUnsafe<Row[]>(ANSWERS, json);
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
    // Each criterion was seen with each of its three answers.
    expect(kinds.size).toBe(3 * ITEMS.length);
  }, 120_000);
});
