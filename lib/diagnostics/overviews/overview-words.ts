import type { Change, PointFilter, Standing } from '@/lib/diagnostics/overviews/overview-filter';

export const STANDING_WORDS: Record<Standing, string> = {
  ACCEPTED: 'по принятым картам',
  SUBMITTED: 'по всем отправленным картам',
};

export const POINT_WORDS: Record<PointFilter, string> = {
  yes: 'есть балл',
  no: 'балла нет',
  inapplicable: 'неприменимо',
  missing: 'нет данных',
};

/** A sum of negative criteria that fell is the better one. */
export const CHANGE_WORDS: Record<Change, string> = {
  better: 'сумма стала меньше',
  same: 'сумма не изменилась',
  worse: 'сумма стала больше',
};

export const SCHOOLS_LIST_FORMS = ['школа', 'школы', 'школ'] as const;

export const WITHOUT_OBJECTIVITY_WORDS = 'без зоны риска по объективности';
