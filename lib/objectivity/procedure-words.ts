import type { Procedure } from '@/lib/objectivity/procedure';
import type { Exam, Subject } from '@/lib/results/result';

const EXAM: Readonly<Record<Exam, string>> = { VPR: 'ВПР', OGE: 'ОГЭ', EGE: 'ЕГЭ' };
/** Subjects of the federal signs; the rest is not on the map. */
const SUBJECT: Partial<Readonly<Record<Subject, { short: string; full: string }>>> = {
  russian: { short: 'РУ', full: 'русский язык' },
  math: { short: 'МА', full: 'математика' },
};

/** «РУ4» for ВПР, «ОГЭ РУ» for exams: the head of a column. */
export function shortProcedure({ exam, subject, grade }: Procedure): string {
  const { short } = SUBJECT[subject] ?? { short: subject };
  return exam === 'VPR' ? `${short}${grade}` : `${EXAM[exam]} ${short}`;
}

/** «ВПР, русский язык, 4 класс». */
export function fullProcedure({ exam, subject, grade }: Procedure): string {
  const { full } = SUBJECT[subject] ?? { full: subject };
  return `${EXAM[exam]}, ${full}, ${grade} класс`;
}
