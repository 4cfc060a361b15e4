import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { config, proxy } from '@/proxy';

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://portal@127.0.0.1/portal');
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret that only tests know, long enough');
  vi.stubEnv('PORTAL_ORIGIN', 'https://portal.example');
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  proxy(new NextRequest(`http://inside:3000${path}`, { method, headers: { host: 'portal.example', ...headers } }));
const policyOf = (response: Response) => response.headers.get('Content-Security-Policy') ?? '';
const passedOn = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

describe('the proxy', () => {
  it('sends another host name to the one of the configuration, with path and question', () => {
    const response = ask('/cards?x=1', { host: 'localhost:3000' });
    expect(response.headers.get('Refresh')).toBe('0; url=https://portal.example/cards?x=1');
    // Next would make a Location of its own host relative, and the browser would go round for ever.
    expect(response.headers.get('Location')).toBeNull();
    expect(ask('//evil.example/x', { host: 'localhost:3000' }).headers.get('Refresh')).not.toContain(
      'url=https://evil',
    );
  });

  it('does not believe a forwarded host without a proxy of our own', () => {
    expect(ask('/cards', { 'x-forwarded-host': 'evil.example' }).headers.has('Refresh')).toBe(false);
    expect(ask('/cards', { host: 'evil.example', 'x-forwarded-host': 'portal.example' }).headers.has('Refresh')).toBe(
      true,
    );
  });

  it('allows scripts by a nonce of the request only, and no frame around the portal', () => {
    const [one, two] = [policyOf(ask('/home')), policyOf(ask('/home'))];
    expect(one).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
    expect(one).toContain("frame-ancestors 'none'");
    expect(one).not.toContain("script-src 'self' 'unsafe");
    expect(one).not.toBe(two);
  });

  it('tells the page the path that was asked for, whatever the browser claims', () => {
    expect(passedOn(ask('/cards?x=1', { 'x-portal-path': '//evil.example' }), 'x-portal-path')).toBe('/cards?x=1');
  });

  it('takes the sentence of a redirect away once it has been shown', () => {
    expect(ask('/home', { cookie: 'notice=ok' }).headers.get('Set-Cookie')).toMatch(/^notice=; .*Max-Age=0/);
    expect(ask('/home').headers.get('Set-Cookie')).toBeNull();
    expect(ask('/home', { cookie: 'notice=ok' }, 'POST').headers.get('Set-Cookie')).toBeNull();
  });

  it('asks for https from then on where the portal has it', () => {
    expect(ask('/home').headers.get('Strict-Transport-Security')).toContain('max-age=31536000');
  });

  it.each([
    ['/home', true],
    ['/cards/1/print', true],
    ['/api/files/1', false],
    ['/api/cards/1/evidence', false],
    ['/_next/static/chunk.js', false],
  ])('stands before %s: %s', (path, stands) => {
    expect(new RegExp(`^${config.matcher[0]}$`).test(path)).toBe(stands);
  });
});
