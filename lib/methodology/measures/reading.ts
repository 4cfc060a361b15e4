import { Refusal } from '@/lib/kernel/refusal';
import { formatNumber } from '@/lib/kernel/russian';
import { FUNCTIONS } from '@/lib/methodology/measures/functions';
import {
  type Compiled,
  compileMeasure,
  type Names,
  type Value,
  type ValueType,
} from '@/lib/methodology/measures/language';
import { decimal, MissingData, Quantity, times } from '@/lib/methodology/measures/quantity';
import type { Reading } from '@/lib/methodology/measures/territory';
import type { Method } from '@/lib/methodology/method';
import { paramWords } from '@/lib/methodology/method-words';

/**
 * An expression as a Russian sentence. It is made from the expression itself, so it can never say something else than what
 * is computed; with the numbers of a unit put in, it is the reason of an answer.
 */
type Node = Compiled['ast'];

/** What a part of an expression is called instead of being read out: a measure by its title, a number by its value. */
export type Titles = ReadonlyMap<string, string>;

type Say = {
  readonly titles: Titles;
  readonly value: (node: Node) => string | undefined;
  /** Whether a condition holds where that is known: of a choice only the branch taken is then read out. */
  readonly holds: (node: Node) => boolean | undefined;
};

/**
 * Measures by their titles and numbers of the method by their values, as a sentence calls them. `codes` are the words of
 * codes that stand in quotes, with the quotes: «"math"» is «математика».
 */
export const titlesOf = (method: Method, codes: Titles): Titles =>
  new Map([
    ...codes,
    ...(method.measures ?? []).map(({ code, title }) => [code, `«${title}»`] as const),
    ...method.params.map((param) => [param.code, paramWords(param)] as const),
  ]);

export const readingOf = ({ ast }: Pick<Compiled, 'ast'>, titles: Titles): string =>
  say(ast, { titles, value: () => undefined, holds: () => undefined });

/** The same with the numbers of one unit after each of its parts. */
export function readingWithNumbers(
  { ast }: Compiled,
  titles: Titles,
  names: Names,
  at: Reading,
  values: Readonly<Record<string, Value>>,
): string {
  const computed = (source: string, wanted: ValueType): Value | undefined => {
    try {
      return partOf(source, wanted, names)?.evaluate(at, values);
    } catch (error) {
      // A part that was not needed for the answer may be one that cannot be computed here.
      if (error instanceof MissingData || error instanceof Refusal) return undefined;
      throw error;
    }
  };
  const holds = (node: Node): boolean | undefined => {
    const found = computed(sourceOf(node), 'bool');
    return typeof found === 'boolean' ? found : undefined;
  };
  const value = (node: Node): string | undefined => {
    if (node.op !== 'call' && node.op !== 'rcall') return undefined;
    const number = (source: string): Quantity | undefined => {
      const found = computed(source, 'Number');
      return found instanceof Quantity ? found : undefined;
    };
    const found = number(sourceOf(node));
    if (found === undefined) return undefined;
    return SHARE.test(String(node.args[0])) ? shareWords(found, wholeOf(node, number)) : numberWords(found);
  };
  return smoothed(say(ast, { titles, value, holds }));
}

/** Every number of a reading stands between dashes: not twice where a part is its whole, nor before a sign or the end. */
const smoothed = (text: string): string =>
  text.replace(/ – ([^–]+?) – – \1(?= –|$)/g, ' – $1').replace(/ –(?=$|[.,;:)])/g, '');

/** The same parts are read out for every school of a territory, and compiling one costs more than computing it. */
const parts = new WeakMap<Names, Map<string, Compiled | undefined>>();

/** Undefined for a list, a row, or a part that names what a list gives: it has no number of its own. */
function partOf(source: string, wanted: ValueType, names: Names): Compiled | undefined {
  const known = parts.get(names) ?? new Map<string, Compiled | undefined>();
  parts.set(names, known);
  const key = `${wanted} ${source}`;
  if (!known.has(key)) known.set(key, compiledPart(source, wanted, names));
  return known.get(key);
}

function compiledPart(source: string, wanted: ValueType, names: Names): Compiled | undefined {
  try {
    return compileMeasure(source, names, wanted);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const sourceOf = (node: Node): string => node.input.slice(node.range.start, node.range.end);

const SHARE = /Share$/;
/** Shares of all participants of a row or a territory: the others are parts of something else. */
const OF_PARTICIPANTS = new Set(['belowShare', 'qualityShare']);

function wholeOf(node: Node, number: (source: string) => Quantity | undefined): Quantity | undefined {
  if (node.op !== 'call' || !OF_PARTICIPANTS.has(node.args[0])) return undefined;
  const [of] = node.args[1];
  return of && number(`participants(${sourceOf(of)})`);
}

/** «15,8 % (3 из 19)»; the part is exact, because the share is a fraction of the whole. */
function shareWords(share: Quantity, whole: Quantity | undefined): string {
  if (!share.isKnown) return 'нет данных';
  const percent = `${decimal(times(share, Quantity.of(100)), 1).replace('.', ',')}\u00a0%`;
  if (!whole?.isKnown) return percent;
  return `${percent} (${decimal(times(share, whole), 0)} из ${decimal(whole, 0)})`;
}

/** «0,348», «нет данных». */
export const numberWords = (of: Quantity): string => (of.isKnown ? decimal(of, 3).replace('.', ',') : 'нет данных');

/** By name, number of arguments and what the first one is: a mean of a row is worded otherwise than one of a list. */
const WORDS = new Map(
  FUNCTIONS.map(({ signature, words }) => {
    const name = signature.slice(0, signature.indexOf('('));
    const args = signature.slice(name.length + 1, signature.indexOf(')')).split(', ');
    return [`${name}/${args.length}/${args[0] === 'Group' || args[0] === 'Result' ? args[0] : ''}`, words] as const;
  }),
);

const ROWS = new Set(['own', 'region', 'withAtLeast']);
const GROUPS = new Set(['others', 'everyone']);

function wordsOf(name: string, args: readonly Node[]) {
  const [first] = args;
  const called = first?.op === 'call' ? first.args[0] : '';
  const kind = GROUPS.has(called) ? 'Group' : ROWS.has(called) || first?.op === 'id' ? 'Result' : '';
  return WORDS.get(`${name}/${args.length}/${kind}`) ?? WORDS.get(`${name}/${args.length}/`);
}

const COMPARED: Readonly<Record<string, string>> = {
  '<': 'меньше',
  '<=': 'не больше',
  '>': 'больше',
  '>=': 'не меньше',
  '==': '– столько же:',
  '!=': '– не столько:',
};
const COUNTED: Readonly<Record<string, string>> = { '+': 'плюс', '-': 'минус', '*': '×', '/': ':', in: 'среди' };

function say(node: Node, how: Say): string {
  switch (node.op) {
    case 'value':
      return literal(node.args, how.titles);
    case 'id':
      return how.titles.get(node.args) ?? node.args;
    case '.':
    case '[]':
      return how.titles.get(sourceOf(node)) ?? sourceOf(node);
    case '||': {
      // Of what is known to hold only that is said: the rest would be read as if it held too.
      const held = node.args.filter((one) => how.holds(one) === true);
      return held.length > 0
        ? held.map((one) => say(one, how)).join(', а также ')
        : node.args.map((one) => say(one, how)).join(' или ');
    }
    case '&&':
      return node.args.map((one) => (one.op === '||' ? `(${say(one, how)})` : say(one, how))).join(' и ');
    case '!_':
      return `не (${say(node.args, how)})`;
    case '-_':
      return `минус ${say(node.args, how)}`;
    case '?:': {
      const [condition, yes, no] = node.args;
      const taken = how.holds(condition);
      if (taken !== undefined) return say(taken ? yes : no, how);
      return `если ${say(condition, how)}: ${say(yes, how)}; иначе: ${say(no, how)}`;
    }
    case 'list':
      return node.args.map((one) => say(one, how)).join(', ');
    case 'call': {
      const [name, args] = node.args;
      const whole = how.titles.get(sourceOf(node));
      if (whole !== undefined) return whole;
      const words = wordsOf(name, args);
      const said = args.map((one) => say(one, how));
      return withValue(words ? words(said) : `${name}(${said.join(', ')})`, node, how);
    }
    case 'rcall':
      return withValue(listCall(node.args, how), node, how);
    default:
      return binary(node, how);
  }
}

const withValue = (words: string, node: Node, how: Say): string => {
  const value = how.value(node);
  return value === undefined ? words : `${words} – ${value} –`;
};

function binary(node: Node, how: Say): string {
  if (!Array.isArray(node.args) || node.args.length !== 2) return node.input.slice(node.range.start, node.range.end);
  const [left, right] = node.args;
  if (typeof left !== 'object' || typeof right !== 'object' || !('op' in left) || !('op' in right)) {
    return node.input.slice(node.range.start, node.range.end);
  }
  const compared = COMPARED[node.op];
  if (compared) {
    const limit = right.op === 'value' && isShare(left) ? percentWords(right.args) : undefined;
    return `${say(left, how)} ${compared}${right.op === 'value' ? '' : ', чем'} ${limit ?? say(right, how)}`;
  }
  const part = (one: Node) => (isSum(one) && node.op !== '+' ? `(${say(one, how)})` : say(one, how));
  return `${part(left)} ${COUNTED[node.op] ?? node.op} ${part(right)}`;
}

/** A share by its name, or one with another in its place where it is missing: its limit is said in per cent, as it is. */
const isShare = (node: Node): boolean =>
  node.op === 'call' && (SHARE.test(node.args[0]) || (node.args[0] === 'orElse' && node.args[1].some(isShare)));

/** «30 %» of 0.3; nothing is rounded that a person would write. */
const percentWords = (value: unknown): string | undefined =>
  typeof value === 'number' ? `${String(Math.round(value * 1e6) / 1e4).replace('.', ',')}\u00a0%` : undefined;

const isSum = ({ op }: Node): boolean => op === '+' || op === '-';

const LISTED: Readonly<Record<string, (list: string, name: string, condition: string) => string>> = {
  exists: (list, name, condition) => `есть хотя бы одно ${name} среди [${list}], где ${condition}`,
  exists_one: (list, name, condition) => `ровно одно ${name} среди [${list}], где ${condition}`,
  all: (list, name, condition) => `каждое ${name} среди [${list}]: ${condition}`,
  filter: (list, name, condition) => `те ${name} среди [${list}], где ${condition}`,
  map: (list, name, condition) => `для каждого ${name} среди [${list}]: ${condition}`,
};

function listCall([name, of, args]: readonly [string, Node, readonly Node[]], how: Say): string {
  if (name === 'size') return `сколько: ${say(of, how)}`;
  const [variable, condition] = args;
  const listed = LISTED[name];
  if (listed && variable?.op === 'id' && condition) return listed(say(of, how), variable.args, say(condition, how));
  return `${say(of, how)}.${name}(${args.map((one) => say(one, how)).join(', ')})`;
}

function literal(value: unknown, titles: Titles): string {
  if (typeof value === 'bigint') return formatNumber(Number(value));
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'всегда' : 'никогда';
  return typeof value === 'string' ? (titles.get(`"${value}"`) ?? `«${value}»`) : String(value);
}
