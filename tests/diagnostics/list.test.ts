import { describe, expect, it } from 'vitest';
import {
  canDecide,
  canMoveList,
  computedDecision,
  differsNeedsReason,
  type ListDecision,
  proposeEntries,
  shareOfList,
} from '@/lib/diagnostics/lists/list';
import { formatShareOf } from '@/lib/kernel/percent';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

const school = (n: number, verdict: string) => ({
  schoolId: `s${n}`,
  schoolName: `СОШ № ${n}`,
  assessmentId: `a${n}`,
  verdict,
});

describe('what the method itself says', () => {
  it.each([
    ['proposed', 'INCLUDE'],
    ['risk', 'EXCLUDE'],
    ['outside', 'EXCLUDE'],
    ['insufficient', 'EXCLUDE'],
    ['', 'EXCLUDE'],
  ])('a school with the verdict «%s» stands as %s', (verdict, decision) => {
    expect(computedDecision(defaultMethod, verdict)).toBe(decision);
  });

  it('is data of the version: a version may propose the zone of risk too', () => {
    const verdicts = defaultMethod.verdicts.map((one) => ({ ...one, proposes: one.code === 'risk' }));
    expect(computedDecision({ ...defaultMethod, verdicts }, 'risk')).toBe('INCLUDE');
    expect(computedDecision({ ...defaultMethod, verdicts }, 'proposed')).toBe('EXCLUDE');
  });

  it('refuses a verdict that the version does not have', () => {
    expect(() => computedDecision(defaultMethod, 'unheard-of')).toThrow(/no verdict/);
  });
});

describe('a reason', () => {
  it.each<[string, ListDecision, boolean]>([
    ['proposed', 'INCLUDE', false],
    ['proposed', 'EXCLUDE', true],
    ['proposed', 'SUPPORT', true],
    ['outside', 'EXCLUDE', false],
    ['outside', 'INCLUDE', true],
    ['outside', 'SUPPORT', true],
    ['', 'SUPPORT', true],
  ])('computed «%s», decided %s: needed is %s', (verdict, decision, needed) => {
    expect(differsNeedsReason(defaultMethod, verdict, decision)).toBe(needed);
  });
});

describe('the rows of a list', () => {
  it('keep a decision while its verdict stays and ask anew when the verdict has changed', () => {
    const assessments = [school(1, 'proposed'), school(2, 'risk'), school(3, 'outside')];
    const decided = [
      { ...school(1, 'proposed'), decision: 'EXCLUDE' as const, reason: 'Закрывается' },
      { ...school(2, 'proposed'), decision: 'INCLUDE' as const, reason: '' },
    ];
    expect(proposeEntries(defaultMethod, assessments, decided)).toEqual([
      { ...school(1, 'proposed'), decision: 'EXCLUDE', reason: 'Закрывается' },
      { ...school(2, 'risk'), decision: 'EXCLUDE', reason: '' },
      { ...school(3, 'outside'), decision: 'EXCLUDE', reason: '' },
    ]);
  });

  it('keep a supported school without a card, and lose a school whose card is no longer accepted', () => {
    const other = { schoolId: 's9', schoolName: 'СОШ № 9', assessmentId: null, verdict: '', reason: 'Новый директор' };
    const decided = [
      { ...other, decision: 'SUPPORT' as const },
      { ...school(2, 'proposed'), decision: 'INCLUDE' as const, reason: '' },
    ];
    expect(proposeEntries(defaultMethod, [], decided)).toEqual([{ ...other, decision: 'SUPPORT' }]);
  });

  it('keep support for a school whose card came later', () => {
    const decided = [{ ...school(1, ''), assessmentId: null, decision: 'SUPPORT' as const, reason: 'Просьба школы' }];
    expect(proposeEntries(defaultMethod, [school(1, 'outside')], decided)).toEqual([
      { ...school(1, 'outside'), decision: 'SUPPORT', reason: 'Просьба школы' },
    ]);
  });
});

describe('number and share', () => {
  const list = (number: number, status: 'DRAFT' | 'PROPOSED' | 'APPROVED', included: number) => ({
    number,
    status,
    included,
  });

  it.each([
    [5, '5 из 43 (11,6\u00a0%)'],
    [8, '8 из 43 (18,6\u00a0%)'],
  ])('%i of a roster of 43', (included, words) => {
    const share = shareOfList([list(1, 'APPROVED', included)], 43);
    expect(share && formatShareOf(share.numerator, share.denominator).replaceAll(' %', '\u00a0%')).toBe(words);
  });

  it('come from the latest approved list, whatever is being prepared after it', () => {
    const lists = [list(1, 'APPROVED', 5), list(3, 'PROPOSED', 20), list(2, 'APPROVED', 6)];
    expect(shareOfList(lists, 43)).toEqual({ numerator: 6, denominator: 43 });
  });

  it('do not exist before the first order', () => {
    expect(shareOfList([list(1, 'PROPOSED', 8)], 43)).toBeUndefined();
    expect(shareOfList([], 43)).toBeUndefined();
  });
});

describe('whose hands the list is in', () => {
  it.each([
    ['propose', 'DRAFT', 'CENTRE', true],
    ['propose', 'DRAFT', 'OFFICIAL', false],
    ['propose', 'PROPOSED', 'CENTRE', false],
    ['approve', 'PROPOSED', 'OFFICIAL', true],
    ['approve', 'PROPOSED', 'CENTRE', false],
    ['approve', 'DRAFT', 'OFFICIAL', false],
    ['giveBack', 'PROPOSED', 'OFFICIAL', true],
    ['giveBack', 'APPROVED', 'OFFICIAL', false],
  ] as const)('%s of a list in %s by %s: %s', (move, status, role, may) => {
    expect(canMoveList(move, status, role)).toBe(may);
  });

  it('decides about schools: the centre in a draft, the department once proposed, nobody after the order', () => {
    const may = (['DRAFT', 'PROPOSED', 'APPROVED'] as const).map((status) =>
      ['CENTRE', 'OFFICIAL', 'REGION'].filter((role) => canDecide(status, role)),
    );
    expect(may).toEqual([['CENTRE'], ['OFFICIAL'], []]);
  });
});
