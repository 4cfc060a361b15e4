import 'server-only';
import { cookies } from 'next/headers';
import { NOTICE_COOKIE } from '@/lib/access/notice-cookie';
import { cardParams } from '@/lib/diagnostics/cards/card-params';
import { links } from '@/lib/kernel/links';

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/**
 * A script gets the answer as JSON; a plain form is led back to the page it was sent from (`Referer`, a path of ours by
 * our own policy), with the sentence in the notice that the shell shows once.
 */
export function backToItem<H extends Handler>(handler: H): H {
  const answering = async (request: Request, context: { params: Promise<unknown> }): Promise<Response> => {
    const response = await handler(request, context);
    if (!request.headers.get('accept')?.includes('text/html') || response.status === 403) return response;
    const params = cardParams.safeParse(await context.params);
    if (!params.success) return response;
    const answer: unknown = await response.json();
    const message: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'message') : '';
    if (typeof message === 'string' && message !== '') {
      (await cookies()).set(NOTICE_COOKIE, message, { maxAge: 10, httpOnly: true, sameSite: 'lax', path: '/' });
    }
    return new Response(null, { status: 303, headers: { Location: back(request, params.data.cardId) } });
  };
  return Object.assign(answering, handler);
}

function back(request: Request, cardId: string): string {
  const home = links.card(cardId);
  const referer = request.headers.get('referer');
  if (!referer || !URL.canParse(referer)) return home;
  const { pathname } = new URL(referer);
  return pathname === home || pathname.startsWith(`${home}/`) ? pathname : home;
}
