import 'server-only';
import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { sessionViewer } from '@/lib/access/session-store';
import type { Viewer } from '@/lib/access/viewer';
import { id } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';

/** next-auth's name of the session cookie; the prefix ties it to https. */
export const sessionCookie = () =>
  env().PORTAL_ORIGIN.startsWith('https://') ? '__Secure-next-auth.session-token' : 'next-auth.session-token';

/** Deciphering a cookie costs as much as a query; the same bytes always say the same, until they expire. */
const deciphered = new Map<string, { readonly sid: string; readonly until: number }>();
const KEPT = 5000;

/** The id of the session's row that the cookie names, or undefined. The cookie alone proves nothing. */
export async function sessionId(): Promise<string | undefined> {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return undefined;
  const known = deciphered.get(token);
  if (known && known.until > Date.now()) return known.sid;
  try {
    const claims = await decode({ token, secret: env().NEXTAUTH_SECRET });
    const sid = id.safeParse(claims?.sid).data;
    if (sid && typeof claims?.exp === 'number') {
      if (deciphered.size >= KEPT) deciphered.clear();
      deciphered.set(token, { sid, until: claims.exp * 1000 });
    }
    return sid;
  } catch {
    // A token of another secret or a damaged one is nobody's.
    return undefined;
  }
}

/** Who looks, read from the database once a request; undefined when nobody is signed in or the session has ended. */
export const currentViewer = cache(async (): Promise<Viewer | undefined> => {
  const sid = await sessionId();
  return sid ? sessionViewer(sid, true) : undefined;
});

/** The same for a background poll, which must not keep an abandoned screen signed in. */
export async function pollingViewer(): Promise<Viewer | undefined> {
  const sid = await sessionId();
  return sid ? sessionViewer(sid, false) : undefined;
}
