import { describe, expect, it } from 'vitest';
import { findingSentence } from '@/lib/objectivity/finding-words';
import { layOutMap, presentIn } from '@/lib/objectivity/objectivity-map';
import { procedureKey } from '@/lib/objectivity/procedure';
import { comparisonOf, type SchoolSign, signsOf, VPR_WORKS } from '@/lib/objectivity/school-signs';
import { SIGN_CODES, type SignKind } from '@/lib/objectivity/sign-code';
import { MARKER_NOTE, SIGN_WORDS } from '@/lib/objectivity/sign-words';
import { Chance } from '@/prisma/seed/demo/chance';
import { evidenceOf, PLANS } from '@/scripts/detectors/evidence-of';
import { MANIPULATIONS, manipulate } from '@/scripts/detectors/manipulate';
import { makeRegion } from '@/scripts/detectors/region';

const chance = new Chance(2);
const schools = makeRegion(chance, 60).map((school, i) =>
  evidenceOf(i % 5 === 0 ? manipulate(chance, school, chance.pick(MANIPULATIONS), 0.6).school : school),
);
const comparison = comparisonOf(schools, PLANS);
const found = schools.map((school) => ({
  schoolId: school.schoolId,
  year: school.year,
  signs: signsOf(school, comparison),
  participants: new Map(
    school.results.flatMap((result) =>
      result.year === school.year ? [[procedureKey(result), result.participants]] : [],
    ),
  ),
}));
const ids = schools.map((school) => school.schoolId);

describe('the signs of a school', () => {
  it('have known codes, words and a sentence each, whatever their state', () => {
    for (const sign of found.flatMap((one) => one.signs)) {
      expect(SIGN_CODES).toContain(sign.code);
      const sentence = findingSentence(sign);
      expect(sentence).toMatch(/^[А-ЯK].*\.$/u);
      expect(sentence).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('never accuse', () => {
    const said = [...Object.values(SIGN_WORDS).flatMap((words) => Object.values(words).flat()), MARKER_NOTE].join(' ');
    expect(said).not.toMatch(/фальсифи|списыва|обман|подделк|мошенн|виновн/i);
    expect(MARKER_NOTE).toContain('возможный маркер');
    for (const words of Object.values(SIGN_WORDS)) {
      expect(words.explanations.length).toBeGreaterThan(0);
      expect(words.checks.length).toBeGreaterThan(0);
    }
  });
});

describe('the objectivity map', () => {
  const map = layOutMap(ids, found, VPR_WORKS);

  it('keeps the order of schools it was given and stands the latest year first', () => {
    expect(map.rows.map((row) => row.schoolId)).toEqual(ids);
    const earlier = found.map((one) => ({ ...one, year: one.year - 1 }));
    const years = layOutMap(ids, [...earlier, ...found], VPR_WORKS).columns.map((column) => column.year);
    expect(years).toEqual([2024, 2024, 2024, 2024, 2023, 2023, 2023, 2023]);
  });

  it('counts in the cells every present sign once by its code', () => {
    const works = new Set(VPR_WORKS.map(procedureKey));
    for (const [i, row] of map.rows.entries()) {
      const present = (found[i]?.signs ?? []).filter(
        (sign) => sign.state === 'PRESENT' && works.has(procedureKey(sign.procedure)),
      );
      const distinct = new Set(present.map((sign) => `${procedureKey(sign.procedure)} ${sign.code}`));
      expect(row.present).toBe(distinct.size);
      expect(row.cells.flatMap(presentIn)).toHaveLength(distinct.size);
    }
    expect(map.rows.some((row) => row.present > 0)).toBe(true);
  });

  it('shows the kinds asked for alone', () => {
    const of = (kinds: readonly SignKind[]) =>
      layOutMap(ids, found, VPR_WORKS, kinds).rows.flatMap((row) => row.cells.flatMap((cell) => cell.signs));
    expect(new Set(of(['corrected']).map((sign: SchoolSign) => sign.name.split('/')[0]))).toEqual(
      new Set(['corrected']),
    );
    expect(of([])).toEqual([]);
  });

  it('tells «no such work», «cannot be computed» and «no marks» apart', () => {
    const absent = layOutMap(['nobody'], found, VPR_WORKS).rows[0]?.cells[0];
    expect(absent).toMatchObject({ state: 'NONE', participants: null });
    const small = found.map((one) => ({
      ...one,
      signs: one.signs.map((sign) => ({ ...sign, state: 'UNDEFINED' as const, reason: 'FEW_PARTICIPANTS' as const })),
    }));
    expect(layOutMap(ids, small, VPR_WORKS).rows[0]?.cells[0]?.state).toBe('UNDEFINED');
    expect(map.rows.flatMap((row) => row.cells).some((cell) => cell.state === 'ABSENT')).toBe(true);
  });
});
