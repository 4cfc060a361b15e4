import type { CardAssessment } from '@/lib/diagnostics/scoring/assess-card';
import { assessTried, type TrialCard } from '@/lib/diagnostics/trials/trial';
import { fromResults } from '@/lib/diagnostics/trials/trial-from-results';
import { compileMeasures } from '@/lib/methodology/measures/compile-measures';
import { compute, listVerdicts } from '@/lib/methodology/measures/compute';
import type { FactTable } from '@/lib/methodology/measures/facts';
import type { Value } from '@/lib/methodology/measures/language';
import { readingWithNumbers, type Titles, titlesOf } from '@/lib/methodology/measures/reading';
import type { Method } from '@/lib/methodology/method';

/** What a method computes of one school besides its card. */
export type SchoolValues = {
  readonly schoolId: string;
  readonly schoolName: string;
  /** In the order of the method's measures. */
  readonly values: readonly (Value | undefined)[];
  /** In the order of the method's lists: words of the verdict and of the rule that gave it, null for want of data. */
  readonly lists: ReadonlyArray<{ readonly words: string; readonly because: string | null }>;
};

/**
 * Measures and lists of every school of the table, in its order. `cards` are the facts of sent cards by school, under the
 * method `before`: lists may name the sum of the card, and of a school that has not sent its card nobody knows the sum.
 */
export function methodValues(
  method: Method,
  before: Method,
  table: FactTable,
  cards: ReadonlyMap<string, Pick<TrialCard, 'facts' | 'numbers'>>,
  year: number,
): readonly SchoolValues[] {
  const compiled = compileMeasures(method);
  const computation = compute(compiled, table, year);
  const taken = fromResults(before, method, table, year);
  return table.units.map((unit) => {
    const card = cards.get(unit.school);
    const numbers = card ? cardNumbers(assessTried(method, card, taken.get(unit.school))) : {};
    const values = computation.valuesOf(unit.school);
    const verdicts = new Map(
      listVerdicts(compiled, computation, unit.school, numbers).map((one) => [one.list, one] as const),
    );
    return {
      schoolId: unit.school,
      schoolName: unit.title,
      values: compiled.measures.map(({ measure }) => values.get(measure.code)),
      lists: compiled.lists.map(({ list }) => {
        const given = verdicts.get(list.code);
        return {
          words: list.verdicts.find(({ code }) => code === given?.verdict)?.words ?? '',
          because: list.rules.find(({ code }) => code === given?.rule)?.words ?? null,
        };
      }),
    };
  });
}

const cardNumbers = ({ sum, sumResults, max, extra, missing, applicable, low }: CardAssessment) => ({
  ...{ sum, max, extra, missing, applicable, low },
  objectivity: sum - sumResults,
});

/** How each measure of one school came about: its formula as a sentence with the numbers of the school. */
export function measureReadings(
  method: Method,
  table: FactTable,
  school: string,
  year: number,
  codes: Titles,
): readonly string[] {
  const compiled = compileMeasures(method);
  const computation = compute(compiled, table, year);
  const titles = titlesOf(method, codes);
  return compiled.measures.map(({ expression }) =>
    readingWithNumbers(expression, titles, compiled.names, computation.readingOf(school), computation.namedOf(school)),
  );
}
