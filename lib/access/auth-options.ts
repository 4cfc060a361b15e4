import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { openSession } from '@/lib/access/session-store';
import { signIn } from '@/lib/access/sign-in';
import type { SignInFailure } from '@/lib/access/sign-in-failure';
import { newId } from '@/lib/kernel/ids';
import { sitePath } from '@/lib/kernel/site-path';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';

export const SESSION_HOURS = 12;

type Opened = { id: string } | { failure: SignInFailure };

/** What went wrong inside stays in the log: next-auth puts the message of an error into an address. */
async function openedFor(raw: unknown, header: (name: string) => string | null): Promise<Opened> {
  try {
    const outcome = await signIn(raw, header('x-forwarded-for'));
    if (!outcome.ok) return { failure: outcome.failure };
    const { userId, membershipId } = outcome;
    const id = newId();
    const opened = await openSession({ id, userId, membershipId, agent: header('user-agent') ?? '' });
    return opened ? { id } : { failure: 'blocked' };
  } catch (error) {
    log.error({ err: error }, 'sign-in failed');
    return { failure: 'busy' };
  }
}

/**
 * next-auth carries one thing: the id of the session's row, in an encrypted cookie. Identity, role and life of the
 * session are the database's; nothing that a client sends can change the token after sign-in.
 */
export function authOptions(): NextAuthOptions {
  // The origin comes from configuration alone, never from a header of the request.
  process.env.NEXTAUTH_URL = env().PORTAL_ORIGIN;
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
    pages: { signIn: '/login', error: '/login', signOut: '/login' },
    providers: [
      CredentialsProvider({
        name: 'password',
        credentials: { email: {}, password: {}, code: {} },
        async authorize(raw, request) {
          const headers: Record<string, unknown> = request.headers ?? {};
          const header = (name: string) => {
            const value = headers[name];
            return typeof value === 'string' ? value : null;
          };
          const opened = await openedFor(raw, header);
          if ('failure' in opened) throw new Error(opened.failure);
          return { id: opened.id };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      redirect: ({ url }) => {
        const origin = env().PORTAL_ORIGIN;
        const path = sitePath(url.startsWith(origin) ? url.slice(origin.length) : url);
        return origin + (path ?? '/home');
      },
    },
  };
}
