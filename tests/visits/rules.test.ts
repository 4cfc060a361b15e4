import { describe, expect, it } from 'vitest';
import { CONSULTATION_STATES, canMove, daysOfAnswer, meanDays } from '@/lib/visits/consultation';
import { isActionLate, linesOf, rubricCounts } from '@/lib/visits/visit';

describe('an agreed action', () => {
  it.each([
    ['2026-11-22', null, true],
    ['2026-11-23', null, false],
    ['2026-11-20', '2026-11-23', false],
  ])('due %s and done %s is late on 23 November: %s', (due, doneOn, late) => {
    expect(isActionLate({ due, doneOn }, '2026-11-23')).toBe(late);
  });
});

describe('a rubric', () => {
  it('is read a line a line, without empty and repeated ones', () => {
    expect(linesOf(' Цель урока названа \r\n\nЕсть рефлексия\nЕсть рефлексия')).toEqual([
      'Цель урока названа',
      'Есть рефлексия',
    ]);
  });

  it('counts what was not seen apart', () => {
    const line = (mark: 'YES' | 'NOT_SEEN') => ({ line: 'л', mark, note: '' });
    expect(rubricCounts([line('YES'), line('NOT_SEEN'), line('YES')])).toEqual({
      ...{ YES: 2, PARTLY: 0, NO: 0, NOT_SEEN: 1 },
    });
  });
});

describe('a request for a consultation', () => {
  it('waits in whole days of the calendar, over a change of month too', () => {
    expect(daysOfAnswer({ state: 'ANSWERED', askedOn: '2026-10-30', answeredOn: '2026-11-02' }, '2026-11-23')).toBe(3);
    expect(daysOfAnswer({ state: 'ANSWERED', askedOn: '2026-11-02', answeredOn: '2026-11-02' }, '2026-11-23')).toBe(0);
    expect(daysOfAnswer({ state: 'TAKEN', askedOn: '2026-11-20', answeredOn: null }, '2026-11-23')).toBe(3);
    expect(daysOfAnswer({ state: 'WITHDRAWN', askedOn: '2026-11-20', answeredOn: null }, '2026-11-23')).toBeNull();
  });

  it('is answered by the centre and taken back by the school, while it waits', () => {
    expect(CONSULTATION_STATES.filter((state) => canMove('answer', state, 'CENTRE'))).toEqual(['ASKED', 'TAKEN']);
    expect(CONSULTATION_STATES.filter((state) => canMove('withdraw', state, 'SCHOOL'))).toEqual(['ASKED', 'TAKEN']);
    expect(canMove('answer', 'ASKED', 'SCHOOL')).toBe(false);
  });

  it('has a mean of answered ones alone, with one decimal', () => {
    expect([
      meanDays({ answered: 0, days: 0 }),
      meanDays({ answered: 2, days: 3 }),
      meanDays({ answered: 3, days: 10 }),
    ]).toEqual([...['', '1,5', '3,3']]);
  });
});
