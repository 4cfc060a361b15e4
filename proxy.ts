import { type NextRequest, NextResponse } from 'next/server';
import { NOTICE_COOKIE } from '@/lib/access/notice-cookie';
import { PATH_HEADER } from '@/lib/access/path-header';
import { env } from '@/lib/platform/env';

/**
 * Headers and the one host name; it never decides access (each page, route and action asks the access layer itself).
 * Route handlers are outside its matcher: it would buffer their bodies, and a cut-off upload would look whole.
 */
export const config = { matcher: ['/((?!api/|_next/static|_next/image|favicon\\.svg|robots\\.txt).*)'] };

const YEAR = 365 * 24 * 3600;

/** Which host the person sees in the address bar: what our own proxy forwards, else what the browser sent. */
function shownHost(request: NextRequest): string | null {
  const forwarded = env().TRUSTED_PROXY_HOPS > 0 ? request.headers.get('x-forwarded-host') : null;
  return forwarded ?? request.headers.get('host');
}

/** Scripts by nonce only; style attributes are allowed because charts drawn on the server carry them. */
function contentPolicy(nonce: string, https: boolean): string {
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/**
 * Leads to the one host name. Not by Location: Next makes an address of its own host relative, and the browser would
 * come back by the wrong name for ever. The path is set as a path, so that «//elsewhere» stays one.
 */
function toOwnName(origin: string, pathname: string, search: string): NextResponse {
  const own = new URL(origin);
  own.pathname = pathname;
  own.search = search;
  const page = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Переход</title><p>Портал открыт по другому адресу: <a href="${own.href}">${own.host}</a></p></html>`;
  return new NextResponse(page, {
    headers: {
      Refresh: `0; url=${own.href}`,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'",
      'Cache-Control': 'no-store',
    },
  });
}

export function proxy(request: NextRequest): NextResponse {
  const origin = env().PORTAL_ORIGIN;
  const { pathname, search } = request.nextUrl;
  const reading = request.method === 'GET' || request.method === 'HEAD';
  // A cookie of localhost is no cookie of 127.0.0.1: signing in on the wrong name would seem to do nothing.
  if (reading && shownHost(request) !== new URL(origin).host) {
    return toOwnName(origin, pathname, search);
  }

  const https = origin.startsWith('https://');
  const policy = contentPolicy(Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64'), https);
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, pathname + search);
  // Next reads the nonce from here and puts it on its own scripts.
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (https) response.headers.set('Strict-Transport-Security', `max-age=${YEAR}; includeSubDomains`);
  // The page at hand still reads the sentence from its request; the next one does not.
  if (reading && request.cookies.has(NOTICE_COOKIE)) {
    response.headers.append('Set-Cookie', `${NOTICE_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`);
  }
  return response;
}
