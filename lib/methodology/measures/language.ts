import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { Refusal } from '@/lib/kernel/refusal';
import { expressionRefusal, typeWords } from '@/lib/methodology/expression-refusal';
import { FUNCTIONS } from '@/lib/methodology/measures/functions';
import { compared, MissingData, minus, over, plus, Quantity, times } from '@/lib/methodology/measures/quantity';
import { type Reading, ResultGroup, ResultRow } from '@/lib/methodology/measures/territory';

/**
 * The language of measures: CEL (github.com/google/cel-spec) with exact numbers, «нет данных» and the functions of
 * `functions.ts`. It reads nothing but the facts of its run, has no loops but over a given list, and its cost is bounded by
 * the size of the expression and of a territory. Only this file and `expression.ts` know the library.
 */

/** What the value of an expression is. */
export type ValueType = 'Number' | 'bool' | 'string';
export type Value = Quantity | boolean | string;

/** What an expression of a method may name besides the functions: measures above it, numbers of the method, and these. */
const SCHOOL = { kind: 'string', place: 'string', grades: 'list<int>', held: 'list<string>', year: 'int' } as const;

/** Names that a measure or a number of the method may not take. */
export const isReserved = (name: string): boolean => name in SCHOOL || OURS.has(name) || BUILT_IN.has(name);

export type Names = Readonly<Record<string, ValueType>>;

export type Compiled = {
  readonly source: string;
  readonly type: ValueType;
  readonly ast: ASTNode;
  /** Measures and numbers it names. */
  readonly reads: ReadonlySet<string>;
  /** Refuses «нет данных» in a decision with MissingData. */
  readonly evaluate: (at: Reading, values: Readonly<Record<string, Value>>) => Value;
};

const LIMITS = { maxAstNodes: 400, maxDepth: 40, maxListElements: 60, maxMapEntries: 0, maxCallArguments: 6 };

/** What comes with CEL and may be used; everything else of its library has no business here. */
const BUILT_IN = new Set([
  'size',
  'exists',
  'exists_one',
  'all',
  'filter',
  'map',
  'startsWith',
  'endsWith',
  'contains',
]);
const OURS = new Set(FUNCTIONS.map(({ signature }) => signature.slice(0, signature.indexOf('('))));

const ARITHMETIC = { '+': plus, '-': minus, '*': times, '/': over } as const;
const COMPARISON: Readonly<Record<string, (sign: number) => boolean>> = {
  '<': (sign) => sign < 0,
  '<=': (sign) => sign <= 0,
  '>': (sign) => sign > 0,
  '>=': (sign) => sign >= 0,
};
const PAIRS = [
  ['Number', 'Number'],
  ['Number', 'int'],
  ['int', 'Number'],
  ['Number', 'double'],
  ['double', 'Number'],
] as const;

const quantity = (value: Quantity | bigint | number): Quantity =>
  value instanceof Quantity ? value : Quantity.of(value);

/** Where the functions find the unit that is being computed: set before and cleared after each evaluation. */
class Place {
  at: Reading | undefined;

  get reading(): Reading {
    if (!this.at) throw new Error('an expression is computed outside a unit');
    return this.at;
  }
}

function environment(names: Names, place: Place): Environment {
  const made = new Environment({ unlistedVariablesAreDyn: false, limits: LIMITS });
  made.registerType('Number', { ctor: Quantity, fields: {} });
  made.registerType('Result', { ctor: ResultRow, fields: {} });
  made.registerType('Group', { ctor: ResultGroup, fields: {} });
  for (const [left, right] of PAIRS) {
    for (const [sign, compute] of Object.entries(ARITHMETIC)) {
      made.registerOperator(`${left} ${sign} ${right}: Number`, (a, b) => compute(quantity(a), quantity(b)));
    }
    for (const [sign, holds] of Object.entries(COMPARISON)) {
      made.registerOperator(`${left} ${sign} ${right}: bool`, (a, b) => holds(compared(quantity(a), quantity(b))));
    }
  }
  // The library makes «!=» and the other order of these by itself.
  for (const right of ['Number', 'int', 'double']) {
    made.registerOperator(`Number == ${right}: bool`, (a, b) => compared(quantity(a), quantity(b)) === 0);
  }
  made.registerOperator('-Number: Number', (a) => minus(Quantity.of(0), quantity(a)));
  for (const { signature, compute } of FUNCTIONS) {
    made.registerFunction(signature, (...args: unknown[]) => compute(place.reading, args));
  }
  for (const [name, type] of Object.entries(SCHOOL)) made.registerVariable(name, type);
  for (const [name, type] of Object.entries(names)) made.registerVariable(name, type);
  return made;
}

/**
 * Compiles an expression over the names that stand above it. Refuses, in Russian and saying where: what does not parse,
 * a name or function that does not exist, a type other than `wanted`, a cost above the bound.
 */
export function compileMeasure(source: string, names: Names, wanted: ValueType): Compiled {
  const place = new Place();
  const made = environment(names, place);
  const parsed = attempt(source, () => made.parse(source));
  const reads = new Set<string>();
  inspect(source, parsed.ast, names, reads);
  const checked = parsed.check();
  if (!checked.valid) throw expressionRefusal(source, checked.error);
  // A lone whole number or decimal is a number of the method too.
  const isLiteral = checked.type === 'int' || checked.type === 'double';
  const type = isLiteral ? 'Number' : checked.type;
  if (type !== wanted)
    throw expressionRefusal(source, `нужно ${typeWords(wanted)}, а получается ${madeWords(type ?? '')}`);
  return {
    source,
    type: wanted,
    ast: parsed.ast,
    reads,
    evaluate: (at, values) => {
      place.at = at;
      try {
        const { kind, place: where, grades, held } = at.unit;
        const context = { ...values, kind, place: where, grades: grades.map(BigInt), held, year: BigInt(at.year) };
        const result: unknown = parsed(context);
        if (wanted === 'Number') return toQuantity(result);
        if (typeof result === 'boolean' || typeof result === 'string') return result;
        throw expressionRefusal(source, 'получилось не то, что должно');
      } catch (error) {
        if (error instanceof MissingData || error instanceof Refusal) throw error;
        // Names were checked when it was compiled: one that is not there has no value for this school.
        if (error instanceof Error && error.message.startsWith('Unknown variable')) throw MissingData.here;
        throw expressionRefusal(source, error);
      } finally {
        place.at = undefined;
      }
    },
  };
}

function toQuantity(result: unknown): Quantity {
  if (result instanceof Quantity) return result;
  if (typeof result === 'bigint' || typeof result === 'number') return Quantity.of(result);
  throw new Error('not a number');
}

/**
 * Refuses what the language leaves out, and collects what is read. The number of nodes bounds what is written, `nesting`
 * what is done: a list inside a list inside a list would take hours in a few words.
 */
function inspect(source: string, node: ASTNode, names: Names, reads: Set<string>, nesting = NO_LISTS): void {
  if (node.op === 'id' && node.args in names) reads.add(node.args);
  if (node.op === 'call' || node.op === 'rcall') {
    const [name] = node.args;
    if (!BUILT_IN.has(name) && !OURS.has(name)) throw expressionRefusal(source, `неизвестная функция ${name}`, node);
  }
  if (node.op === '%') throw expressionRefusal(source, 'остатка от деления нет', node);
  if (node.op in ARITHMETIC && Array.isArray(node.args) && node.args.every(isPlainNumber)) {
    // Two literals would be computed in binary fractions: 0.1 + 0.2 is not 0.3 there.
    throw expressionRefusal(source, 'два числа подряд: запишите их одним', node);
  }
  if (node.op === 'rcall' && LIST_MACROS.has(node.args[0])) {
    const [, list, body] = node.args;
    const lists = nesting.lists + 1;
    const schools = nesting.schools + (callsAny(list, OVER_SCHOOLS) ? 1 : 0);
    if (lists > 2) throw expressionRefusal(source, 'перебор в переборе – не глубже двух', node);
    if (schools > 1) throw expressionRefusal(source, 'перебор школ внутри перебора школ', node);
    inspect(source, list, names, reads, nesting);
    for (const child of childrenOf(body)) inspect(source, child, names, reads, { lists, schools });
    return;
  }
  for (const child of childrenOf(node.args)) inspect(source, child, names, reads, nesting);
}

/** How many lists, and of them lists as long as a territory, are being gone through around a node. */
type Nesting = { readonly lists: number; readonly schools: number };
const NO_LISTS: Nesting = { lists: 0, schools: 0 };
const LIST_MACROS: ReadonlySet<string> = new Set(['exists', 'exists_one', 'all', 'filter', 'map']);
const OVER_SCHOOLS = new Set(['each', 'across', 'acrossOthers']);

const callsAny = (node: ASTNode, names: ReadonlySet<string>): boolean =>
  (node.op === 'call' && names.has(node.args[0])) || childrenOf(node.args).some((child) => callsAny(child, names));

const isPlainNumber = (node: unknown): boolean =>
  isNode(node) && node.op === 'value' && (typeof node.args === 'number' || typeof node.args === 'bigint');

export function childrenOf(args: unknown): readonly ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf);
  return isNode(args) ? [args] : [];
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value && 'args' in value;

/** A row of results is not a number yet: the sentence says what to do with it. */
const madeWords = (type: string): string =>
  type === 'Result' || type === 'Group'
    ? `${typeWords(type)}: возьмите от ${type === 'Result' ? 'него' : 'них'} число, например belowShare(…)`
    : typeWords(type);

function attempt<T>(source: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    throw error instanceof Refusal ? error : expressionRefusal(source, error);
  }
}
