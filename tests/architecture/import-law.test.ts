import { describe, expect, it } from 'vitest';
import { appProblem, componentProblem, kindOf, problemOf } from './house-law';
import { type Source, sources } from './source-tree';

const lib = sources('lib');
const components = sources('components');
const app = sources('app');
const all = [...lib, ...components, ...app];
const byPath = new Map(all.map((source) => [source.path.replace(/\.tsx?$/, ''), source]));
const textOf = (path: string) => byPath.get(path)?.text;

const problems = (
  files: readonly Source[],
  judge: (source: Source, used: Source['imports'][number]) => string | undefined,
) =>
  files.flatMap((source) =>
    source.imports.flatMap((used) => {
      const problem = judge(source, used);
      return problem ? [`${source.path}: ${problem}`] : [];
    }),
  );

describe('the law of the house', () => {
  it('lets lib import only what the context map and the kinds of files name', () => {
    expect(problems(lib, (source, used) => problemOf(source, used, textOf))).toEqual([]);
  });

  it.each([
    ['lib/diagnostics/cards/card.ts', '', 'lib/platform/env', 'rules may not use platform of lib/platform'],
    ['lib/diagnostics/cards/card.ts', '', 'react', 'rules may not use the package react'],
    ['lib/diagnostics/cards/card.ts', '', 'prisma/generated/client', 'only a store may touch Prisma'],
    ['lib/schools/school.ts', '', 'lib/diagnostics/cards/card', 'lib/schools may not use lib/diagnostics'],
    [
      'lib/diagnostics/cards/card-store.ts',
      "import 'server-only'",
      'lib/schools/school-store',
      'store may not use store of lib/schools',
    ],
    ['lib/diagnostics/cards/card-queries.ts', '', 'components/ui/button', 'lib may not use components/ui/button'],
    ['lib/novelty/thing.ts', '', 'zod', 'lib/novelty is not on the context map'],
  ])('refuses to %s%s the import of %s', (path, text, from, problem) => {
    const isOwn = from.includes('/');
    const asStore = (used: string) => (used.endsWith('-store') ? "import 'server-only'" : '');
    expect(problemOf({ path, text, imports: [] }, { from, isOwn, isType: false }, asStore)).toBe(problem);
  });

  it.each([
    ['scoring', []],
    ['outcomes', ['scoring']],
    ['overviews', ['scoring', 'campaigns']],
  ])('keeps the room of %s below the rooms that use it', (room, below) => {
    const roomOf = (from: string) => /^lib\/diagnostics\/([a-z]+)\//.exec(from)?.[1] ?? room;
    const inside = lib.filter(({ path }) => path.startsWith(`lib/diagnostics/${room}/`));
    expect(inside.length).toBeGreaterThan(0);
    const outside = (_: Source, used: Source['imports'][number]) => {
      const of = roomOf(used.from);
      return of === room || below.some((one) => one === of) ? undefined : `${room} may not use ${of}`;
    };
    expect(problems(inside, outside)).toEqual([]);
  });

  it('lets components show what they are given and ask nothing by themselves', () => {
    const isClient = (source: Source) => source.text.startsWith("'use client'");
    expect(problems(components, (source, used) => componentProblem(used, isClient(source), textOf))).toEqual([]);
  });

  it('keeps stores, and the machine, out of pages', () => {
    expect(problems(app, (source, used) => appProblem(used, source.path.endsWith('/route.ts'), textOf))).toEqual([]);
  });

  it('keeps the browser out of the server: a client file uses nothing that is marked server-only', () => {
    const client = all.filter((source) => source.text.startsWith("'use client'"));
    const marked = (path: string) => textOf(path)?.includes("import 'server-only'") ?? false;
    expect(
      problems(client, (_, used) => (!used.isType && used.isOwn && marked(used.from) ? used.from : undefined)),
    ).toEqual([]);
  });

  it('marks every store and every query as server-only, every action as use server', () => {
    const unmarked = lib.filter(({ path, text }) => {
      if (/(store|queries)\.ts$/.test(path) && kindOf(path, text) !== 'rules')
        return !text.includes("import 'server-only'");
      return /actions\.ts$/.test(path) && !text.startsWith("'use server'");
    });
    expect(unmarked.map((source) => source.path)).toEqual([]);
  });

  it('asks Prisma in stores alone', () => {
    const asking = lib.filter(({ path, text }) => {
      const kind = kindOf(path, text);
      return (
        kind !== 'store' &&
        kind !== 'platform' &&
        /\b(tx|prisma\(\))\s*\.\s*[a-zA-Z$]+/.test(text.replace(/^\s*(\*|\/\/).*$/gm, ''))
      );
    });
    // The two doors of saving keep the idempotency key; the journal and the outbox have one writer each.
    expect(asking.map((source) => source.path)).toEqual([
      'lib/access/carry-out.ts',
      'lib/audit/journal.ts',
      'lib/diagnostics/cards/save-memory.ts',
      'lib/notices/outbox.ts',
    ]);
  });

  it('has no rings', () => {
    const rings: string[] = [];
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]) => {
      if (trail.includes(path)) return void rings.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path)) return;
      for (const used of byPath.get(path)?.imports ?? []) {
        if (used.isOwn && !used.isType && byPath.has(used.from)) visit(used.from, [...trail, path]);
      }
      done.add(path);
    };
    for (const path of byPath.keys()) visit(path, []);
    expect(rings).toEqual([]);
  });

  it('has no barrels and no room named after nothing', () => {
    const barrel = all.filter(({ path, text }) => /\/index\.tsx?$/.test(path) || /^export \* from/m.test(text));
    expect(barrel.map((source) => source.path)).toEqual([]);
    const nameless = /(^|\/)(utils?|helpers?|misc|common|shared|types|constants)(\/|\.tsx?$)/;
    expect(all.filter(({ path }) => nameless.test(path)).map((source) => source.path)).toEqual([]);
  });

  it('names files in kebab-case', () => {
    const named = all.filter(({ path }) => !/^[a-z0-9-]+(\.d)?\.tsx?$/.test(path.split('/').at(-1) ?? ''));
    expect(named.map((source) => source.path)).toEqual([]);
  });

  it('silences neither the compiler nor the linter', () => {
    const silent =
      /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\bas any\b|: any\s*[;,)=\]>]|as unknown as\b|TODO|FIXME/;
    expect(all.filter(({ text }) => silent.test(text)).map((source) => source.path)).toEqual([]);
  });

  it('puts no markup past React', () => {
    expect(all.filter(({ text }) => text.includes('dangerouslySetInnerHTML')).map((source) => source.path)).toEqual([]);
  });
});
