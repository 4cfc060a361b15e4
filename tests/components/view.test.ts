import { describe, expect, it } from 'vitest';
import { POST } from '@/app/api/view/route';
import { currentHref } from '@/components/shell/current-href';
import { viewAttributes, viewSettings } from '@/components/shell/view-settings';

process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1/none';
process.env.NEXTAUTH_SECRET = 'a secret that only tests know, long enough';
process.env.PORTAL_ORIGIN = 'http://portal.example';

const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  POST(
    new Request('http://portal.example/api/view', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { host: 'portal.example', origin: 'http://portal.example', ...headers },
    }),
  );

describe('the version for the visually impaired', () => {
  it('is kept in a cookie and returns to the page it was asked from', async () => {
    const answer = await send({ vision: 'large' }, { referer: 'http://portal.example/schools?q=7' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/schools?q=7');
    expect(answer.headers.get('set-cookie')).toContain('view=large;');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', 'schools'])(
    'never leads away from the portal: %j',
    async (back) => {
      expect((await send({ vision: 'large', back })).headers.get('location')).toBe('/');
    },
  );

  it('ignores the address of another site and refuses its form', async () => {
    const answer = await send({ theme: 'dark' }, { referer: 'http://evil.example/page' });
    expect(answer.headers.get('location')).toBe('/');
    expect((await send({ theme: 'dark' }, { origin: 'http://evil.example' })).status).toBe(403);
  });

  it('sets nothing for a word it does not know', async () => {
    expect((await send({ vision: 'huge', theme: 'pink' })).headers.get('set-cookie')).toBeNull();
  });

  it('is drawn by the server from the cookie alone', () => {
    const large = viewSettings((name) => ({ view: 'large', theme: 'dark' })[name]);
    expect(viewAttributes(large)).toEqual({ 'data-view': 'large', 'data-theme': 'dark' });
    expect(viewAttributes(viewSettings(() => 'odd'))).toEqual({ 'data-view': undefined, 'data-theme': undefined });
  });
});

describe('navigation', () => {
  it('marks the nearest parent of the page one is on', () => {
    const hrefs = ['/centre', '/centre/cards', '/schools'];
    expect(currentHref('/centre/cards/7', hrefs)).toBe('/centre/cards');
    expect(currentHref('/schoolsx', hrefs)).toBeUndefined();
  });
});
