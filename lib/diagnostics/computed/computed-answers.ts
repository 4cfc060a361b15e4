import { type ComputedYear, oneStepFrom, stepsOf, turningOff } from '@/lib/diagnostics/computed/counterfactual';
import { oneStepWords, turningOffWords } from '@/lib/diagnostics/computed/counterfactual-words';
import { type Ground, isReviewed, reviewedSign, reviewWords } from '@/lib/diagnostics/computed/reviewed-sign';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { applicableItems, compileMethod } from '@/lib/methodology/compiled-method';
import { type CompiledMeasures, compileMeasures } from '@/lib/methodology/measures/compile-measures';
import { type ComputedAnswer, compute } from '@/lib/methodology/measures/compute';
import { type Fact, factTable, keyOf, type Unit } from '@/lib/methodology/measures/facts';
import { readingWithNumbers, titlesOf } from '@/lib/methodology/measures/reading';
import { type RowRead, rowsBehind } from '@/lib/methodology/measures/rows-read';
import type { Method } from '@/lib/methodology/method';
import type { SignDecision } from '@/lib/objectivity/sign-review';
import { FIGURES, isFigureCode } from '@/lib/results/figure';
import { CODE_TITLES, EXAM_WORDS, SUBJECT_WORDS } from '@/lib/results/words';

/** A school of a campaign's roster, as it was frozen there. */
export type ComputedUnit = Unit & { readonly cardId: string };

export type ComputedRow = {
  readonly cardId: string;
  readonly schoolId: string;
  readonly item: string;
  readonly value: ComputedAnswer;
  /** The formula with the numbers of the school, or the decision of the centre; where data are missing, which file would do. */
  readonly because: string;
  readonly ground: Ground;
  /** The smallest change that would turn the answer, as a sentence; empty where there is none to tell. */
  readonly turning: string;
  /** Pupils or units that this change is; null where it is points of score or there is none. */
  readonly steps: number | null;
  readonly files: readonly string[];
};

/** Everything the answers of a campaign's cards are computed from. */
export type ComputedFrom = {
  readonly method: Method;
  readonly units: readonly ComputedUnit[];
  readonly facts: readonly Fact[];
  /** The year of results. */
  readonly year: number;
  /** What the centre has decided about signs of that year. */
  readonly decisions: readonly SignDecision[];
  /** The files behind a row of facts. */
  readonly filesOf: (school: string, key: string) => readonly string[];
};

/** Whether a method computes any answer at all. */
export const computesAnswers = (method: Method): boolean => compileMeasures(method).items.length > 0;

/**
 * What the portal answers by itself to the items of one card after another: measures and territories are computed once, for
 * all of them. Items that a school cannot have, and items that the portal knows nothing of, are left out.
 */
export function answersByCard(from: ComputedFrom): (unit: ComputedUnit) => readonly ComputedRow[] {
  const { method, units, facts, year, decisions } = from;
  const compiled = compileMeasures(method);
  const table = factTable(units, facts);
  const computation = compute(compiled, table, year);
  const at: ComputedYear = { compiled, table, year, computation };
  const titles = titlesOf(method, CODE_TITLES);
  const card = compileMethod(method);
  const expressions = new Map(compiled.items.map(({ code, expression }) => [code, expression]));

  const readingFor = (unit: ComputedUnit, expression: Expression) => {
    const reading = computation.readingOf(unit.school);
    const named = computation.namedOf(unit.school);
    return readingWithNumbers(expression, titles, compiled.names, reading, named);
  };

  return (unit) => {
    const applicable = applicableItems(card, { kind: unit.kind, grades: unit.grades, held: unit.held });
    const formulas = computation.answersOf(unit.school);
    return card.items.flatMap((item): ComputedRow[] => {
      const expression = expressions.get(item.code);
      const decided = isReviewed(item)
        ? decisions.filter(({ schoolId, code }) => schoolId === unit.school && code === item.code)
        : [];
      if (!applicable[item.position] || (!expression && decided.length === 0)) return [];
      const formula = expression && (formulas.get(item.code) ?? 'NO_DATA');
      const rows = expression ? rowsBehind(compiled, expression) : [];
      const keys = rows.map((row) => keyOf(row.exam, row.subject, row.grade, year - row.back));
      const place = {
        ...{ cardId: unit.cardId, schoolId: unit.school, item: item.code },
        files: [...new Set(keys.flatMap((key) => from.filesOf(unit.school, key)))].sort(),
      };
      if (isReviewed(item)) {
        const reviewed = reviewedSign(formula, decided);
        if (!reviewed) return [];
        if (reviewed.ground !== 'FORMULA') {
          const found = expression && reviewed.ground === 'MARKER' ? readingFor(unit, expression) : '';
          const because = reviewWords(reviewed, formula, found);
          return [{ ...place, value: reviewed.value, ground: reviewed.ground, because, turning: '', steps: null }];
        }
      }
      if (!expression || !formula) return [];
      const missing = rows.filter((_, index) => !table.of(unit.school, keys[index] ?? ''));
      return [
        {
          ...place,
          value: formula,
          ground: 'FORMULA',
          because:
            formula === 'NO_DATA' ? missingWords(missing, year) : `${LEADS[formula]} ${readingFor(unit, expression)}.`,
          ...turningOf(at, unit.school, item.code, formula),
        },
      ];
    });
  };
}

const LEADS = { YES: 'Потому что', NO: '«Да» отвечают, когда' } as const;

type Expression = CompiledMeasures['items'][number]['expression'];

/** The smallest change of the school's own results that would turn the answer. */
function turningOf(
  at: ComputedYear,
  school: string,
  item: string,
  value: ComputedAnswer,
): Pick<ComputedRow, 'turning' | 'steps'> {
  if (value === 'YES') {
    const changes = turningOff(at, school, item);
    return { turning: turningOffWords(changes), steps: stepsOf(changes) };
  }
  const change = value === 'NO' ? oneStepFrom(at, school, item) : undefined;
  return change ? { turning: oneStepWords(change), steps: stepsOf([change]) } : { turning: '', steps: null };
}

/** Which files would close the gap, named as the centre knows them. */
function missingWords(rows: readonly RowRead[], year: number): string {
  if (rows.length === 0) return 'Не хватает данных других школ или лет.';
  const names = rows.slice(0, MISSING_MAX).map(({ exam, subject, grade, back }) => {
    const when = formatSchoolYear(year - back);
    if (exam === 'FORM') return `«${isFigureCode(subject) ? FIGURES[subject].title : subject}» за ${when}`;
    return `${wordOf(EXAM_WORDS, exam)}, ${wordOf(SUBJECT_WORDS, subject)}, ${grade}\u00a0класс за ${when}`;
  });
  const more = rows.length > MISSING_MAX ? ' и другие' : '';
  return `Нет данных. Ответ появится, когда центр загрузит: ${names.join('; ')}${more}.`;
}

const MISSING_MAX = 4;

const wordOf = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;
