import { signInFailure } from '@/lib/access/sign-in-failure';
import { links } from '@/lib/kernel/links';
import { sitePath } from '@/lib/kernel/site-path';

/** Keeps the e-mail in the form after a failure, off the address line and the logs. */
export const TYPED_EMAIL_COOKIE = 'sign-in-email';

/**
 * What the browser gets for next-auth's answer to a plain sign-in form. A failure leads straight back to the sign-in
 * page with a word of ours, the way back and the typed e-mail; a success and answers to a script pass as they are.
 */
export function signInAnswer(answer: Response, typed: URLSearchParams): Response {
  const location = answer.headers.get('Location');
  if (!location || !/\/api\/auth\/|^\/login/.test(location)) return answer;
  const query = new URL(location, 'http://portal').searchParams;
  const error = signInFailure.safeParse(query.get('error')).data ?? 'again';
  const headers = new Headers(answer.headers);
  headers.set('Location', links.login({ error, callbackUrl: sitePath(typed.get('callbackUrl')) }));
  const email = typed.get('email')?.slice(0, 254) ?? '';
  headers.append(
    'Set-Cookie',
    `${TYPED_EMAIL_COOKIE}=${encodeURIComponent(email)}; Path=/login; Max-Age=120; HttpOnly; SameSite=Lax`,
  );
  return new Response(null, { status: 303, headers });
}
