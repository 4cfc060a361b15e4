import type { CompiledMeasures } from '@/lib/methodology/measures/compile-measures';
import { type Compiled, childrenOf } from '@/lib/methodology/measures/language';

/** A row of facts that an expression names by itself: which file holds its numbers, or would. */
export type RowRead = {
  readonly exam: string;
  readonly subject: string;
  readonly grade: number;
  /** How many years before the year that is computed. */
  readonly back: number;
};

const OWN = new Set(['own', 'others', 'everyone', 'region']);
const FIGURE = new Set(['figure', 'figureShare', 'figureShareOthers']);

/** Rows that an expression names in so many words; those it reaches through a list's name are not among them. */
export function rowsRead({ ast }: Compiled): readonly RowRead[] {
  const found = new Map<string, RowRead>();
  const walk = (node: Compiled['ast']): void => {
    if (node.op === 'call') {
      const [name, args] = node.args;
      const row = rowOf(
        name,
        args.map((one) => (one.op === 'value' ? one.args : undefined)),
      );
      if (row) found.set(JSON.stringify(row), row);
    }
    for (const child of childrenOf(node.args)) walk(child);
  };
  walk(ast);
  return [...found.values()];
}

/** The same with the rows of the measures that the expression is made of, and of those that they are made of. */
export function rowsBehind({ measures }: Pick<CompiledMeasures, 'measures'>, expression: Compiled): readonly RowRead[] {
  const found = new Map<string, RowRead>();
  const seen = new Set<Compiled>();
  const visit = (one: Compiled): void => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const row of rowsRead(one)) found.set(JSON.stringify(row), row);
    // Measures are named by themselves or, in `across` and `before`, in quotes.
    for (const { measure, expression: other } of measures) if (one.source.includes(measure.code)) visit(other);
  };
  visit(expression);
  return [...found.values()];
}

function rowOf(name: string, args: readonly unknown[]): RowRead | undefined {
  const [first, second, third, fourth = 0n] = args;
  if (FIGURE.has(name) && typeof first === 'string') {
    return { exam: 'FORM', subject: first, grade: 0, back: typeof second === 'bigint' ? Number(second) : 0 };
  }
  if (!OWN.has(name) || typeof first !== 'string' || typeof second !== 'string') return undefined;
  if (typeof third !== 'bigint' || typeof fourth !== 'bigint') return undefined;
  return { exam: first, subject: second, grade: Number(third), back: Number(fourth) };
}
