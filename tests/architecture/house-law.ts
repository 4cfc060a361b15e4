import type { Import, Source } from './source-tree';

/** The context map runs one way: a context may use the ones before it and nothing behind it (design, §2). */
export const CONTEXTS = [
  ['kernel'],
  ['statistics'],
  ['platform'],
  ['audit'],
  ['notices'],
  ['access'],
  ['notifications'],
  ['schools'],
  ['methodology', 'results', 'conditions', 'documents'],
  ['objectivity'],
  ['diagnostics'],
  ['recommendations'],
  ['roadmaps'],
  ['programmes'],
  ['events', 'partnerships', 'visits', 'development', 'surveys'],
  ['support'],
  ['reminders'],
  ['indicators'],
  ['reports'],
] as const;

const rank = (context: string) => CONTEXTS.findIndex((step) => step.some((name) => name === context));

/**
 * What a file of `lib` is. `server` is machinery that is neither: it runs on the server and says so («server-only»), but
 * touches no table by itself.
 */
export type Kind = 'rules' | 'store' | 'queries' | 'actions' | 'server' | 'platform';

export function kindOf(path: string, text: string | undefined): Kind {
  const name = path.replace(/\.tsx?$/, '');
  if (name.startsWith('lib/platform/')) return 'platform';
  if (/store$/.test(name) && text?.includes("import 'server-only'")) return 'store';
  if (/queries$/.test(name)) return 'queries';
  if (/actions$/.test(name)) return 'actions';
  return text?.includes("import 'server-only'") ? 'server' : 'rules';
}

/** Which kinds a kind may use in its own context and in the contexts before it. */
const OWN: Record<Kind, readonly Kind[]> = {
  rules: ['rules'],
  store: ['rules', 'store', 'platform'],
  queries: ['rules', 'store', 'queries', 'server', 'platform'],
  actions: ['rules', 'store', 'queries', 'server', 'platform', 'actions'],
  server: ['rules', 'store', 'server', 'platform'],
  platform: ['rules', 'platform'],
};
const EARLIER: Record<Kind, readonly Kind[]> = {
  rules: ['rules'],
  store: ['rules', 'platform'],
  queries: ['rules', 'queries', 'server', 'platform'],
  actions: ['rules', 'queries', 'server', 'platform'],
  server: ['rules', 'queries', 'server', 'platform'],
  platform: ['rules'],
};

/** Packages that rules may use: shapes, the language of a method, exact fractions, hashes. */
const PURE_PACKAGES = ['zod', '@marcbachmann/cel-js', 'fraction.js', 'node:crypto'];

/** Why the import breaks the law of the house, or undefined. Anything the law does not name is refused. */
export function problemOf(
  source: Source,
  used: Import,
  textOf: (path: string) => string | undefined,
): string | undefined {
  const kind = kindOf(source.path, source.text);
  const context = source.path.split('/')[1] ?? '';
  if (rank(context) < 0) return `lib/${context} is not on the context map`;
  if (!used.isOwn) {
    return kind === 'rules' && !used.isType && !PURE_PACKAGES.includes(used.from)
      ? `rules may not use the package ${used.from}`
      : undefined;
  }
  if (used.from.startsWith('prisma/generated/')) {
    return kind === 'store' || kind === 'platform' || used.isType ? undefined : 'only a store may touch Prisma';
  }
  if (!used.from.startsWith('lib/')) return `lib may not use ${used.from}`;
  const target = used.from.split('/')[1] ?? '';
  const targetKind = kindOf(used.from, textOf(used.from));
  if (target === context) {
    return used.isType || OWN[kind].includes(targetKind) ? undefined : `${kind} may not use ${targetKind}`;
  }
  if (rank(target) < 0 || rank(target) >= rank(context)) return `lib/${context} may not use lib/${target}`;
  return used.isType || EARLIER[kind].includes(targetKind)
    ? undefined
    : `${kind} may not use ${targetKind} of lib/${target}`;
}

/** The same for components: they show what they are given. Of queries and machinery they know only the types. */
export function componentProblem(used: Import, isClient: boolean, textOf: (path: string) => string | undefined) {
  if (!used.isOwn || used.from.startsWith('components/')) return undefined;
  if (!used.from.startsWith('lib/')) return `components may not use ${used.from}`;
  if (used.isType) return undefined;
  const kind = kindOf(used.from, textOf(used.from));
  if (kind === 'rules') return undefined;
  // What a form posts to: a name for the server, not its code.
  if (kind === 'actions' && !isClient) return undefined;
  return `components may not use ${kind} (${used.from})`;
}

/** And for app: a page asks one query and draws one screen; only route handlers and wiring see machinery. */
export function appProblem(used: Import, isRoute: boolean, textOf: (path: string) => string | undefined) {
  if (!used.isOwn || used.from.startsWith('components/') || used.from.startsWith('app/') || used.from === './globals')
    return undefined;
  if (!used.from.startsWith('lib/')) return `app may not use ${used.from}`;
  if (used.isType) return undefined;
  const kind = kindOf(used.from, textOf(used.from));
  if (kind === 'store' && used.from !== 'lib/access/session-store') return 'app may not use a store';
  if (kind === 'platform' && !isRoute) return 'a page may not use the machine';
  return undefined;
}
