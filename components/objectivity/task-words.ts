import { THRESHOLDS_2026 } from '@/lib/objectivity/task-levels';
import type { TaskDone } from '@/lib/objectivity/task-page';

const { basic, advanced, leastGroup } = THRESHOLDS_2026;
const written = (percent: number) => String(percent).replace('.', ',');

export const LEVEL_WORDS = { BASIC: 'базовый', ADVANCED: 'повышенный или высокий' } as const;

export const STATE_WORDS: Record<TaskDone['state'], string> = {
  SUFFICIENT: 'достаточно',
  UNCERTAIN: 'на границе',
  INSUFFICIENT: 'недостаточно',
  FEW: `меньше ${leastGroup} участников`,
  NONE: 'никто не выполнял',
  UNKNOWN: 'уровень не указан',
};

/** By which numbers tasks are judged, and whose they are. */
export const THRESHOLD_SENTENCE = `Базовое задание выполнено достаточно, если набрано не меньше ${written(basic.sufficient)}\u00a0% возможных баллов, недостаточно – если меньше ${written(basic.insufficient)}\u00a0%; повышенное и высокое – ${written(advanced.sufficient)} и ${written(advanced.insufficient)}\u00a0%. Группы меньше ${leastGroup} участников не оцениваются. Поле – проблемное, когда недостаточно выполнено больше половины его заданий (рекомендации ФИОКО, 2026).`;

/** «43,5 %». */
export const percentWords = (percent: number | null): string =>
  percent === null ? '–' : `${percent.toFixed(1).replace('.', ',')}\u00a0%`;
