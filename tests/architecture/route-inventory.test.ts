import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '@/lib/access/permissions';
import { type Source, sources } from './source-tree';

/** What anybody may open, signed in or not. A new entry needs a reason. */
const PUBLIC: Readonly<Record<string, string>> = {
  'app/(public)/page.tsx': 'the first page; names no school',
  'app/(public)/open-events/page.tsx': 'what the centres show to anybody; for whom it is stays unsaid',
  'app/(auth)/login/page.tsx': 'signing in',
  'app/(auth)/invite/[token]/page.tsx': 'a one-time link is its own key',
  'app/api/calendar/[token]/route.ts': 'a calendar cannot sign in: its secret address is its own key',
  'app/api/auth/[...nextauth]/route.ts': 'next-auth’s door: the form’s token and the password',
  'app/api/sign-in/prepare/route.ts': 'the cookie of the sign-in form',
  'app/api/sign-out/route.ts': 'ends the session of the cookie it is given',
  'app/api/view/route.ts': 'how the pages are drawn, in a cookie',
  'app/api/health/route.ts': 'the process is alive',
  'app/api/ready/route.ts': 'the database answers',
};

const lib = sources('lib');
const isEntry = ({ path }: Source) => /\/(page\.tsx|route\.ts)$/.test(path);
const entries = sources('app').filter(isEntry);

/** Names made by defineQuery with the permission they ask for. */
const guarded = new Map(
  lib.flatMap(({ text }) =>
    [...text.matchAll(/(?:const|let) (\w+) = defineQuery\(\s*'([\w.]+)'/g)].map(
      ([, name, permission]) => [name ?? '', permission ?? ''] as const,
    ),
  ),
);

/** Permissions that a file names itself or through the queries it calls; queries may be wrapped once in lib. */
function permissionsOf(source: Source): string[] {
  const own = [...source.text.matchAll(/(?:admit\(|permission:\s*)'([\w.]+)'/g)].map(
    ([, permission]) => permission ?? '',
  );
  const named = [...guarded]
    .filter(([name]) => new RegExp(`\\b${name}\\b`).test(source.text))
    .map(([, permission]) => permission);
  return [...new Set([...own, ...named])];
}

describe('every way in', () => {
  it.each(entries.filter(({ path }) => !(path in PUBLIC)).map((source) => [source.path, source] as const))(
    '%s asks for a permission of the table',
    (_, source) => {
      const asked = permissionsOf(source);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((permission) => !(permission in PERMISSIONS))).toEqual([]);
    },
  );

  it('that is public is on the list with its reason, and the list names nothing that is gone', () => {
    const there = new Set(entries.map((source) => source.path));
    expect(Object.keys(PUBLIC).filter((path) => !there.has(path))).toEqual([]);
  });

  it('for a signed-in person that is a route goes through the wrapper', () => {
    const routes = entries.filter(({ path }) => path.endsWith('route.ts') && !(path in PUBLIC));
    expect(routes.filter(({ text }) => !text.includes('defineRoute(')).map((source) => source.path)).toEqual([]);
  });

  it('for a change is an action of the wrapper, except where nobody is signed in yet', () => {
    const bare = lib.filter(({ path, text }) => path.endsWith('actions.ts') && /export (async )?function/.test(text));
    expect(bare.map((source) => source.path)).toEqual(['lib/access/invitation-actions.ts']);
  });

  it('caches nothing around a person', () => {
    const caching = [...lib, ...sources('app')].filter(({ text }) =>
      /unstable_cache|'use cache'|revalidate\s*=\s*\d|force-static/.test(text),
    );
    expect(caching.map((source) => source.path)).toEqual([]);
  });
});
