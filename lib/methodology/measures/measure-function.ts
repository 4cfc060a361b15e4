import type { Quantity } from '@/lib/methodology/measures/quantity';
import type { Reading, ResultGroup, ResultRow } from '@/lib/methodology/measures/territory';

/** A function of the language: the one place where it is named, typed, explained and computed. */
export type MeasureFunction = {
  /** As the expression language declares it. */
  readonly signature: string;
  /** As a Russian phrase; its arguments are phrases already. */
  readonly words: (args: readonly string[]) => string;
  /** What it gives and when it gives «нет данных», for docs/methods.md and the editor. */
  readonly doc: string;
  readonly source: string;
  /** The arguments are of the types of the signature: the language has checked them. */
  readonly compute: (at: Reading, args: readonly unknown[]) => unknown;
};

const OURS = 'справочник портала';

export const define = <A extends unknown[]>(
  signature: string,
  words: MeasureFunction['words'],
  doc: string,
  compute: (at: Reading, ...args: A) => unknown,
  source = OURS,
): MeasureFunction => ({
  signature,
  words,
  doc,
  source,
  compute: (at, args) => Reflect.apply(compute, undefined, [at, ...args]),
});

/** A procedure of this year, and of so many years before. */
export function both(
  name: string,
  type: string,
  words: (args: readonly string[]) => string,
  doc: string,
  find: (at: Reading, exam: string, subject: string, grade: bigint, back: bigint) => unknown,
): MeasureFunction[] {
  return [
    define(`${name}(string, string, int): ${type}`, words, doc, (at, exam: string, subject: string, grade: bigint) =>
      find(at, exam, subject, grade, 0n),
    ),
    define(`${name}(string, string, int, int): ${type}`, words, `${doc} Четвёртое – сколько лет назад.`, find),
  ];
}

export const ofRow = (
  name: string,
  words: string,
  doc: string,
  compute: (of: ResultRow) => Quantity,
  source?: string,
) =>
  define(
    `${name}(Result): Number`,
    ([of]) => `${words} (${of})`,
    doc,
    (_, of: ResultRow) => compute(of),
    source,
  );
export const ofGroup = (
  name: string,
  words: string,
  doc: string,
  compute: (of: ResultGroup) => Quantity,
  source?: string,
) =>
  define(
    `${name}(Group): Number`,
    ([of]) => `${words} ${of}`,
    doc,
    (_, of: ResultGroup) => compute(of),
    source,
  );
export const ofList = (name: string, words: string, doc: string, compute: (of: readonly Quantity[]) => Quantity) =>
  define(
    `${name}(list<Number>): Number`,
    ([of]) => `${words} ${of}`,
    doc,
    (_, of: Quantity[]) => compute(of),
  );
export const amongList = (
  name: string,
  words: (args: readonly string[]) => string,
  doc: string,
  compute: (value: Quantity, of: readonly Quantity[]) => Quantity,
) =>
  define(`${name}(Number, list<Number>): Number`, words, doc, (_, value: Quantity, of: Quantity[]) =>
    compute(value, of),
  );
