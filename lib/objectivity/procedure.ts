import type { Exam, Result, Subject } from '@/lib/results/result';

/** One subject of one exam in one grade; with the year it names a procedure. */
export interface Procedure {
  readonly exam: Exam;
  readonly subject: Subject;
  readonly grade: number;
}

/** «VPR/russian/4»: the same for every year, so that years can be laid side by side. */
export const procedureKey = ({ exam, subject, grade }: Procedure): string => `${exam}/${subject}/${grade}`;

export const isOf = (result: Result, year: number, { exam, subject, grade }: Procedure): boolean =>
  result.year === year && result.grade === grade && result.subject === subject && result.exam === exam;
