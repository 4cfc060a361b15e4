import type { Computation } from '@/lib/diagnostics/computed/computation';
import { formatMoment } from '@/lib/kernel/moment';
import { count, formatNumber } from '@/lib/kernel/russian';

const CARDS = ['карта', 'карты', 'карт'] as const;

/** «Ответы пересчитаны 23.11.2026, 14:32 после загрузки файла «…»: 43 карты, новых и изменившихся ответов – 12.» */
export function computationWords(computation: Computation, timeZone: string): string {
  const { state, open, due, at, after, cards, changed } = computation;
  switch (state) {
    case 'BEHIND':
      return `Ответы пересчитываются: осталось карт – ${formatNumber(due)} из ${formatNumber(open)}.`;
    case 'FAILED':
      return `Пересчитать ответы не удалось: отстают карт – ${formatNumber(due)} из ${formatNumber(open)}.`;
    case 'FRESH': {
      if (!at) return open === 0 ? 'Все карты отправлены: пересчитывать нечего.' : 'Ответы посчитаны.';
      const when = `${formatMoment(at, timeZone)}${after ? ` после ${after}` : ''}`;
      const what = changed === 0 ? 'ответы те же' : `новых и изменившихся ответов – ${formatNumber(changed)}`;
      return `Ответы пересчитаны ${when}: ${count(cards, CARDS)}, ${what}.`;
    }
  }
}

/** «23.11.2026, 14:32 после загрузки файла «…» портал пересчитал ответы.» */
export const cardChangedWords = (changedAt: Date, after: string, timeZone: string): string =>
  `${formatMoment(changedAt, timeZone)}${after ? ` после ${after}` : ''} портал пересчитал ответы.`;
