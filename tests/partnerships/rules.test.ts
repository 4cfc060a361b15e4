import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLineLate } from '@/lib/partnerships/partnership';
import { findMove, MOVES, PARTNERSHIP_STATES } from '@/lib/partnerships/partnership-moves';
import { proposePartners } from '@/lib/partnerships/propose-partners';
import { type KnownSchool, type PartCode, suitability, WEIGHTS } from '@/lib/partnerships/suitability';
import { leftOutWords, whyNot, whyThis } from '@/lib/partnerships/why';

const ALL = ['А1', 'А2', 'А3', 'Б1'];

function school(name: string, change: Partial<KnownSchool> = {}): KnownSchool {
  const points = change.points ?? [];
  return {
    ...{ id: name, name, kind: 'SECONDARY', place: 'CITY', pupils: 500, contexts: [], cardYear: 2025 },
    ...{ grades: [1, 5, 9, 10, 11], needsHelp: false, capacity: 2, taken: 0, stance: 'UNASKED' as const },
    ...{ points, strong: ALL.filter((code) => !points.includes(code)) },
    ...change,
  };
}
const weak = (name: string, points: readonly string[] = ['А1', 'А2'], change: Partial<KnownSchool> = {}) =>
  school(name, { points, needsHelp: true, ...change });

const scoreOf = (of: ReturnType<typeof suitability>, code: PartCode) =>
  of.excluded === null ? of.parts.find((part) => part.code === code)?.score : of.excluded;

describe('the suitability of a partner', () => {
  it('weighs strength where the school is weak the most', () => {
    expect(WEIGHTS.strength).toBeGreaterThan(WEIGHTS.conditions);
    expect(Object.values(WEIGHTS).reduce((sum, one) => sum + one)).toBe(1000);
  });

  it.each([
    ['has none of the points', [], 500],
    ['has points elsewhere', ['Б1'], 500],
    ['has one of the two', ['А2'], 250],
    ['has both', ['А1', 'А2'], 'weak-too'],
  ])('is full in strength where the partner %s', (_, points, score) => {
    expect(scoreOf(suitability(weak('В'), school('П', { points })), 'strength')).toBe(score);
  });

  it('takes what the partner has not answered for unknown, not for strength', () => {
    expect(suitability(weak('В'), school('П', { strong: ['Б1'] }))).toEqual({ excluded: 'weak-too' });
  });

  it.each<[string, Partial<KnownSchool>, string]>([
    ['is on the list itself', { needsHelp: true }, 'needs-help'],
    ['has no accepted card', { cardYear: null, strong: [] }, 'no-card'],
    ['has said that it cannot', { stance: 'DECLINED' }, 'declined'],
    ['helps as many as it can', { taken: 2 }, 'full'],
    ['has no senior grades', { grades: [1, 5, 9] }, 'grades'],
  ])('is none where the partner %s', (_, change, reason) => {
    expect(suitability(weak('В'), school('П', change))).toEqual({ excluded: reason });
  });

  it('is none of a school with itself, and grows with an agreement that is there', () => {
    expect(suitability(weak('В'), weak('В'))).toEqual({ excluded: 'self' });
    expect(scoreOf(suitability(weak('В'), school('П', { stance: 'AGREED' })), 'stance')).toBe(100);
    expect(scoreOf(suitability(weak('В'), school('П')), 'stance')).toBe(50);
  });

  it('is higher in similar conditions and lower where the way is hard', () => {
    const alike = suitability(weak('В'), school('П'));
    const unlike = suitability(weak('В'), school('П', { kind: 'LYCEUM', place: 'TOWN', pupils: 1000 }));
    expect([scoreOf(alike, 'conditions'), scoreOf(unlike, 'conditions')]).toEqual([250, 94]);
    expect([scoreOf(alike, 'reach'), scoreOf(unlike, 'reach')]).toEqual([150, 75]);
    expect(scoreOf(suitability(weak('В'), school('П', { contexts: ['REMOTE'] })), 'reach')).toBe(75);
  });
});

describe('the proposal for a municipality', () => {
  const known: fc.Arbitrary<readonly KnownSchool[]> = fc
    .array(fc.record({ points: fc.subarray(ALL), capacity: fc.integer({ min: 0, max: 2 }) }), { maxLength: 9 })
    .map((drafts) =>
      drafts.map(({ points, capacity }, index) =>
        school(`Школа ${index}`, { points, capacity, needsHelp: points.length > 2 }),
      ),
    );

  it('is the same whatever the order of the schools', () => {
    fc.assert(
      fc.property(known, (schools) => {
        const namesOf = (order: readonly KnownSchool[]) =>
          proposePartners(
            order.filter(({ needsHelp }) => needsHelp),
            order,
          ).map(({ weak: one, partner }) => [one.name, partner?.school.name ?? null]);
        expect(namesOf(schools.toReversed())).toEqual(namesOf(schools));
      }),
    );
  });

  it('gives each school one partner at most and no partner more than its free places', () => {
    const asking = [weak('А'), weak('Б'), weak('В')];
    const found = proposePartners(asking, [...asking, school('Партнёр', { taken: 1 })]);
    expect(found.map(({ partner }) => partner?.school.name)).toEqual(['Партнёр', undefined, undefined]);
    expect(leftOutWords(found[1] ?? { excluded: new Map() })).toBe('2 – сами нуждаются в помощи');
  });

  it('says why this one, and of a better one to whom its place has gone', () => {
    const asking = [weak('А', ['А1', 'А2']), weak('Б', ['А1', 'А2'])];
    const best = school('Лучшая', { capacity: 1 });
    const other = school('Другая', { kind: 'LYCEUM', points: ['А2'] });
    const [a, b] = proposePartners(asking, [...asking, best, other]);
    if (!a?.partner || !b?.partner) throw new Error('both have a partner');
    expect([a.partner.school.name, b.partner.school.name]).toEqual(['Лучшая', 'Другая']);
    expect(whyThis(a.weak, a.partner)).toEqual([
      'нет баллов по 2 критериям из 2, где они есть у школы: А1, А2, карта 2025/26 (500 из 500)',
      'похожи: вид школы, тип местности, размер, социальные условия (250 из 250)',
      'обе школы в городе (150 из 150)',
      'согласия ещё не спрашивали (50 из 100)',
    ]);
    const [first] = b.next;
    expect(first && whyNot(first, b.partner)).toBe('Лучшая – 950: её место по городу полезнее другим – А');
    const [second] = a.next;
    expect(second && whyNot(second, a.partner)).toBe('Другая – 638: подходит меньше на 312');
  });
});

describe('the life of a partnership', () => {
  it('starts with an agreement and ends with words; a refusal has its reason', () => {
    expect(findMove('start', 'AGREED', 'CENTRE')?.needsAgreement).toBe(true);
    expect(findMove('end', 'RUNNING', 'CENTRE')?.needsWords).toBe(true);
    expect(findMove('decline', 'ASKED', 'PARTNER')?.needsWords).toBe(true);
  });

  it('lets the partner answer and nothing else', () => {
    const own = MOVES.filter(({ sides }) => sides.includes('PARTNER')).map(({ code }) => code);
    expect(own).toEqual(['agree', 'decline']);
    expect(PARTNERSHIP_STATES.filter((state) => findMove('agree', state, 'PARTNER'))).toEqual(['ASKED']);
  });

  it.each([
    [null, null, false],
    ['2026-11-22', null, true],
    ['2026-11-23', null, false],
    ['2026-11-22', '2026-11-23', false],
  ])('a line due %s and done %s is late: %s', (due, doneOn, late) => {
    expect(isLineLate({ due, doneOn }, '2026-11-23')).toBe(late);
  });
});
