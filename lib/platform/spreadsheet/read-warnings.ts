import { count } from '@/lib/kernel/russian';

const LISTED = 10;

export type Findings = {
  readonly formulas: number;
  /** Addresses of cells with #REF! and the like. */
  readonly errors: readonly string[];
  /** 1-based rows of csv with quotes that do not close. */
  readonly quotes: readonly number[];
};

/** What the person should know about the file although it was read. */
export function readWarnings({ formulas, errors, quotes }: Findings): string[] {
  const warnings: string[] = [];
  if (formulas > 0)
    warnings.push(
      `В листе ${count(formulas, ['формула', 'формулы', 'формул'])}: взяты их последние значения, сами формулы не загружаются.`,
    );
  if (errors.length > 0) warnings.push(`Ячейки с ошибкой вычисления прочитаны как пустые: ${listed(errors)}.`);
  if (quotes.length > 0)
    warnings.push(`Кавычки не закрыты или стоят не на месте, проверьте строки: ${listed(quotes.map(String))}.`);
  return warnings;
}

const listed = (items: readonly string[]) =>
  items.slice(0, LISTED).join(', ') + (items.length > LISTED ? ` и ещё ${items.length - LISTED}` : '');
