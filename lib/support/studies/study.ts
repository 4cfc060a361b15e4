import type { Day } from '@/lib/kernel/day';
import type { FieldErrors } from '@/lib/kernel/refusal';

/** Methods of finding causes, C1.25–C1.30; the words are in words.ts. */
export const STUDY_METHODS = ['DOCUMENTS', 'INTERVIEW', 'WORKBOOK', 'VISIT', 'ASSESSMENT', 'QUESTIONNAIRE'] as const;
export type StudyMethod = (typeof STUDY_METHODS)[number];

export const STUDY_STATES = ['PLANNED', 'HELD', 'CANCELLED'] as const;
export type StudyState = (typeof STUDY_STATES)[number];

/** One look for causes at a school. People stand in positions, not in names. */
export type Study = {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly year: number;
  readonly surveyId: string | null;
  readonly surveyTitle: string | null;
  readonly method: StudyMethod;
  readonly state: StudyState;
  /** Of the plan until it is held, then of what was held. */
  readonly day: Day;
  readonly heldBy: string;
  /** Theme of an interview, object of a visit. */
  readonly object: string;
  readonly participants: string;
  /** How many people stand behind an aggregate. */
  readonly headcount: number | null;
  readonly documents: readonly string[];
  readonly conclusion: string;
  readonly cancelReason: string;
  readonly version: number;
};

export type StudyWords = Pick<
  Study,
  'method' | 'day' | 'heldBy' | 'object' | 'participants' | 'headcount' | 'documents' | 'conclusion'
>;

/** Fewer people than this could be told from an aggregate. */
export const HEADCOUNT_MIN = 5;

/** Kinds of documents that a check of documents usually studies (C1.26); offered, not imposed. */
export const USUAL_DOCUMENTS = [
  'Рабочие программы и календарно-тематическое планирование',
  'Классные журналы',
  'Планы и протоколы методических объединений',
  'План внутришкольного контроля и справки',
  'Положение о внутренней системе оценки качества образования',
] as const;

/**
 * What still lacks before a study may be called held: a day that has come, who, a conclusion; of documents which ones, of an
 * interview its theme, of a visit its object, of an assessment how many people stand behind the aggregate (C1.26–C1.30).
 */
export function heldProblems(words: StudyWords, today: Day): FieldErrors {
  const { method, day, heldBy, object, headcount, documents, conclusion } = words;
  return {
    ...(day > today && { day: 'Этот день ещё не наступил: оставьте исследование в плане или поправьте дату' }),
    ...(heldBy === '' && { heldBy: 'Напишите, кто провёл: должность и организация' }),
    ...(conclusion === '' && { conclusion: 'Напишите вывод' }),
    ...(method === 'DOCUMENTS' && documents.length === 0 && { documents: 'Перечислите изученные документы' }),
    ...(method === 'INTERVIEW' && object === '' && { object: 'Напишите тему собеседования' }),
    ...(method === 'VISIT' && object === '' && { object: 'Напишите, что проверяли' }),
    ...(method === 'ASSESSMENT' &&
      (headcount === null || headcount < HEADCOUNT_MIN) && {
        headcount: `Нужно не меньше ${HEADCOUNT_MIN}: по сводке о меньшем числе людей узнают каждого`,
      }),
  };
}

/** What was agreed, and till when. */
export type Agreement = {
  readonly id: string;
  readonly text: string;
  readonly due: Day;
  readonly doneAt: Date | null;
};

export const isLate = ({ due, doneAt }: Pick<Agreement, 'due' | 'doneAt'>, today: Day): boolean =>
  doneAt === null && due < today;

/** A plan whose day is over. */
export const isOverdue = ({ state, day }: Pick<Study, 'state' | 'day'>, today: Day): boolean =>
  state === 'PLANNED' && day < today;
