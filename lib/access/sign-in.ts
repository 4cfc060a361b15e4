import 'server-only';
import { z } from 'zod';
import { attemptKey, clientAddress } from '@/lib/access/network';
import { checkPassword } from '@/lib/access/password';
import { totpStep } from '@/lib/access/second-factor';
import { accountByEmail, clearAttempts, countAttempt, takeTotpStep } from '@/lib/access/session-store';
import type { SignInFailure } from '@/lib/access/sign-in-failure';
import { env } from '@/lib/platform/env';

/** Ten tries per account and network in a quarter of an hour; a network alone only at hundreds: a whole city sits behind one address. */
const PAIR_LIMIT = 10;
const NETWORK_LIMIT = 500;
const WINDOW_MINUTES = 15;

const credentials = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().min(1).max(200),
  code: z.string().trim().max(10).optional(),
});

export type SignInOutcome = { ok: true; userId: string; membershipId: string } | { ok: false; failure: SignInFailure };

/** Checks e-mail, password and, where it is on, the second factor. Fails closed when the counters cannot be written. */
export async function signIn(raw: unknown, forwardedFor: string | null): Promise<SignInOutcome> {
  const input = credentials.safeParse(raw);
  if (!input.success) return { ok: false, failure: 'wrong' };
  const { email, password, code } = input.data;
  const network = clientAddress(forwardedFor, env().TRUSTED_PROXY_HOPS);
  const pair = attemptKey('pair', email, network);
  const [pairWithin, networkWithin] = await Promise.all([
    countAttempt(pair, PAIR_LIMIT, WINDOW_MINUTES),
    countAttempt(attemptKey('network', network), NETWORK_LIMIT, WINDOW_MINUTES),
  ]);
  if (!pairWithin || !networkWithin) return { ok: false, failure: 'limit' };

  const account = await accountByEmail(email);
  if (!(await checkPassword(account?.passwordHash, password)) || !account) return { ok: false, failure: 'wrong' };
  if (account.totpSecret) {
    const step = totpStep(account.totpSecret, code);
    if (step === undefined || !(await takeTotpStep(account.userId, step))) return { ok: false, failure: 'totp' };
  }
  if (!account.membershipId) return { ok: false, failure: 'blocked' };
  await clearAttempts(pair);
  return { ok: true, userId: account.userId, membershipId: account.membershipId };
}
