import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { Refusal } from '@/lib/kernel/refusal';
import { expressionRefusal, typeWords } from '@/lib/methodology/expression-refusal';

/**
 * The expressions of a method: CEL (Common Expression Language, github.com/google/cel-spec), typed, without side
 * effects and without loops over anything but a given list.
 *
 * Integers only. CEL's int is 64-bit; the library keeps it as bigint and refuses an overflow instead of rounding. Plain
 * numbers go in (safe integers, anything else is refused) and only a bool comes out, so no bigint leaves this file.
 * Fractions, `/` and `%` are refused: two products are compared instead, 100 * sum >= params.listPercent * max.
 */

/** Names of the condition under which a criterion concerns a school. */
export type ApplicabilityScope = {
  /** Grades taught that year. */
  readonly grades: readonly number[];
  /** Kind of school: PRIMARY, BASIC, SECONDARY, GYMNASIUM, LYCEUM. */
  readonly kind: string;
  /** Codes of procedures held in the year of results. */
  readonly held: readonly string[];
};

/** Names of the condition of a decision rule. */
export type DecisionScope = {
  /** R, the points given. */
  readonly sum: number;
  /** Rmax, what the applicable, known items could give. */
  readonly max: number;
  /** What the missing items could add. */
  readonly extra: number;
  /** Criteria without data and applicable criteria; a composite is one. */
  readonly missing: number;
  readonly applicable: number;
  /** Procedures of the year with low results, and how many of them the federal rule asks for. */
  readonly low: number;
  readonly federalMinimum: number;
  /** Points of the objectivity zone. */
  readonly objectivity: number;
  readonly kind: string;
  /** Points by section code. */
  readonly points: Readonly<Record<string, number>>;
  /** Params of the method that are set. */
  readonly params: Readonly<Record<string, number>>;
};

export type ScopeName = 'applicability' | 'decision';
type ScopeValues = { applicability: ApplicabilityScope; decision: DecisionScope };

const VARIABLES = {
  applicability: { grades: 'list<int>', kind: 'string', held: 'list<string>' },
  decision: {
    sum: 'int',
    max: 'int',
    extra: 'int',
    missing: 'int',
    applicable: 'int',
    low: 'int',
    federalMinimum: 'int',
    objectivity: 'int',
    kind: 'string',
    points: 'map<string, int>',
    params: 'map<string, int>',
  },
} as const satisfies Record<ScopeName, Record<string, string>>;

/** Everything that can be called. `dyn`, `double`, regular expressions and dates have no business here. */
const FUNCTIONS = new Set(['size', 'has', 'exists', 'exists_one', 'all', 'filter', 'map', 'startsWith', 'endsWith']);
const OPERATORS_REFUSED: Readonly<Record<string, string>> = {
  '/': 'деления нет: сравнивайте произведения целых чисел',
  '%': 'остатка от деления нет: сравнивайте произведения целых чисел',
};
const LIMITS = { maxAstNodes: 400, maxDepth: 40, maxListElements: 60, maxMapEntries: 0, maxCallArguments: 4 };

const environments: Record<ScopeName, Environment> = {
  applicability: environmentOf('applicability'),
  decision: environmentOf('decision'),
};

function environmentOf(scope: ScopeName): Environment {
  const environment = new Environment({ unlistedVariablesAreDyn: false, limits: LIMITS });
  for (const [name, type] of Object.entries(VARIABLES[scope])) environment.registerVariable(name, type);
  return environment;
}

export type Expression<S extends ScopeName> = {
  readonly source: string;
  readonly ast: ASTNode;
  /** What it reads: «sum», «params.listPercent», «points.Г»; «points» alone when the key is not written out. */
  readonly reads: ReadonlySet<string>;
  /** Refuses with a Russian sentence what cannot be computed: an overflow, a number of the method that is not set. */
  readonly holds: (values: ScopeValues[S]) => boolean;
};

const CACHE_SIZE = 2000;
const cache: { [S in ScopeName]: Map<string, Expression<S>> } = { applicability: new Map(), decision: new Map() };

/** Compiles an applicability condition once. Refuses what is not a bool, an unknown name, a fraction. */
export function compileApplicability(source: string): Expression<'applicability'> {
  return cached(cache.applicability, source, () =>
    compile('applicability', source, (values: ApplicabilityScope) => ({
      grades: values.grades.map(integer),
      kind: values.kind,
      held: [...values.held],
    })),
  );
}

/** Compiles the condition of a decision rule once. Refuses what is not a bool, an unknown name, a fraction. */
export function compileDecision(source: string): Expression<'decision'> {
  return cached(cache.decision, source, () =>
    compile('decision', source, (values: DecisionScope) => ({
      sum: integer(values.sum),
      max: integer(values.max),
      extra: integer(values.extra),
      missing: integer(values.missing),
      applicable: integer(values.applicable),
      low: integer(values.low),
      federalMinimum: integer(values.federalMinimum),
      objectivity: integer(values.objectivity),
      kind: values.kind,
      points: integers(values.points),
      params: integers(values.params),
    })),
  );
}

function cached<S extends ScopeName>(
  known: Map<string, Expression<S>>,
  source: string,
  make: () => Expression<S>,
): Expression<S> {
  const found = known.get(source);
  if (found) return found;
  const made = make();
  // A trial of drafts in a long-lived process must not grow the cache without end.
  if (known.size >= CACHE_SIZE) known.clear();
  known.set(source, made);
  return made;
}

function compile<S extends ScopeName>(
  scope: S,
  source: string,
  toContext: (values: ScopeValues[S]) => Record<string, unknown>,
): Expression<S> {
  const parsed = attempt(source, () => environments[scope].parse(source));
  const reads = new Set<string>();
  inspect(source, parsed.ast, reads);
  const checked = parsed.check();
  if (!checked.valid) throw expressionRefusal(source, checked.error);
  if (checked.type !== 'bool')
    throw expressionRefusal(source, `нужно «да» или «нет», а получается ${typeWords(checked.type ?? '')}`);
  return {
    source,
    ast: parsed.ast,
    reads,
    holds: (values) => {
      const result: unknown = attempt(source, () => parsed(toContext(values)));
      if (typeof result !== 'boolean') throw expressionRefusal(source, 'ответом должно быть «да» или «нет»');
      return result;
    },
  };
}

/** A list gone through inside a list: deeper than that, few words would take hours. */
const MAX_NESTING = 2;
const LIST_MACROS = new Set(['exists', 'exists_one', 'all', 'filter', 'map']);

/** Walks the tree: refuses what the method's language leaves out and collects what is read. */
function inspect(source: string, node: ASTNode, reads: Set<string>, nesting = 0): void {
  switch (node.op) {
    case 'value':
      if (typeof node.args === 'number') throw expressionRefusal(source, `дробное число ${node.args}: только целые`);
      return;
    case 'id':
      reads.add(node.args);
      return;
    case '.':
    case '[]': {
      const [owner, key] = node.args;
      const name = typeof key === 'string' ? key : key.op === 'value' ? key.args : undefined;
      if (owner.op === 'id' && typeof name === 'string') {
        reads.add(`${owner.args}.${name}`);
        return;
      }
      break;
    }
    case 'call':
    case 'rcall':
      if (!FUNCTIONS.has(node.args[0])) throw expressionRefusal(source, `неизвестная функция ${node.args[0]}`);
      if (node.op === 'rcall' && LIST_MACROS.has(node.args[0])) {
        const [, list, body] = node.args;
        if (nesting === MAX_NESTING) throw expressionRefusal(source, 'перебор в переборе – не глубже двух');
        inspect(source, list, reads, nesting);
        for (const child of childrenOf(body)) inspect(source, child, reads, nesting + 1);
        return;
      }
      break;
    default: {
      const refused = OPERATORS_REFUSED[node.op];
      if (refused) throw expressionRefusal(source, refused);
    }
  }
  for (const child of childrenOf(node.args)) inspect(source, child, reads, nesting);
}

function childrenOf(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf);
  return isNode(args) ? [args] : [];
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value && 'args' in value;

function integer(value: number): bigint {
  if (!Number.isSafeInteger(value)) throw new Refusal('invalid', `В выражение передано не целое число: ${value}.`);
  return BigInt(value);
}

const integers = (values: Readonly<Record<string, number>>): Map<string, bigint> =>
  new Map(Object.entries(values).map(([key, value]) => [key, integer(value)]));

function attempt<T>(source: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    throw error instanceof Refusal ? error : expressionRefusal(source, error);
  }
}
