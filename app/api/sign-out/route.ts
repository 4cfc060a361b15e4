import { cookies } from 'next/headers';
import { sessionCookie, sessionId } from '@/lib/access/current-viewer';
import { assertOwnOrigin } from '@/lib/access/origin';
import { closeSession } from '@/lib/access/session-store';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';
import { env } from '@/lib/platform/env';

/**
 * Ends this sign-in: its row is closed, its cookie removed, and answers that wait unsent in the browser are wiped, since
 * the next person at this computer may be another one. A plain form posts here, so it works without JavaScript.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    assertOwnOrigin(request.headers.get('origin'), env().PORTAL_ORIGIN);
  } catch (error) {
    if (error instanceof Refusal) return new Response(error.message, { status: error.status });
    throw error;
  }
  const sid = await sessionId();
  if (sid) await closeSession(sid);
  // With its attributes: a browser ignores the removal of a «__Secure-» cookie without Secure.
  const secure = sessionCookie().startsWith('__Secure-');
  (await cookies()).set(sessionCookie(), '', { maxAge: 0, path: '/', httpOnly: true, sameSite: 'lax', secure });
  const headers = {
    Location: links.login({ notice: 'out' }),
    'Clear-Site-Data': '"storage"',
    'Cache-Control': 'no-store',
  };
  return new Response(null, { status: 303, headers });
}
