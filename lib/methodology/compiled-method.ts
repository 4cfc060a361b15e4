import {
  type ApplicabilityScope,
  compileApplicability,
  compileDecision,
  type DecisionScope,
  type Expression,
} from '@/lib/methodology/expression';
import { type Item, itemsOf } from '@/lib/methodology/items';
import type { Method, MethodProcedure, MethodRule, MethodVerdict } from '@/lib/methodology/method';

/** A group of the federal test with its codes turned into positions. */
export type FederalGroup = {
  readonly title: string;
  /** Procedures of the group whose section is on. */
  readonly procedures: readonly MethodProcedure[];
  /** Position of the item whose «да» stands in for results, or −1. */
  readonly position: number;
  readonly item: string | null;
  readonly counts: number;
};

export type CompiledRule = { readonly rule: MethodRule; readonly holds: Expression<'decision'>['holds'] };

/** A method ready to assess cards: everything looked up and compiled once, in the order of positions. */
export type CompiledMethod = {
  readonly method: Method;
  readonly items: readonly Item[];
  readonly positionOf: ReadonlyMap<string, number>;
  /** By position: index of its section and of its criterion (a composite is one criterion). */
  readonly sectionAt: Uint16Array;
  readonly criterionAt: Uint16Array;
  readonly inObjectivity: Uint8Array;
  readonly criteriaCount: number;
  readonly applicability: ReadonlyArray<ReadonlyArray<Expression<'applicability'>>>;
  readonly groups: readonly FederalGroup[];
  readonly params: Readonly<Record<string, number>>;
  readonly rules: readonly CompiledRule[];
  /** Whether any rule reads points by section; without it nobody needs to make the map. */
  readonly readsSections: boolean;
  readonly verdictOf: ReadonlyMap<string, MethodVerdict>;
};

const compiled = new WeakMap<Method, CompiledMethod>();

/** Compiles a method once per object. Refuses an expression that does not compile; the rest `parseMethod` has checked. */
export function compileMethod(method: Method): CompiledMethod {
  const found = compiled.get(method);
  if (found) return found;
  const made = build(method);
  compiled.set(method, made);
  return made;
}

function build(method: Method): CompiledMethod {
  const items = itemsOf(method);
  const positionOf = new Map(items.map((item) => [item.code, item.position]));
  const sections = method.sections.map((section) => section.code);
  const criteria = method.sections.flatMap((section) => section.criteria.map((criterion) => criterion.code));
  const conditions = method.rules.map((rule) => ({ rule, expression: compileDecision(rule.when) }));
  return {
    method,
    items,
    positionOf,
    sectionAt: Uint16Array.from(items, (item) => sections.indexOf(item.section)),
    criterionAt: Uint16Array.from(items, (item) => criteria.indexOf(item.criterion)),
    inObjectivity: Uint8Array.from(items, (item) => (item.zone === 'objectivity' ? 1 : 0)),
    criteriaCount: criteria.length,
    applicability: items.map((item) => item.applies.map(compileApplicability)),
    groups: groupsOf(method, positionOf),
    params: Object.fromEntries(method.params.flatMap((p) => (p.value === null ? [] : [[p.code, p.value]]))),
    rules: conditions.map(({ rule, expression }) => ({ rule, holds: remember(expression) })),
    readsSections: conditions.some(({ expression }) => [...expression.reads].some((name) => name.startsWith('points'))),
    verdictOf: new Map(method.verdicts.map((verdict) => [verdict.code, verdict])),
  };
}

function groupsOf(method: Method, positionOf: ReadonlyMap<string, number>): readonly FederalGroup[] {
  const on = new Set(method.sections.filter((section) => section.enabled).map((section) => section.code));
  return method.federal.groups.map((group) => ({
    title: group.title,
    procedures: group.procedures.flatMap((code) => {
      const procedure = method.procedures.find((candidate) => candidate.code === code);
      return procedure && (procedure.section === null || on.has(procedure.section)) ? [procedure] : [];
    }),
    position: group.item === null ? -1 : (positionOf.get(group.item) ?? -1),
    item: group.item,
    counts: group.counts,
  }));
}

/** By position: can a school of this kind, with these grades and procedures, be asked the item at all? */
export function applicableItems(compiledMethod: CompiledMethod, facts: ApplicabilityScope): readonly boolean[] {
  const known = applicabilityOf.get(compiledMethod) ?? new Map<string, readonly boolean[]>();
  applicabilityOf.set(compiledMethod, known);
  const key = JSON.stringify([facts.kind, facts.grades, facts.held]);
  const found = known.get(key);
  if (found) return found;
  const made = compiledMethod.items.map(
    (item, position) => item.on && (compiledMethod.applicability[position] ?? []).every((one) => one.holds(facts)),
  );
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, made);
  return made;
}

/** A country has few kinds of schools, and each save of an answer asks what its school can be asked. */
const applicabilityOf = new WeakMap<CompiledMethod, Map<string, readonly boolean[]>>();

/**
 * A rule reads few small integers, and a country has few distinct ones: each rule remembers its answer by exactly what
 * it reads, so 200,000 cards cost some thousand evaluations of CEL. Params and federalMinimum do not change under a compiled method.
 */
function remember(expression: Expression<'decision'>): Expression<'decision'>['holds'] {
  const names = [...expression.reads].filter((name) => !name.startsWith('params') && name !== 'federalMinimum');
  if (names.some((name) => readerOf(name) === undefined)) return expression.holds;
  const readers = names.flatMap((name) => readerOf(name) ?? []);
  const known = new Map<number | string, boolean>();
  return (scope) => {
    const key = keyOf(readers, scope);
    const found = known.get(key);
    if (found !== undefined) return found;
    const holds = expression.holds(scope);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, holds);
    return holds;
  };
}

const REMEMBERED = 100_000;
const DIGIT = 256;
type Reader = (scope: DecisionScope) => number | string;

/** Numbers below 256 are packed into one exact integer (six of them fit); anything else makes a string. */
function keyOf(readers: readonly Reader[], scope: DecisionScope): number | string {
  let key = 0;
  for (const read of readers) {
    const value = read(scope);
    if (readers.length > 6 || typeof value === 'string' || value < 0 || value >= DIGIT) {
      return JSON.stringify(readers.map((one) => one(scope)));
    }
    key = key * DIGIT + value;
  }
  return key;
}

/** Written out one by one: a property read by a computed name is several times slower, and this is the inmost loop. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['sum', (scope) => scope.sum],
  ['max', (scope) => scope.max],
  ['extra', (scope) => scope.extra],
  ['missing', (scope) => scope.missing],
  ['applicable', (scope) => scope.applicable],
  ['low', (scope) => scope.low],
  ['objectivity', (scope) => scope.objectivity],
  ['kind', (scope) => scope.kind],
  ['points', (scope) => JSON.stringify(scope.points)],
]);

function readerOf(name: string): Reader | undefined {
  const known = READERS.get(name);
  if (known) return known;
  const section = name.startsWith('points.') ? name.slice('points.'.length) : undefined;
  // −1 cannot be a number of points: it stands for a section that the scope does not have.
  return section === undefined ? undefined : (scope) => scope.points[section] ?? -1;
}
