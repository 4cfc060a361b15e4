import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASE_MOVES, CASE_STATUSES, findMove, MOVES, movesFrom } from '@/lib/support/cases/case-moves';
import { assertWritable } from '@/lib/support/cases/support-case';
import { causeAdvice } from '@/lib/support/causes/cause';
import { type Candidate, judgeCandidate } from '@/lib/support/curators/curator';
import { heldProblems, isLate, isOverdue, type StudyWords } from '@/lib/support/studies/study';
import { matrixOf, spreadDays } from '@/lib/support/surveys/survey';

describe('a case', () => {
  const moves = (status: (typeof CASE_STATUSES)[number], crisisSince: string | null = null) =>
    movesFrom({ status, crisisSince }).map(({ code }) => code);

  it('is paused, marked or closed while it goes on, and only goes on again while it is paused', () => {
    expect(moves('OPEN')).toEqual(['pause', 'alarm', 'exit', 'continue']);
    expect(moves('OPEN', '2026-11-01')).toEqual(['pause', 'calm', 'exit', 'continue']);
    expect(moves('PAUSED')).toEqual(['resume']);
    expect(moves('EXITED')).toEqual(['reopen']);
    expect(moves('CONTINUED')).toEqual([]);
  });

  it('keeps the reason of a crisis from the school', () => {
    expect(MOVES.filter(({ audience }) => audience !== 'ALL').map(({ code }) => code)).toEqual(['alarm', 'calm']);
  });

  it('knows every move it names', () => {
    expect(new Set(MOVES.map(({ code }) => code))).toEqual(new Set(CASE_MOVES));
    expect(findMove('alarm', { status: 'PAUSED', crisisSince: null })).toBeUndefined();
  });

  it('is written in while it is open, and says why not otherwise', () => {
    expect(() => assertWritable({ status: 'OPEN' })).not.toThrow();
    expect(() => assertWritable(undefined)).not.toThrow();
    for (const status of CASE_STATUSES.filter((one) => one !== 'OPEN'))
      expect(() => assertWritable({ status })).toThrow(/приостановлено|завершено|продолжено/);
  });
});

describe('a curator', () => {
  const person: Candidate = {
    ...{ membershipId: 'a', name: 'Куратор', schools: 0, isAssigned: false, worksHere: false, conflict: null },
  };

  it.each<[string, Partial<Candidate>, string]>([
    ['has fewer schools than the limit', { schools: 2 }, 'free'],
    ['has as many as the limit: it is asked about, not refused', { schools: 3 }, 'busy'],
    ['has more than the limit', { schools: 9 }, 'busy'],
    ['is director or deputy of the school', { worksHere: true }, 'refused'],
    ['must not be given the school', { conflict: 'Родственник директора' }, 'refused'],
    ['is all of it at once: conflict goes before load', { conflict: 'Родственник', schools: 9 }, 'refused'],
  ])('who %s', (_, change, kind) => {
    expect(judgeCandidate({ ...person, ...change }, 3).kind).toBe(kind);
  });

  it('who is refused is told why', () => {
    expect(judgeCandidate({ ...person, conflict: 'Родственник директора' }, 3)).toMatchObject({
      message: expect.stringContaining('Родственник директора'),
    });
  });
});

describe('causes', () => {
  it.each([
    [0, undefined],
    [1, /2–4/],
    [2, undefined],
    [4, undefined],
    [5, /2–4/],
  ])('%i chosen: two to four are advised, never enforced', (chosen, words) => {
    const said = causeAdvice(chosen);
    if (words) expect(said).toMatch(words);
    else expect(said).toBeUndefined();
  });
});

describe('a study', () => {
  const held: StudyWords = {
    ...{ method: 'QUESTIONNAIRE', day: '2026-11-20', heldBy: 'методист МОЦ', object: '', participants: '' },
    ...{ headcount: null, documents: [], conclusion: 'Вывод' },
  };
  const today = '2026-11-23';

  it.each<[string, Partial<StudyWords>, readonly string[]]>([
    ['has a day that has come, who held it and a conclusion', {}, []],
    ['is of a day to come', { day: '2026-11-24' }, ['day']],
    ['says neither who nor what', { heldBy: '', conclusion: '' }, ['heldBy', 'conclusion']],
    ['checks documents it does not name', { method: 'DOCUMENTS' }, ['documents']],
    ['is an interview without a theme', { method: 'INTERVIEW' }, ['object']],
    ['is a visit without an object', { method: 'VISIT' }, ['object']],
    ['is an assessment of nobody', { method: 'ASSESSMENT' }, ['headcount']],
    ['is an assessment of four, whom one could tell', { method: 'ASSESSMENT', headcount: 4 }, ['headcount']],
    ['is an assessment of five', { method: 'ASSESSMENT', headcount: 5 }, []],
  ])('is held when it is complete; one that %s', (_, change, fields) => {
    expect(Object.keys(heldProblems({ ...held, ...change }, today))).toEqual(fields);
  });

  it('is overdue from the day after its day, what was agreed likewise', () => {
    expect(isOverdue({ state: 'PLANNED', day: today }, today)).toBe(false);
    expect(isOverdue({ state: 'PLANNED', day: '2026-11-22' }, today)).toBe(true);
    expect(isOverdue({ state: 'HELD', day: '2026-11-22' }, today)).toBe(false);
    expect(isLate({ due: '2026-11-22', doneAt: null }, today)).toBe(true);
    expect(isLate({ due: '2026-11-22', doneAt: new Date(0) }, today)).toBe(false);
  });
});

describe('a survey', () => {
  const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

  it('spreads its studies evenly over the working days of its span', () => {
    expect(spreadDays({ starts: '2026-11-23', ends: '2026-11-29' }, 5)).toEqual([
      ...['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'],
    ]);
    expect(spreadDays({ starts: '2026-11-28', ends: '2026-11-29' }, 1)).toEqual(['2026-11-28']);
  });

  it('never leaves its span, never goes back, keeps weekends free and loads no day much more than another', () => {
    const start = fc.integer({ min: 20_000, max: 22_000 });
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 60 }), (from, length, count) => {
        const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
        const span = { starts: day(from), ends: day(from + length) };
        const days = spreadDays(span, count);
        expect(days).toHaveLength(count);
        expect(days).toEqual([...days].sort());
        expect(days.every((one) => one >= span.starts && one <= span.ends)).toBe(true);
        if (length >= 2) expect(days.some(isWeekend)).toBe(false);
        const loads = [...new Set(days)].map((one) => days.filter((other) => other === one).length);
        if (loads.length > 0) expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('shows school × method; what was cancelled leaves its cell empty and its school in the table', () => {
    const study = (schoolId: string, method: 'VISIT' | 'INTERVIEW', state: 'PLANNED' | 'HELD' | 'CANCELLED') => ({
      ...{ id: `${schoolId}${method}`, schoolId, schoolName: schoolId, year: 2026, surveyId: null, surveyTitle: null },
      ...{ method, state, day: '2026-11-23', heldBy: '', object: '', participants: '', headcount: null, documents: [] },
      ...{ conclusion: '', cancelReason: '', version: 1 },
    });
    const rows = matrixOf([
      study('A', 'VISIT', 'HELD'),
      study('A', 'INTERVIEW', 'PLANNED'),
      study('B', 'VISIT', 'CANCELLED'),
    ]);
    expect(rows.map(({ schoolId, cells }) => [schoolId, Object.keys(cells)])).toEqual([
      ['A', ['VISIT', 'INTERVIEW']],
      ['B', []],
    ]);
  });
});
