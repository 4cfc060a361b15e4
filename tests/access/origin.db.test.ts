import { describe, expect, it } from 'vitest';
import { sources } from '../architecture/source-tree';
import { asRequest } from './as-request';

const OWN = 'http://portal.test';
const FOREIGN: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['no Origin', {}],
  ['another site', { origin: 'https://evil.example' }],
  ['an opaque page', { origin: 'null' }],
  ['another port', { origin: 'http://portal.test:8080' }],
  ['another scheme', { origin: 'https://portal.test' }],
  ['a name that begins alike', { origin: 'http://portal.test.evil.example' }],
  // The framework itself would believe this one.
  ['a forwarded host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'evil.example' }],
];
const SCRIPTED: Readonly<Record<string, string>> = { 'next-action': 'x' };
const REFUSED = /не со страницы портала/;
const PARAMS = { id: 'x', cardId: 'x', fileId: 'x', nextauth: ['callback', 'credentials'] };

type Called = (...given: unknown[]) => unknown;
const isCalled = (value: unknown): value is Called => typeof value === 'function';
const load = async (path: string): Promise<[string, unknown][]> =>
  Object.entries(await import(`../../${path.replace(/\.tsx?$/, '.ts')}`));

const posts = sources('app').filter(({ path, text }) => path.endsWith('route.ts') && /export .*\bPOST\b/.test(text));
const changing = sources('app').filter(
  ({ path, text }) => path.endsWith('route.ts') && /export .*\b(PUT|PATCH|DELETE)\b/.test(text),
);
const actionFiles = sources('lib').filter(({ text }) => /^'use server'/m.test(text));

describe('a route that changes something', () => {
  it('takes POST and no other method', () => {
    expect(changing.map(({ path }) => path)).toEqual([]);
    expect(posts.length).toBeGreaterThanOrEqual(6);
  });

  it.each(posts.flatMap(({ path }) => FOREIGN.map(([from, headers]) => [path, from, headers] as const)))(
    '%s refuses a request from %s, by script or by a plain form',
    async (path, _, headers) => {
      const { NextRequest } = await import('next/server');
      const handler = (await load(path)).find(([name]) => name === 'POST')?.[1];
      if (!isCalled(handler)) throw new Error(`${path} has no POST`);
      for (const type of ['application/json', 'application/x-www-form-urlencoded']) {
        const asked = { ...headers, 'content-type': type, accept: 'text/html', cookie: 'next-auth.session-token=x' };
        const request = new NextRequest(`${OWN}/api`, { method: 'POST', body: '{}', headers: asked });
        const answer = await asRequest(asked, async () => handler(request, { params: Promise.resolve(PARAMS) }));
        if (!(answer instanceof Response)) throw new Error('no response');
        expect(answer.status).toBe(403);
        expect(await answer.text()).toMatch(REFUSED);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
    },
  );
});

describe('a server action', () => {
  it('lives in the files that are walked here', () => {
    expect(actionFiles.length).toBeGreaterThan(8);
    const elsewhere = sources('app', 'components').filter(({ text }) => /['"]use server['"]/.test(text));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });

  it.each(actionFiles.map(({ path }) => path))(
    'of %s refuses every foreign page, by script or by a plain form',
    async (path) => {
      const actions = await load(path);
      expect(actions.length).toBeGreaterThan(0);
      for (const [name, action] of actions) {
        if (!isCalled(action)) throw new Error(`${name} is no action`);
        for (const [from, headers] of FOREIGN) {
          for (const scripted of [{}, SCRIPTED]) {
            const answer = await asRequest({ ...headers, ...scripted }, async () => action(null, new FormData()));
            expect({ name, from, answer }).toEqual({
              name,
              from,
              answer: expect.objectContaining({ ok: false, message: expect.stringMatching(REFUSED) }),
            });
          }
        }
      }
    },
  );

  it.each(actionFiles.map(({ path }) => path))('of %s goes past that border from a page of our own', async (path) => {
    for (const [name, action] of await load(path)) {
      if (!isCalled(action)) throw new Error(`${name} is no action`);
      const answer = await asRequest({ origin: OWN }, async () => action(null, new FormData())).catch(String);
      expect(JSON.stringify(answer)).not.toMatch(REFUSED);
    }
  });
});
