import { describe, expect, it } from 'vitest';
import { pictureKind, pictureOf } from '@/lib/objectivity/picture';
import { comparisonOf, signsOf } from '@/lib/objectivity/school-signs';
import { SIGN_WORDS } from '@/lib/objectivity/sign-words';
import { Chance } from '@/prisma/seed/demo/chance';
import { evidenceOf, PLANS } from '@/scripts/detectors/evidence-of';
import { makeRegion } from '@/scripts/detectors/region';

const schools = makeRegion(new Chance(3), 30).map(evidenceOf);
const comparison = comparisonOf(schools, PLANS);
const [school] = schools;
if (!school) throw new Error('no school');
const work = { exam: 'VPR', subject: 'russian', grade: 4 } as const;
const later = { ...work, grade: 5 } as const;

describe('the picture behind a mark', () => {
  it('is there for every sign of a school with full files, beside the territory', () => {
    for (const sign of signsOf(school, comparison)) {
      const picture = pictureOf(sign.name, sign.procedure, school, comparison);
      expect(picture?.categories.length).toBeGreaterThan(1);
      expect(picture?.sentence).not.toMatch(/NaN|undefined/);
      for (const category of picture?.categories ?? []) {
        expect(category.school).toBeGreaterThanOrEqual(0);
        expect(category.territory).toBeGreaterThanOrEqual(0);
        expect(category.school).toBeLessThanOrEqual(100);
      }
    }
    expect(new Set(Object.keys(SIGN_WORDS).map((name) => pictureKind(name as keyof typeof SIGN_WORDS)))).toEqual(
      new Set(['DISTRIBUTION', 'JOURNAL', 'COHORT', 'TASKS', 'EXAMS']),
    );
  });

  it('of scores adds up to the whole and stands lines at the borders of marks', () => {
    const picture = pictureOf('federal/RAISED_MEAN', work, school, comparison);
    const sum = (of: 'school' | 'territory') =>
      (picture?.categories ?? []).reduce((total, category) => total + (category[of] ?? 0), 0);
    expect(sum('school')).toBeCloseTo(100, 8);
    expect(sum('territory')).toBeCloseTo(100, 8);
    expect(picture?.borders).toEqual([
      { before: 14, label: '«3»' },
      { before: 24, label: '«4»' },
      { before: 33, label: '«5»' },
    ]);
  });

  it('is absent where the file does not hold it', () => {
    const bare = {
      ...school,
      results: school.results.map((one) => ({ ...one, histogram: null, againstJournal: null, tasks: null })),
    };
    for (const name of ['federal/RAISED_MEAN', 'federal/MARKS_MISMATCH', 'local/EASY_HARD'] as const) {
      expect(pictureOf(name, work, bare, comparison)).toBeNull();
    }
    const first = { ...school, results: school.results.filter((one) => one.year === school.year) };
    expect(pictureOf('federal/FALL', later, first, comparison)).toBeNull();
  });
});
