import type { RegisterSort } from '@/lib/schools/register';

export const SCHOOL_FORMS = ['школа', 'школы', 'школ'] as const;
export const PUPIL_FORMS = ['обучающийся', 'обучающихся', 'обучающихся'] as const;

export const SORT_WORDS: Record<RegisterSort, string> = {
  name: 'по алфавиту',
  '-name': 'по алфавиту, с конца',
  code: 'по коду',
  '-code': 'по коду, с конца',
  pupils: 'по числу обучающихся, от меньшего',
  '-pupils': 'по числу обучающихся, от большего',
};
