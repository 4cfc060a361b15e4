import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessCard } from '@/lib/diagnostics/scoring/assess-card';
import type { CardFacts } from '@/lib/diagnostics/scoring/card-facts';
import { stability } from '@/lib/diagnostics/scoring/stability';
import { defaultMethod } from '@/prisma/seed/reference/default-method';
import { card } from '@/tests/diagnostics/build-card';
import { randomCard } from '@/tests/diagnostics/random-card';
import { randomMethod } from '@/tests/diagnostics/random-method';

const of = (facts: CardFacts) => {
  const { points } = assessCard(defaultMethod, facts);
  return stability(defaultMethod, { kind: facts.school.kind, points, procedures: facts.procedures });
};

describe('how firmly a verdict stands', () => {
  it('is steady where neither one criterion nor one step of a number would change it', () => {
    expect(of(card({}))).toEqual({ level: 'STEADY', because: [] });
    expect(of(card({ rest: 'YES' })).level).toBe('STEADY');
  });

  it('is near a border where one criterion less would change it, and says which', () => {
    // 11 of 35 is 31.4 %: without one of them 10 of 34 is 29.4 %, outside the zone of risk.
    const facts = card({ yes: ['А1', 'А2', 'А4', 'А5', 'Б1', 'Б2', 'Б4', 'Д1', 'Д2', 'Е1', 'Е2'] });
    const found = of(facts);
    expect(found.level).toBe('NEAR');
    expect(found.because[0]).toBe('Без критерия А1 вывод был бы «вне зоны риска».');
    expect(found.because.at(-1)).toMatch(/^И ещё \d+ подобных\.$/);
  });

  it('may be chance where it hangs on a handful of participants', () => {
    const results = [
      { code: 'oge_ru', participants: 6, low: 2 },
      { code: 'oge_ma', participants: 30, low: 10 },
    ];
    const found = of(card({ procedures: results }));
    expect(found.level).toBe('CHANCE');
    expect(found.because[0]).toBe('Вывод держится на процедуре «ОГЭ, русский язык», в которой участников всего 6.');
    const large = [{ code: 'oge_ru', participants: 60, low: 20 }, results[1] ?? { code: '', participants: 0, low: 0 }];
    expect(of(card({ procedures: large })).level).not.toBe('CHANCE');
  });

  it('never fails, and names a reason exactly when it is not steady', () => {
    const world = randomMethod.chain(({ method }) =>
      fc.record({ method: fc.constant(method), facts: randomCard(method) }),
    );
    fc.assert(
      fc.property(world, ({ method, facts }) => {
        const { points } = assessCard(method, facts);
        const found = stability(method, { kind: facts.school.kind, points, procedures: facts.procedures });
        expect(found.because.length > 0).toBe(found.level !== 'STEADY');
      }),
      { numRuns: 100 },
    );
  });
});
