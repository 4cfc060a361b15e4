import { describe, expect, it } from 'vitest';
import {
  type CoverageCard,
  campaignState,
  coverageOf,
  coverageState,
  dueOf,
  isLate,
} from '@/lib/diagnostics/campaigns/coverage';
import { rosterRow, worksOn } from '@/lib/diagnostics/campaigns/roster';
import { compileMethod } from '@/lib/methodology/compiled-method';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

const opensAt = new Date('2026-11-09T06:00:00Z');
const closesAt = new Date('2026-12-07T15:00:00Z');
const card = (change: Partial<CoverageCard> = {}): CoverageCard => ({
  status: 'DRAFT',
  submittedRevision: 0,
  startedAt: null,
  answered: 0,
  applicable: 35,
  dueAt: null,
  ...change,
});

describe('a campaign by the clock', () => {
  it.each([
    ['2026-11-09T05:59:59.999Z', 'PLANNED'],
    ['2026-11-09T06:00:00.000Z', 'OPEN'],
    ['2026-12-07T14:59:59.999Z', 'OPEN'],
    ['2026-12-07T15:00:00.000Z', 'CLOSED'],
  ])('at %s it is %s', (now, state) => {
    expect(campaignState({ opensAt, closesAt }, new Date(now))).toBe(state);
  });
});

describe('a card in the coverage', () => {
  it.each([
    [{}, 'NOT_STARTED'],
    [{ startedAt: opensAt }, 'IN_WORK'],
    [{ answered: 3 }, 'IN_WORK'],
    [{ status: 'SUBMITTED' as const }, 'TO_CHECK'],
    [{ status: 'RETURNED' as const }, 'RETURNED'],
    [{ status: 'ACCEPTED' as const }, 'ACCEPTED'],
    [{ status: 'CLOSED' as const }, 'CLOSED'],
  ])('%o is %s', (change, state) => {
    expect(coverageState(card(change))).toBe(state);
  });

  it('is late only while the school owes it and its own time is over', () => {
    const after = new Date('2026-12-08T00:00:00Z');
    const extended = new Date('2026-12-10T00:00:00Z');
    expect(isLate(card(), closesAt, after)).toBe(true);
    expect(isLate(card({ status: 'RETURNED', submittedRevision: 1 }), closesAt, after)).toBe(true);
    expect(isLate(card({ status: 'SUBMITTED', submittedRevision: 1 }), closesAt, after)).toBe(false);
    expect(isLate(card({ dueAt: extended }), closesAt, after)).toBe(false);
    expect(isLate(card(), closesAt, new Date('2026-12-07T14:59:00Z'))).toBe(false);
  });

  it('never loses time by an extension that ends before the campaign does', () => {
    expect(dueOf({ dueAt: opensAt }, closesAt)).toBe(closesAt);
  });
});

describe('coverage', () => {
  it('counts a school once it has submitted, also while its card is back for corrections', () => {
    const cards = [
      card(),
      card({ answered: 5 }),
      card({ status: 'SUBMITTED', submittedRevision: 1 }),
      card({ status: 'RETURNED', submittedRevision: 1 }),
      card({ status: 'CLOSED', submittedRevision: 2 }),
    ];
    const coverage = coverageOf(cards, closesAt, opensAt);
    expect(coverage).toMatchObject({ total: 5, submitted: 3, late: 0 });
    expect(Object.values(coverage.byState).reduce((sum, n) => sum + n, 0)).toBe(5);
  });

  it('of an empty roster is nothing of nothing', () => {
    expect(coverageOf([], closesAt, opensAt)).toMatchObject({ total: 0, submitted: 0 });
  });
});

describe('the roster', () => {
  it.each([
    [null, true],
    ['2026-11-10', true],
    ['2026-11-09', false],
    ['2020-08-31', false],
  ])('a school closed on %s is taken by a campaign that opens on 2026-11-09: %s', (closedOn, works) => {
    expect(worksOn({ closedOn }, '2026-11-09')).toBe(works);
  });

  it('takes kind and grades of the school year before those of the register', () => {
    const compiled = compileMethod(defaultMethod);
    const held = defaultMethod.procedures.map((procedure) => procedure.code);
    const grades = Array.from({ length: 11 }, (_, index) => index + 1);
    const register = { id: '1', shortName: 'СОШ № 1', kind: 'SECONDARY', grades, closedOn: null, year: null };
    expect(rosterRow(compiled, held, register)).toMatchObject({ kind: 'SECONDARY', applicable: 35 });
    const year = { kind: 'BASIC', grades: grades.slice(0, 9) };
    expect(rosterRow(compiled, held, { ...register, year })).toMatchObject({ kind: 'BASIC', applicable: 27 });
  });
});
