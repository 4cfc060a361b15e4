import type { ApplicabilityScope } from '@/lib/methodology/expression';
import { compileApplicability } from '@/lib/methodology/expression';
import type { Method, MethodProcedure } from '@/lib/methodology/method';
import { gradesInWords } from '@/lib/schools/words';

const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** Kinds of school in the order people name them, with what such schools are called in the plural. */
export const KINDS: ReadonlyArray<readonly [kind: string, words: string]> = [
  ['PRIMARY', 'начальные школы'],
  ['BASIC', 'основные школы'],
  ['SECONDARY', 'средние школы'],
  ['GYMNASIUM', 'гимназии'],
  ['LYCEUM', 'лицеи'],
];

/**
 * Whom a criterion concerns, in Russian, found by asking its own conditions: of which kinds, with which grades, after
 * which procedures they hold. So the sentence cannot disagree with the condition. All conditions must hold together;
 * what no single grade or procedure and no pair of procedures satisfies is left to the expression beside the sentence.
 */
export function applicabilityWords(method: Method, conditions: readonly string[]): string {
  const compiled = conditions.map(compileApplicability);
  const holds = (facts: ApplicabilityScope) => compiled.every((one) => one.holds(facts));
  const held = method.procedures.map((procedure) => procedure.code);
  const kinds = KINDS.filter(([kind]) => holds({ kind, grades: GRADES, held }));
  const first = kinds[0]?.[0];
  if (first === undefined) return 'Не касается ни одной школы.';
  const parts = [
    gradeWords((grades) => kinds.some(([kind]) => holds({ kind, grades, held }))),
    procedureWords(method.procedures, (codes) => holds({ kind: first, grades: GRADES, held: codes })),
  ].filter((part) => part !== '');
  const who = kinds.length === KINDS.length ? 'Все школы' : capital(kinds.map(([, words]) => words).join(', '));
  return parts.length === 0 ? `${who}.` : `${who}, ${parts.join('; ')}.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function gradeWords(holds: (grades: readonly number[]) => boolean): string {
  if (holds([])) return '';
  const enough = GRADES.filter((grade) => holds([grade]));
  if (enough.length === 0) {
    const needed = GRADES.filter((grade) => !holds(GRADES.filter((other) => other !== grade)));
    if (holds(needed)) return `если есть все классы: ${gradesInWords(needed)}`;
    const choice = GRADES.filter((grade) => !needed.includes(grade) && holds([...needed, grade]));
    if (needed.length === 0 || choice.length === 0) return 'если есть нужные классы';
    return `если есть классы: ${gradesInWords(needed)} и хотя бы один из: ${gradesInWords(choice)}`;
  }
  if (enough.length === 1) return `если есть ${enough[0]}\u00a0класс`;
  return `если есть хотя бы один из классов: ${gradesInWords(enough)}`;
}

function procedureWords(procedures: readonly MethodProcedure[], holds: (held: readonly string[]) => boolean): string {
  if (holds([])) return '';
  const enough = procedures.filter((procedure) => holds([procedure.code]));
  if (enough.length === 1) return `если проводилась процедура «${enough[0]?.title}»`;
  if (enough.length > 1) return `если проводилась хотя бы одна из процедур: ${titlesOf(enough)}`;
  const pairs = (one: MethodProcedure) =>
    procedures.filter((other) => other.code !== one.code && holds([one.code, other.code]));
  const first = procedures.find((one) => pairs(one).length > 0);
  if (!first) return 'если проводились нужные процедуры';
  const right = pairs(first);
  const left = right[0] ? pairs(right[0]) : [];
  const group = [...new Set([...left, ...right])];
  if (group.every((one) => pairs(one).length === group.length - 1))
    return `если проводились не менее двух из процедур: ${titlesOf(group)}`;
  return `если проводилась хотя бы одна из процедур: ${titlesOf(left)} и хотя бы одна из: ${titlesOf(right)}`;
}

const titlesOf = (procedures: readonly MethodProcedure[]) => procedures.map((one) => `«${one.title}»`).join(', ');
