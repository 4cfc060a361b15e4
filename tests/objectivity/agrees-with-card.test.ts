import { describe, expect, it } from 'vitest';
import { answersByCard } from '@/lib/diagnostics/computed/computed-answers';
import { compileMeasures } from '@/lib/methodology/measures/compile-measures';
import { compute } from '@/lib/methodology/measures/compute';
import { emptyFact, type Fact, factTable, type Unit } from '@/lib/methodology/measures/facts';
import { FEDERAL_SIGNS } from '@/lib/objectivity/federal-signs';
import type { SignState } from '@/lib/objectivity/finding';
import { procedureKey } from '@/lib/objectivity/procedure';
import { comparisonOf, signsOf } from '@/lib/objectivity/school-signs';
import type { SignDecision } from '@/lib/objectivity/sign-review';
import { Chance } from '@/prisma/seed/demo/chance';
import { computedCard } from '@/prisma/seed/reference/computed-card';
import { evidenceOf, PLANS } from '@/scripts/detectors/evidence-of';
import { MANIPULATIONS, manipulate } from '@/scripts/detectors/manipulate';
import { makeRegion } from '@/scripts/detectors/region';
import { resultsOf, YEAR } from '@/scripts/detectors/results-of';

const ANSWER: Readonly<Record<SignState, string>> = { PRESENT: 'YES', ABSENT: 'NO', UNDEFINED: 'NO_DATA' };
/** As the default method has them. */
const GUARDS = { raisedMean: 10, marksMismatch: 2, cohort: 1 };

const chance = new Chance(31);
const schools = makeRegion(chance, 80).map((school, i) =>
  i % 4 === 0 ? manipulate(chance, school, chance.pick(MANIPULATIONS), 0.9).school : school,
);
const unit = ({ id }: { id: string }): Unit => ({
  ...{ school: id, title: id, municipality: 'Город', kind: 'SECONDARY', place: 'CITY', held: [] },
  grades: [1, 2, 3, 4, 5, 6, 7, 8, 9],
});
const facts = schools.flatMap((school) =>
  resultsOf(school).map(
    ({ schoolId, year, exam, subject, grade, ...known }): Fact => ({
      ...emptyFact({ school: schoolId, year, exam, subject, grade }),
      ...{ participants: known.participants, mean: known.mean, sd: known.sd, maxScore: known.maxScore },
      rankCorrelation: known.rankCorrelation,
    }),
  ),
);

describe('the federal signs of the map', () => {
  it('are the answers of the card that fills itself, school by school and sign by sign', () => {
    const card = compute(compileMeasures(computedCard), factTable(schools.map(unit), facts), YEAR);
    const evidence = schools.map(evidenceOf);
    const comparison = comparisonOf(evidence, PLANS);
    const states = new Map<string, number>();
    for (const school of evidence) {
      const answers = card.answersOf(school.schoolId);
      const signs = new Map(signsOf(school, comparison, GUARDS).map((sign) => [sign.code, sign.state]));
      for (const { code } of FEDERAL_SIGNS) {
        const state = signs.get(code) ?? 'UNDEFINED';
        states.set(state, (states.get(state) ?? 0) + 1);
        expect({ school: school.schoolId, code, answer: ANSWER[state] }).toEqual({
          ...{ school: school.schoolId, code, answer: answers.get(code) },
        });
      }
    }
    // The comparison says something only if every state was met.
    expect([...states.keys()].sort()).toEqual(['ABSENT', 'PRESENT', 'UNDEFINED']);
  });

  it('found on the map are possible markers in the card, and answers once the centre has decided about them', () => {
    const comparison = comparisonOf(schools.map(evidenceOf), PLANS);
    const present = schools.map(evidenceOf).flatMap((school) =>
      signsOf(school, comparison, GUARDS)
        .filter(({ code, state }) => state === 'PRESENT' && FEDERAL_SIGNS.some((sign) => sign.code === code))
        .map((sign) => ({ schoolId: school.schoolId, code: sign.code, work: procedureKey(sign.procedure) })),
    );
    expect(present.length).toBeGreaterThan(2);
    const decisions = present.slice(0, 2).map(
      (place, index): SignDecision => ({
        ...place,
        ...{ step: index === 0 ? 'CONFIRMED' : 'REJECTED', reason: 'Посмотрели', sentence: 'Числа' },
      }),
    );
    const held = computedCard.procedures.map(({ code }) => code);
    const units = schools.map((school) => ({ ...unit(school), cardId: `card ${school.id}`, held }));
    const from = { method: computedCard, units, facts, year: YEAR, decisions, filesOf: () => ['ВПР.xlsx'] };
    const answersOf = answersByCard(from);
    const rows = new Map(units.flatMap(answersOf).map((row) => [`${row.schoolId} ${row.item}`, row]));
    for (const [index, { schoolId, code }] of present.entries()) {
      const wanted = (['CONFIRMED', 'REJECTED'] as const)[index] ?? 'MARKER';
      const value = { CONFIRMED: 'YES', REJECTED: 'NO', MARKER: 'NO_DATA' }[wanted];
      expect(rows.get(`${schoolId} ${code}`)).toMatchObject({ value, ground: wanted, turning: '' });
    }
    expect([...rows.values()].filter(({ ground }) => ground === 'MARKER')).toHaveLength(present.length - 2);
  });
});
