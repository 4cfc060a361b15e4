import type { Trial, TrialEffect } from '@/lib/diagnostics/trials/trial';
import { count } from '@/lib/kernel/russian';

/** No card gives more points than this; a larger number in an address is a slip of the finger. */
export const SUM_MAX = 100;

export const EFFECT_WORDS: Record<TrialEffect, string> = {
  ENTERS: 'войдёт в предложенные',
  LEAVES: 'выйдет из предложенных',
  VERDICT: 'другой вывод',
  SUM: 'другая сумма или возможная сумма, вывод тот же',
  SAME: 'без изменений',
};

const SCHOOLS = ['школа', 'школы', 'школ'] as const;
const OF_SCHOOLS = ['школы', 'школ', 'школ'] as const;

/** «Войдут 2 школы, выйдет 1 школа, сумма изменится у 9 школ из 43.» */
export function trialSentence({ effects, schools, sumChanged }: Trial): string {
  if (schools === 0) return 'В этой кампании ещё нет отправленных карт, пробовать не на чем.';
  const { ENTERS, LEAVES } = effects;
  const parts = [
    ENTERS > 0 && `${ENTERS % 10 === 1 && ENTERS % 100 !== 11 ? 'войдёт' : 'войдут'} ${count(ENTERS, SCHOOLS)}`,
    LEAVES > 0 && `${LEAVES % 10 === 1 && LEAVES % 100 !== 11 ? 'выйдет' : 'выйдут'} ${count(LEAVES, SCHOOLS)}`,
    sumChanged > 0 && `сумма изменится у ${count(sumChanged, OF_SCHOOLS)}`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return `Состав предложенных и суммы те же, всего ${count(schools, SCHOOLS)}.`;
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} из ${schools}.`;
}
