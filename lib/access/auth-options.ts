import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { closeSession, openSession } from '@/lib/access/session-store';
import { signIn } from '@/lib/access/sign-in';
import { newId } from '@/lib/kernel/ids';
import { sitePath } from '@/lib/kernel/site-path';
import { env } from '@/lib/platform/env';

export const SESSION_HOURS = 12;

/**
 * next-auth carries one thing: the id of the session's row, in an encrypted cookie. Identity, role and life of the
 * session are the database's; nothing that a client sends can change the token after sign-in.
 */
export function authOptions(): NextAuthOptions {
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
          const header = (name: string) => (typeof headers[name] === 'string' ? headers[name] : null);
          const outcome = await signIn(raw, header('x-forwarded-for'));
          if (!outcome.ok) throw new Error(outcome.failure);
          const sid = newId();
          const agent = header('user-agent') ?? '';
          if (!(await openSession({ id: sid, userId: outcome.userId, membershipId: outcome.membershipId, agent }))) {
            throw new Error('blocked');
          }
          return { id: sid };
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
    events: {
      async signOut({ token }) {
        if (typeof token.sid === 'string') await closeSession(token.sid);
      },
    },
  };
}
