import type { FactChange } from '@/lib/diagnostics/computed/counterfactual';
import { count, formatNumber } from '@/lib/kernel/russian';
import { belowOf, type Fact } from '@/lib/methodology/measures/facts';
import { FIGURES, isFigureCode } from '@/lib/results/figure';
import { EXAM_WORDS, SUBJECT_WORDS } from '@/lib/results/words';

const PUPILS = ['участник', 'участника', 'участников'] as const;
const POINTS = ['балл', 'балла', 'баллов'] as const;

/** «Ответ был бы «нет», если бы «2» … получили не 8, а 2 из 23 участников». Empty where there is nothing to say. */
export const turningOffWords = (changes: readonly FactChange[]): string =>
  changes.length === 0 ? '' : `Ответ был бы «нет», если бы ${changes.map(changeWords).join(', и ')}.`;

export const oneStepWords = (change: FactChange | undefined): string =>
  change ? `До «да» один шаг: если бы ${changeWords(change)}.` : '';

function changeWords({ fact, move, steps }: FactChange): string {
  const where = titleOf(fact);
  const of = fact.participants === null ? '' : ` из ${formatNumber(fact.participants)}`;
  const notBut = (now: number, then: number) => `не ${formatNumber(now)}, а ${formatNumber(then)}${of}`;
  const below = belowOf(fact) ?? 0;
  const quality = (fact.four ?? 0) + (fact.five ?? 0);
  const value = fact.value ?? 0;
  switch (move) {
    case 'FEWER_BELOW':
      return `«2» или ниже минимума (${where}) получили ${notBut(below, below - steps)}`;
    case 'MORE_BELOW':
      return `«2» или ниже минимума (${where}) получили ${notBut(below, below + steps)}`;
    case 'MORE_QUALITY':
      return `«4» и «5» (${where}) получили ${notBut(quality, quality + steps)}`;
    case 'LESS_QUALITY':
      return `«4» и «5» (${where}) получили ${notBut(quality, quality - steps)}`;
    case 'MORE_SCORE':
      return `все вместе (${where}) набрали на ${count(steps, POINTS)} больше: ${count(fact.participants ?? 0, PUPILS)}`;
    case 'LESS_SCORE':
      return `все вместе (${where}) набрали на ${count(steps, POINTS)} меньше: ${count(fact.participants ?? 0, PUPILS)}`;
    case 'LESS':
      return `показатель ${where} был ${notBut(value, value - steps)}`;
    case 'MORE':
      return `показатель ${where} был ${notBut(value, value + steps)}`;
  }
}

function titleOf({ exam, subject, grade }: Fact): string {
  if (exam === 'FORM') return `«${isFigureCode(subject) ? FIGURES[subject].title : subject}»`;
  return `${wordOf(EXAM_WORDS, exam)}, ${wordOf(SUBJECT_WORDS, subject)}, ${grade}\u00a0класс`;
}

const wordOf = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;
