import { describe, expect, it } from 'vitest';
import { parseAnswersForm } from '@/lib/diagnostics/cards/answers-form';
import { readCursor, writeCursor } from '@/lib/diagnostics/cards/card-cursor';
import { correctionTerm, termFrom } from '@/lib/diagnostics/cards/card-term';
import { roundShown } from '@/lib/diagnostics/cards/card-view';
import { decideSave, type StoredAnswer } from '@/lib/diagnostics/cards/decide-save';
import { unsavedPage } from '@/lib/diagnostics/cards/unsaved-page';
import type { AnswerValue } from '@/lib/diagnostics/scoring/answer-value';
import type { NumberQuestion } from '@/lib/methodology/items';

const stored = (item: string, change: Partial<StoredAnswer> = {}): StoredAnswer => ({
  item,
  value: 'NO',
  source: 'ENTERED',
  number: '',
  comment: '',
  version: 3,
  authorId: 'a',
  at: '2026-11-23T10:00:00Z',
  ...change,
});
const share: NumberQuestion = {
  decimals: 1,
  least: 0,
  most: 100,
  threshold: { op: '>', value: 30, unit: 'PERCENT', base: 'NONE', minParticipants: 0 },
};
const world = {
  asked: new Set(['А1', 'А2', 'Ч1']),
  known: new Set(['А1', 'А2', 'Б1', 'Ч1']),
  numbers: new Map([['Ч1', share]]),
};
const decide = (old: StoredAnswer | undefined, version: number, value: 'YES' | 'NO' = 'YES', comment = '') =>
  decideSave(world, new Map(old ? [[old.item, old]] : []), [{ item: 'А1', value, number: '', comment, version }]);

describe('deciding about a save', () => {
  it.each([
    ['nothing is stored', undefined, 0, 'writes'],
    ['the version seen is the stored one', stored('А1'), 3, 'writes'],
    ['an older version was seen', stored('А1'), 2, 'conflicts'],
    ['the same is stored already, whatever was seen', stored('А1', { value: 'YES' }), 1, 'same'],
  ] as const)('when %s', (_, old, version, outcome) => {
    expect(decide(old, version)[outcome]).toHaveLength(1);
  });

  it('grows the version by one and marks what a person changed against the portal', () => {
    expect(decide(stored('А1', { source: 'COMPUTED' }), 3).writes).toMatchObject([
      { version: 4, source: 'OVERRIDDEN' },
    ]);
    expect(decide(undefined, 0).writes).toMatchObject([{ version: 1, source: 'ENTERED' }]);
  });

  describe('where a number is asked', () => {
    const give = (number: string, value: AnswerValue | null = null, old?: StoredAnswer) =>
      decideSave(world, new Map(old ? [['Ч1', old]] : []), [
        { item: 'Ч1', value, number, comment: '', version: old?.version ?? 0 },
      ]);

    it('the threshold decides, whatever the sender says', () => {
      expect(give('34,5 %', 'NO').writes).toMatchObject([{ value: 'YES', number: '34.5' }]);
      expect(give('30').writes).toMatchObject([{ value: 'NO', number: '30' }]);
    });

    it('another number on the same side is a change, the same number is none', () => {
      const old = stored('Ч1', { value: 'YES', number: '34.5' });
      expect(give('40', null, old).writes).toMatchObject([{ value: 'YES', number: '40', version: 4 }]);
      expect(give('34,50', null, old).same).toHaveLength(1);
    });

    it('«нет данных» takes the number away', () => {
      const old = stored('Ч1', { value: 'YES', number: '34.5' });
      expect(give('', 'NO_DATA', old).writes).toMatchObject([{ value: 'NO_DATA', number: '' }]);
    });

    it.each([
      ['', 'YES', 'Впишите число.'],
      ['', null, 'Впишите число.'],
      ['много', null, 'Впишите число цифрами, например 34,5.'],
      ['101', null, 'Число не может быть больше 100.'],
      ['34', 'NO_DATA', 'Впишите число или отметьте «нет данных» – что-то одно: уберите лишнее.'],
    ] as const)('%j with %s is refused', (number, value, message) => {
      expect(give(number, value)).toMatchObject({ writes: [], refused: [{ item: 'Ч1', message }] });
    });

    it('and nowhere else is there one', () => {
      const decision = decideSave(world, new Map(), [
        { item: 'А1', value: 'YES', number: '3', comment: '', version: 0 },
      ]);
      expect(decision.refused).toHaveLength(1);
    });
  });

  it('refuses an answer that came twice in one request', () => {
    const twice = [1, 2].map((n) => ({
      item: 'А2',
      value: 'YES' as const,
      number: '',
      comment: String(n),
      version: 0,
    }));
    const { writes, refused } = decideSave(world, new Map(), twice);
    expect([writes.length, refused.length]).toEqual([1, 1]);
  });
});

describe('a plain form', () => {
  it('is read field by field; what it could not have held counts as nothing', () => {
    const text = new URLSearchParams({
      'value.А1': 'YES',
      'comment.А1': 'да',
      'version.А1': '-5',
      'value.А2': 'MAYBE',
      'comment.А2': 'ответа нет',
      'comment.Б1': '  ',
      _section: 'А',
      other: 'x',
    }).toString();
    expect(parseAnswersForm(text)).toMatchObject({
      section: 'А',
      answers: [{ item: 'А1', value: 'YES', number: '', comment: 'да', version: 0 }],
      unanswered: [{ item: 'А2', comment: 'ответа нет' }],
    });
  });

  it('gets everything back that could not be saved, as text and never as markup', () => {
    const nasty = '"><script>alert(1)</script>\n  отступ';
    const body = new URLSearchParams({ 'comment.А1': nasty, 'value.А1': 'NO', _key: 'k"' }).toString();
    const page = unsavedPage({ message: '<b>', status: 401, action: '/api/cards/1/answers', body });
    expect(page).not.toMatch(/<script|<b>А?<\/b>[^:]|name="_key" value="k""/);
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\n  отступ');
    expect(page).toContain('Войти в новой вкладке');
    expect(page).toContain('name="value.А1" value="NO"');
  });
});

describe('a poll’s cursor', () => {
  it('is given back as it was; a forged one asks for everything', () => {
    const cursor = { revision: 2, status: 'RETURNED', stamp: '1.0-2.5', at: 1_700_000_000_000 };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
    for (const wrong of [null, '', 'x', '1_2_3', '1_A_b_NaN', '1_A_b_-5', '1_A_b_9e30', '1_A_b_2_3']) {
      expect(readCursor(wrong), String(wrong)).toBeUndefined();
    }
  });
});

describe('a term', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  it('is the whole day by the municipality’s clocks, or the minute given', () => {
    expect(termFrom('2026-11-26', 'Europe/Moscow', now).toISOString()).toBe('2026-11-26T20:59:00.000Z');
    expect(termFrom('2026-11-26T18:00', 'Asia/Yekaterinburg', now).toISOString()).toBe('2026-11-26T13:00:00.000Z');
    for (const wrong of ['2026-11-23', '2026-02-30', '2999-01-01', 'завтра']) {
      const fine = wrong === '2026-11-23';
      if (fine) expect(termFrom(wrong, 'Europe/Moscow', now).toISOString()).toBe('2026-11-23T20:59:00.000Z');
      else expect(() => termFrom(wrong, 'Europe/Moscow', now), wrong).toThrow();
    }
  });

  it('for corrections stays while it lasts and becomes three days when it is over', () => {
    const closesAt = new Date('2026-11-20T10:00:00Z');
    const later = new Date('2026-12-01T10:00:00Z');
    expect(correctionTerm({ now, closesAt, dueAt: later }, '', 'Europe/Moscow')).toBeUndefined();
    expect(correctionTerm({ now, closesAt, dueAt: null }, '', 'Europe/Moscow')?.toISOString()).toBe(
      '2026-11-26T20:59:00.000Z',
    );
  });
});

describe('the round that is shown', () => {
  it.each([
    ['DRAFT', 1, 0, { SCHOOL_HEAD: 1, SCHOOL_DEPUTY: 1, CENTRE: null, OFFICIAL: null, CURATOR: null, ADMIN: null }],
    ['SUBMITTED', 1, 1, { SCHOOL_HEAD: 1, CENTRE: 1, OFFICIAL: null, CURATOR: null, REGION: null }],
    ['RETURNED', 2, 1, { SCHOOL_HEAD: 2, CENTRE: 1, OFFICIAL: null, CURATOR: null }],
    ['ACCEPTED', 2, 2, { SCHOOL_HEAD: 2, CENTRE: 2, OFFICIAL: 2, CURATOR: 2, REGION: null, ADMIN: null }],
    ['CLOSED', 2, 2, { SCHOOL_HEAD: 2, CENTRE: 2, OFFICIAL: 2, CURATOR: 2, REGION: null, ADMIN: null }],
  ] as const)('of a card in %s is the last one each role may see', (status, revision, submittedRevision, rounds) => {
    for (const role of ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'CURATOR', 'REGION', 'ADMIN'] as const) {
      const expected: number | null | undefined = Object.entries(rounds).find(([name]) => name === role)?.[1];
      if (expected !== undefined)
        expect(roundShown({ status, revision, submittedRevision }, role), role).toBe(expected);
    }
  });
});
