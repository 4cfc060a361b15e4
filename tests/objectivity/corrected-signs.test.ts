import { describe, expect, it } from 'vitest';
import { type CorrectedNorms, fitNorms } from '@/lib/objectivity/corrected-norms';
import { correctedFindings } from '@/lib/objectivity/corrected-signs';
import { peakCount } from '@/lib/objectivity/corrected-values';
import { tiltedShares } from '@/lib/objectivity/tilted-histogram';
import { Chance } from '@/prisma/seed/demo/chance';
import { evidenceOf, PLANS } from '@/scripts/detectors/evidence-of';
import { manipulate } from '@/scripts/detectors/manipulate';
import { makeRegion, makeSchool, type School } from '@/scripts/detectors/region';
import { buildResult, histogramOf } from '@/tests/objectivity/build-result';

const chance = new Chance(11);
const territory = makeRegion(chance, 120).map(evidenceOf);
const norms: CorrectedNorms = fitNorms(territory, PLANS);
const schoolOf = (size: number) => makeSchool(new Chance(4), 'x', 'normal', size);
const present = (school: School, from = norms) =>
  correctedFindings(evidenceOf(school), from, PLANS).filter((finding) => finding.state === 'PRESENT');

describe('the corrected signs', () => {
  it.each([
    ['raised', 0.6, 'LEVEL'],
    ['hard', 0.5, 'ADVANCED'],
    ['shuffled', 1, 'LINK'],
    ['fall', 0.6, 'FALL'],
    ['rise', 0.6, 'RISE'],
    ['spike', 0.3, 'PEAK'],
  ] as const)('find «%s» of %d in a school of sixty by %s', (what, strength, family) => {
    const { school } = manipulate(new Chance(8), schoolOf(60), what, strength);
    expect(present(school).map((finding) => finding.family)).toContain(family);
  });

  it('say nothing of works below eight participants, whatever was done to them', () => {
    const small = schoolOf(5);
    for (const what of ['raised', 'hard', 'shuffled', 'fall', 'rise', 'spike'] as const) {
      const findings = correctedFindings(evidenceOf(manipulate(new Chance(1), small, what, 1).school), norms, PLANS);
      expect(new Set(findings.map((finding) => finding.state))).toEqual(new Set(['UNDEFINED']));
      expect(findings.every((finding) => finding.reason === 'FEW_PARTICIPANTS')).toBe(true);
    }
  });

  it('say nothing in a territory of fewer than twenty schools', () => {
    const few = fitNorms(territory.slice(0, 15), PLANS);
    const findings = correctedFindings(evidenceOf(schoolOf(60)), few, PLANS);
    expect(findings.every((finding) => finding.reason === 'FEW_SCHOOLS')).toBe(true);
  });

  it('ask for the scale and the levels of tasks and never guess them', () => {
    const school = evidenceOf(schoolOf(60));
    const reasons = correctedFindings(school, fitNorms(territory, new Map()), new Map());
    const of = (family: string) => new Set(reasons.filter((one) => one.family === family).map((one) => one.reason));
    expect(of('PEAK')).toEqual(new Set(['NO_SCALE']));
    expect(of('ADVANCED')).toEqual(new Set(['NO_TASK_LEVELS']));
    expect(of('LINK')).toEqual(new Set([null]));
  });

  it('leave a raised level of a лицей to its profile, with the numbers, and still look at its journal', () => {
    const raised = manipulate(new Chance(8), schoolOf(60), 'raised', 0.7).school;
    const findings = correctedFindings(evidenceOf({ ...raised, isProfile: true }), norms, PLANS);
    const level = findings.filter((one) => one.family === 'LEVEL');
    expect(level.every((one) => one.state === 'ABSENT')).toBe(true);
    expect(level.some((one) => one.isExplainedByProfile && one.numbers.deviations !== undefined)).toBe(true);
    const shuffled = manipulate(new Chance(8), schoolOf(60), 'shuffled', 1).school;
    expect(present({ ...shuffled, isProfile: true }).map((one) => one.family)).toContain('LINK');
  });

  it('correct all tests of the year together: no adjusted value is below its own', () => {
    for (const school of territory.slice(0, 30)) {
      for (const finding of correctedFindings(school, norms, PLANS)) {
        if (finding.p === null || finding.adjusted === null) continue;
        expect(finding.adjusted).toBeGreaterThanOrEqual(finding.p);
        expect(finding.state).toBe(finding.adjusted <= 0.05 ? 'PRESENT' : 'ABSENT');
      }
    }
  });

  it('do not depend on the order in which schools or results come', () => {
    const turned = fitNorms([...territory].reverse(), PLANS);
    const school = evidenceOf(manipulate(new Chance(8), schoolOf(60), 'raised', 0.6).school);
    const states = (from: CorrectedNorms, results = school.results) =>
      correctedFindings({ ...school, results }, from, PLANS).map((one) => one.state);
    expect(states(turned, [...school.results].reverse())).toEqual(states(norms));
  });
});

describe('the territory bent to the level of a school', () => {
  const territoryCounts = [2, 4, 8, 16, 20, 16, 8, 4, 2];

  it.each([1.5, 4, 6.2])('has the mean %d that was asked, and shares that sum to 1', (mean) => {
    const shares = tiltedShares(territoryCounts, mean) ?? [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares.reduce((sum, share, score) => sum + share * score, 0)).toBeCloseTo(mean, 8);
  });

  it('is the territory itself at its own mean, and is not defined past its scores', () => {
    const shares = tiltedShares(territoryCounts, 4) ?? [];
    expect(shares[4]).toBeCloseTo(20 / 80, 8);
    expect([0, 8, 9].map((mean) => tiltedShares(territoryCounts, mean))).toEqual([null, null, null]);
    expect(tiltedShares([0, 0], 1)).toBeNull();
  });

  it('keeps the natural pile-up: what is usual at the border is taken from the territory', () => {
    const counts = histogramOf([], 20).map((_, score) => (score === 6 ? 40 : 10));
    const school = buildResult({ histogram: counts.map((count) => count / 10), maxScore: 20 });
    const scale = { maxScore: 20, three: 6, four: 10, five: 15 };
    expect(peakCount(school, counts, scale, 'three')).toMatchObject({ near: 8, atPeak: 5 });
    expect(peakCount(school, counts, scale, 'three')?.usual).toBeCloseTo(5 / 8, 8);
  });
});
