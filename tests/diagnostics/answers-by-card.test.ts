import { describe, expect, it } from 'vitest';
import { answersByCard, type ComputedUnit } from '@/lib/diagnostics/computed/computed-answers';
import { emptyFact, type Fact } from '@/lib/methodology/measures/facts';
import { computedCard } from '@/prisma/seed/reference/computed-card';

const YEAR = 2024;
const HELD = computedCard.procedures.map(({ code }) => code);
const unit = (school: string, kind = 'SECONDARY'): ComputedUnit => ({
  ...{ school, cardId: `карта ${school}`, title: school, municipality: 'Город', kind, place: '', held: HELD },
  grades: kind === 'BASIC' ? [1, 2, 3, 4, 5, 6, 7, 8, 9] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
});
const oge = (school: string, participants: number, two: number): Fact => ({
  ...emptyFact({ school, year: YEAR, exam: 'OGE', subject: 'math', grade: 9 }),
  ...{ participants, two },
});
const vpr = (school: string, participants: number, mean: number, sd: number): Fact => ({
  ...emptyFact({ school, year: YEAR, exam: 'VPR', subject: 'math', grade: 4 }),
  ...{ participants, mean, sd, maxScore: 20 },
});
const units = [unit('А'), unit('Б', 'BASIC')];
const facts = [oge('А', 20, 8), oge('Б', 30, 3), vpr('А', 18, 17.5, 1), vpr('Б', 20, 10, 2)];
const filesOf = (_: string, key: string) => (key.startsWith('OGE') ? ['02_2025.xls'] : []);
const answersOf = answersByCard({ method: computedCard, units, facts, year: YEAR, decisions: [], filesOf });
const rowOf = (school: number, item: string) => {
  const one = units[school] ?? expect.fail('no such school');
  return answersOf(one).find((row) => row.item === item);
};

describe('the computed answers of a card', () => {
  it('hold the formula with the numbers of the school and its file; the smallest change stands apart', () => {
    expect(rowOf(0, 'А2')).toEqual({
      ...{ cardId: 'карта А', schoolId: 'А', item: 'А2', value: 'YES', ground: 'FORMULA', files: ['02_2025.xls'] },
      because: expect.stringMatching(/^Потому что .*40\u00a0% \(8 из 20\).*10\u00a0% \(3 из 30\)\.$/),
      turning: expect.stringMatching(/^Ответ был бы «нет», если бы .* не 8, а 2 из 20\.$/),
      steps: 6,
    });
  });

  it('name the file that would close a gap, also where a measure stands between: both years of a parallel', () => {
    const missing = rowOf(0, 'Г11');
    expect(missing).toMatchObject({ value: 'NO_DATA', ground: 'FORMULA', files: [] });
    expect(missing?.because).toContain('ВПР, русский язык, 4\u00a0класс за 2023/24');
    expect(missing?.because).toContain('ВПР, русский язык, 5\u00a0класс за 2024/25');
  });

  it('read as sentences, whatever the formula: no number twice, no dash before a comma or the end', () => {
    const marker = rowOf(0, 'Г02')?.because ?? '';
    expect(marker).toMatch(
      /^Возможный маркер, центр ещё не посмотрел\. Формула находит признак: нижняя граница среднего/,
    );
    // Of a choice only the branch taken is read out, and a share is compared with per cent.
    for (const { because } of units.flatMap(answersOf))
      expect(because).not.toMatch(/если известно|иначе:|%[^–]*– не меньше 0,/);
    for (const { because } of units.flatMap(answersOf)) expect(because).not.toMatch(/– –|–,|–\./);
  });

  it('leave out what the school cannot have: ЕГЭ of a school of nine grades', () => {
    expect(rowOf(0, 'Б1')?.value).toBe('NO_DATA');
    expect(rowOf(1, 'Б1')).toBeUndefined();
  });
});
