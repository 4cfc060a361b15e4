import { type ComputedYear, oneStepFrom, turningOff } from '@/lib/diagnostics/counterfactual';
import { oneStepWords, turningOffWords } from '@/lib/diagnostics/counterfactual-words';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { applicableItems, compileMethod } from '@/lib/methodology/compiled-method';
import { type CompiledMeasures, compileMeasures } from '@/lib/methodology/measures/compile-measures';
import { type ComputedAnswer, compute } from '@/lib/methodology/measures/compute';
import { type Fact, factTable, keyOf, type Unit } from '@/lib/methodology/measures/facts';
import { readingWithNumbers, type Titles, titlesOf } from '@/lib/methodology/measures/reading';
import { type RowRead, rowsRead } from '@/lib/methodology/measures/rows-read';
import type { Method } from '@/lib/methodology/method';
import { FIGURES, isFigureCode } from '@/lib/results/figure';
import { CODE_TITLES, EXAM_WORDS, SUBJECT_WORDS } from '@/lib/results/words';

/** A school of a campaign's roster, as it was frozen there. */
export type ComputedUnit = Unit & { readonly cardId: string };

export type ComputedRow = {
  readonly cardId: string;
  readonly schoolId: string;
  readonly item: string;
  readonly value: ComputedAnswer;
  readonly because: string;
  readonly files: readonly string[];
};

/** Whether a method computes any answer at all. */
export const computesAnswers = (method: Method): boolean => compileMeasures(method).items.length > 0;

/**
 * What the portal answers to the items of each school by itself: the value, the formula as a sentence with the numbers of
 * the school, what would turn the answer, and the files they came from. Where data are missing, the sentence says which would close the gap. Items
 * that a school cannot have are left out. `filesOf` names the files behind a row of facts.
 */
export function computedAnswers(
  method: Method,
  units: readonly ComputedUnit[],
  facts: readonly Fact[],
  filesOf: (school: string, key: string) => readonly string[],
  year: number,
  only: (unit: ComputedUnit) => boolean = () => true,
): readonly ComputedRow[] {
  const compiled = compileMeasures(method);
  const table = factTable(units, facts);
  const computation = compute(compiled, table, year);
  const at: ComputedYear = { compiled, table, year, computation };
  const titles = titlesOf(method, CODE_TITLES);
  const card = compileMethod(method);
  return units.filter(only).flatMap((unit) => {
    const applicable = applicableItems(card, { kind: unit.kind, grades: unit.grades, held: unit.held });
    const answers = computation.answersOf(unit.school);
    return compiled.items.flatMap(({ code, expression }): ComputedRow[] => {
      const position = card.positionOf.get(code);
      if (position === undefined || !applicable[position]) return [];
      const value = answers.get(code) ?? 'NO_DATA';
      const rows = rowsRead(expression);
      const keys = rows.map((row) => keyOf(row.exam, row.subject, row.grade, year - row.back));
      return [
        {
          cardId: unit.cardId,
          schoolId: unit.school,
          item: code,
          value,
          because:
            value === 'NO_DATA'
              ? missingWords(
                  rows.filter((_, index) => !table.of(unit.school, keys[index] ?? '')),
                  year,
                )
              : [
                  said(
                    value,
                    compiled,
                    expression,
                    titles,
                    computation.readingOf(unit.school),
                    computation.namedOf(unit.school),
                  ),
                  turningWords(at, unit.school, code, value),
                ]
                  .filter((sentence) => sentence !== '')
                  .join(' '),
          files: [...new Set(keys.flatMap((key) => filesOf(unit.school, key)))].sort(),
        },
      ];
    });
  });
}

function said(
  value: 'YES' | 'NO',
  compiled: CompiledMeasures,
  expression: Parameters<typeof readingWithNumbers>[0],
  titles: Titles,
  at: Parameters<typeof readingWithNumbers>[3],
  values: Parameters<typeof readingWithNumbers>[4],
): string {
  const text = readingWithNumbers(expression, titles, compiled.names, at, values);
  return value === 'YES' ? `Потому что ${text}.` : `«Да» было бы, если бы ${text}.`;
}

const turningWords = (at: ComputedYear, school: string, item: string, value: 'YES' | 'NO'): string =>
  value === 'YES' ? turningOffWords(turningOff(at, school, item)) : oneStepWords(oneStepFrom(at, school, item));

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
