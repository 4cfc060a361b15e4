import type { Subject } from '@/lib/results/result';

/**
 * Least test scores of ЕГЭ by the first school year they hold for: in Russian the one for the certificate (24), elsewhere
 * the one of the order of Рособрнадзор № 876 of 26.06.2019, unchanged to 2024. Basic mathematics is marked «2»–«5».
 */
export const EGE_MINIMA: readonly {
  readonly from: number;
  readonly minima: Readonly<Partial<Record<Subject, number>>>;
}[] = [
  {
    from: 2014,
    minima: {
      russian: 24,
      math: 27,
      physics: 36,
      chemistry: 36,
      informatics: 40,
      biology: 36,
      history: 32,
      geography: 37,
      social: 42,
      literature: 32,
      english: 22,
      german: 22,
      french: 22,
      spanish: 22,
      chinese: 22,
    },
  },
];

/** The least test score that passes; null where the subject is not marked by test scores or is not known. */
export const egeMinimum = (year: number, subject: Subject): number | null =>
  EGE_MINIMA.filter(({ from }) => from <= year).at(-1)?.minima[subject] ?? null;
