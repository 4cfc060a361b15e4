import { Refusal } from '@/lib/kernel/refusal';
import { itemsOf } from '@/lib/methodology/items';
import {
  type Compiled,
  childrenOf,
  compileMeasure,
  isReserved,
  type Names,
  type ValueType,
} from '@/lib/methodology/measures/language';
import type { Method, MethodList, MethodListRule, MethodMeasure } from '@/lib/methodology/method';

export type CompiledMeasure = { readonly measure: MethodMeasure; readonly expression: Compiled };
export type CompiledItem = { readonly code: string; readonly expression: Compiled };
export type CompiledListRule = { readonly rule: MethodListRule; readonly holds: Compiled };
export type CompiledList = { readonly list: MethodList; readonly rules: readonly CompiledListRule[] };

/** The computed part of a method, ready for any facts. */
export type CompiledMeasures = {
  readonly measures: readonly CompiledMeasure[];
  readonly items: readonly CompiledItem[];
  readonly lists: readonly CompiledList[];
  /** Numbers of the method that are set. */
  readonly params: ReadonlyMap<string, number>;
  /** Whether any expression asks what a measure was in an earlier year. */
  readonly looksBack: boolean;
  /** Names that criteria may use, with their types. */
  readonly names: Names;
};

/** Numbers of a card that the rules of a list may name besides measures. */
export const CARD_NUMBERS = ['sum', 'max', 'extra', 'missing', 'applicable', 'low', 'objectivity'] as const;
export type CardNumber = (typeof CARD_NUMBERS)[number];

const typeOf = ({ unit }: MethodMeasure): ValueType =>
  unit === 'YES_NO' ? 'bool' : unit === 'WORD' ? 'string' : 'Number';

const known = new WeakMap<Method, CompiledMeasures>();

/** Compiles measures, computed answers and lists once per method; refuses with the first problem of `measureProblems`. */
export function compileMeasures(method: Method): CompiledMeasures {
  const found = known.get(method);
  if (found) return found;
  const { compiled, problems } = compileAll(method);
  if (problems[0]) throw new Refusal('invalid', problems[0]);
  known.set(method, compiled);
  return compiled;
}

/** What does not hold together in the computed part of a method, as Russian sentences that say where. */
export const measureProblems = (method: Method): readonly string[] => compileAll(method).problems;

function compileAll(method: Method): { compiled: CompiledMeasures; problems: readonly string[] } {
  const problems: string[] = [];
  const names: Record<string, ValueType> = Object.fromEntries(method.params.map(({ code }) => [code, 'Number']));
  const tried = (where: string, source: string, wanted: ValueType, known: Names, above: ReadonlySet<string>) => {
    try {
      const compiled = compileMeasure(source, known, wanted);
      const unknown = acrossNames(compiled).filter((name) => !above.has(name));
      for (const name of unknown) problems.push(`${where}: «${name}» не стоит среди числовых показателей выше.`);
      return unknown.length === 0 ? [compiled] : [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(`${where}: ${error.message}`);
      return [];
    }
  };
  const taken = method.params.filter(({ code }) => isTaken(code, {}));
  if (computesAnything(method)) {
    problems.push(...taken.map(({ code }) => `Число методики «${code}»: такое имя уже занято.`));
  }
  for (const { code } of taken) delete names[code];
  const numbers = new Set<string>();
  const measures = (method.measures ?? []).flatMap((measure) => {
    if (isTaken(measure.code, names)) {
      problems.push(`Показатель «${measure.code}»: такое имя уже занято.`);
      return [];
    }
    const type = typeOf(measure);
    const compiled = tried(`Показатель «${measure.code}»`, measure.value, type, { ...names }, new Set(numbers));
    names[measure.code] = type;
    if (type === 'Number' && measure.of === 'SCHOOL') numbers.add(measure.code);
    return compiled.map((expression) => ({ measure, expression }));
  });
  const items = itemsOf(method).flatMap(({ code, computed }) =>
    computed === undefined
      ? []
      : tried(`Критерий «${code}»`, computed, 'bool', names, numbers).map((expression) => ({ code, expression })),
  );
  const inLists: Names = { ...names, ...Object.fromEntries(CARD_NUMBERS.map((name) => [name, 'Number' as const])) };
  const lists = (method.lists ?? []).map((list) => ({
    list,
    rules: list.rules.flatMap((rule) => {
      const where = `Список «${list.code}», правило «${rule.code}»`;
      return tried(where, rule.when, 'bool', inLists, numbers).map((holds) => ({ rule, holds }));
    }),
  }));
  problems.push(...listProblems(method));
  const params = new Map(method.params.flatMap(({ code, value }) => (value === null ? [] : [[code, value] as const])));
  const looksBack = [
    ...measures.map(({ expression }) => expression),
    ...items.map(({ expression }) => expression),
    ...lists.flatMap((list) => list.rules.map(({ holds }) => holds)),
  ].some(({ ast }) => calls(ast, 'before'));
  return { compiled: { measures, items, lists, params, looksBack, names }, problems };
}

const isTaken = (code: string, names: Names): boolean =>
  code in names || isReserved(code) || CARD_NUMBERS.some((name) => name === code);

const computesAnything = (method: Method): boolean =>
  (method.measures ?? []).length + (method.lists ?? []).length > 0 ||
  itemsOf(method).some(({ computed }) => computed !== undefined);

function listProblems(method: Method): string[] {
  return (method.lists ?? []).flatMap((list) => {
    const verdicts = new Set(list.verdicts.map(({ code }) => code));
    const named = [...list.rules.map(({ verdict }) => verdict), list.missing].filter((code) => !verdicts.has(code));
    return [
      ...named.map((code) => `Список «${list.code}»: нет вывода «${code}».`),
      ...(list.rules.at(-1)?.when === 'true'
        ? []
        : [`Список «${list.code}»: последнее правило должно выполняться всегда: «true».`]),
    ];
  });
}

/** The measures that `across` and the like name; a name that is not written out cannot be checked and is refused. */
function acrossNames({ ast, source }: Compiled): string[] {
  const found: string[] = [];
  const walk = (node: Compiled['ast']): void => {
    if (node.op === 'call' && ACROSS.has(node.args[0])) {
      const [name] = node.args[1];
      if (name?.op !== 'value' || typeof name.args !== 'string') {
        throw new Refusal(
          'invalid',
          `Выражение «${source}»: имя показателя в ${node.args[0]} пишут прямо, в кавычках.`,
        );
      }
      found.push(name.args);
    }
    for (const child of childrenOf(node.args)) walk(child);
  };
  walk(ast);
  return found;
}

const calls = (node: Compiled['ast'], name: string): boolean =>
  (node.op === 'call' && node.args[0] === name) || childrenOf(node.args).some((child) => calls(child, name));

const ACROSS = new Set(['across', 'acrossOthers', 'before']);
