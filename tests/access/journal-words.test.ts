import { describe, expect, it } from 'vitest';
import { detailWords, roleWords } from '@/lib/access/journal-words';
import { actionWords } from '@/lib/audit/words';
import { sources } from '../architecture/source-tree';

const ZONE = 'Europe/Moscow';

describe('a line of the journal in words', () => {
  it.each([
    [{ from: 'CURATOR', to: 'CENTRE' }, 'было: Куратор; стало: Сотрудник МОЦ'],
    [{ schoolId: '01a20670-8774-708e-aaa3-6393023daafe', reason: 'ошибка' }, 'причина: ошибка'],
    [{ changed: ['name', 'timeZone'] }, 'изменено: 2'],
    [{ to: '2026-11-23T20:59:00.000Z' }, 'стало: 23.11.2026, 23:59'],
    [{ card: '01a20670-8774-708e-aaa3-6393023daafe', sort: 'name', kind: 'LYCEUM' }, ''],
    [null, ''],
    ['text', ''],
  ])('says %j as «%s»', (details, words) => {
    expect(detailWords(details, ZONE)).toBe(words);
  });

  it('names the role of a person, and a command of the operator as such', () => {
    expect([roleWords('ADMIN'), roleWords('portal_owner')]).toEqual(['Администратор', 'Служебная команда']);
  });

  it('has words for everything that anybody can do', () => {
    const named = sources('lib').flatMap(({ text }) =>
      [...text.matchAll(/(?:name|action): '([a-z_-]+\.[a-z-]+)'/g)].map(([, action = '']) => action),
    );
    expect(named.length).toBeGreaterThan(80);
    expect([...new Set(named)].filter((action) => actionWords(action) === action)).toEqual([]);
  });
});
