import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/access/auth-options';
import { links } from '@/lib/kernel/links';
import { sitePath } from '@/lib/kernel/site-path';
import { env } from '@/lib/platform/env';

/**
 * A page cannot set a cookie while it is drawn, and the sign-in form must carry next-auth's token even without
 * JavaScript. So the page sends the browser here for the cookie and gets it back.
 */
export async function GET(request: NextRequest): Promise<Response> {
  const asked = new NextRequest(new URL('/api/auth/csrf', env().PORTAL_ORIGIN), { headers: request.headers });
  const answer: Response = await NextAuth(authOptions())(asked, { params: Promise.resolve({ nextauth: ['csrf'] }) });
  const headers = new Headers({ 'Cache-Control': 'private, no-store' });
  for (const cookie of answer.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  const query = request.nextUrl.searchParams;
  const kept = (name: string) => query.get(name)?.slice(0, 300);
  headers.set(
    'Location',
    links.login({
      callbackUrl: sitePath(query.get('callbackUrl')),
      error: kept('error'),
      notice: kept('notice'),
      email: kept('email'),
      prepared: '1',
    }),
  );
  return new Response(null, { status: 303, headers });
}
