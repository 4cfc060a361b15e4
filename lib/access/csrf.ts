import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/platform/env';

/** next-auth's name of the cookie; the prefix ties it to https and to this very host. */
export const csrfCookie = () =>
  env().PORTAL_ORIGIN.startsWith('https://') ? '__Host-next-auth.csrf-token' : 'next-auth.csrf-token';

/**
 * The token that a sign-in form must repeat, from next-auth's cookie `token|sha256(token + secret)`; undefined for a
 * missing, forged or outdated cookie, with which the form could never succeed.
 */
export function csrfToken(cookie: string | undefined): string | undefined {
  const [token, hash] = cookie?.split('|') ?? [];
  if (!token || !hash) return undefined;
  const expected = Buffer.from(createHash('sha256').update(`${token}${env().NEXTAUTH_SECRET}`).digest('hex'));
  const given = Buffer.from(hash);
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}
