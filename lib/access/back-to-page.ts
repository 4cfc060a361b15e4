import 'server-only';
import { cookies } from 'next/headers';
import { NOTICE_COOKIE } from '@/lib/access/notice-cookie';

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * A script gets the answer as JSON; a plain form is led back to the page it was sent from (`Referer`, a path of ours by
 * our own policy, at or under `home`), else to `home`, with the sentence in the notice that the shell shows once.
 * `home` reads the parameters of the route and gives undefined for what is no such page.
 */
export function backToPage<H extends Handler>(handler: H, home: (params: unknown) => string | undefined): H {
  const answering = async (request: Request, context: { params: Promise<unknown> }): Promise<Response> => {
    const response = await handler(request, context);
    if (!request.headers.get('accept')?.includes('text/html') || response.status === 403) return response;
    const page = home(await context.params);
    if (page === undefined) return response;
    const answer: unknown = await response.json();
    const message: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'message') : '';
    if (typeof message === 'string' && message !== '') {
      (await cookies()).set(NOTICE_COOKIE, message, { maxAge: 10, httpOnly: true, sameSite: 'lax', path: '/' });
    }
    return new Response(null, { status: 303, headers: { Location: back(request, page) } });
  };
  return Object.assign(answering, handler);
}

function back(request: Request, home: string): string {
  const referer = request.headers.get('referer');
  if (!referer || !URL.canParse(referer)) return home;
  const { pathname } = new URL(referer);
  return pathname === home || pathname.startsWith(`${home}/`) ? pathname : home;
}
