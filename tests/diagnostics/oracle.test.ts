import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessCard } from '@/lib/diagnostics/scoring/assess-card';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { withVpr } from '@/tests/diagnostics/build-card';
import { naiveAssessment } from '@/tests/diagnostics/naive-assessment';
import { randomCard } from '@/tests/diagnostics/random-card';
import { randomMethod } from '@/tests/diagnostics/random-method';
import { settledSpec } from '@/tests/diagnostics/settled-spec';

describe('an independent re-implementation agrees on every number and verdict', () => {
  test('of the default version', () => {
    const spec = settledSpec(false);
    fc.assert(
      fc.property(randomCard(defaultMethod), (facts) => {
        expect(assessCard(defaultMethod, facts)).toMatchObject(naiveAssessment(spec, facts));
      }),
      { numRuns: 2000, seed: 20190419 },
    );
  });

  test('of the version with section В on', () => {
    const spec = settledSpec(true);
    fc.assert(
      fc.property(randomCard(withVpr), (facts) => {
        expect(assessCard(withVpr, facts)).toMatchObject(naiveAssessment(spec, facts));
      }),
      { numRuns: 1000, seed: 20190420 },
    );
  });

  test('of methods with other codes, criteria, switches, thresholds, rules and verdicts: nothing is in the code', () => {
    const pair = randomMethod.chain(({ method, spec }) => randomCard(method).map((facts) => ({ method, spec, facts })));
    fc.assert(
      fc.property(pair, ({ method, spec, facts }) => {
        expect(assessCard(method, facts)).toMatchObject(naiveAssessment(spec, facts));
      }),
      { numRuns: 1500, seed: 20190421 },
    );
  });
});
