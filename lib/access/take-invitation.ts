import 'server-only';
import { z } from 'zod';
import type { ActionResult } from '@/lib/access/action-result';
import { toRefusal } from '@/lib/access/fault';
import { acceptInvitation, invitationByToken } from '@/lib/access/invitation-store';
import { invitationTokenHash } from '@/lib/access/invitation-token';
import { attemptKey } from '@/lib/access/network';
import { newPassword } from '@/lib/access/new-password';
import { checkPassword, hashPassword } from '@/lib/access/password';
import { personName } from '@/lib/access/person-name';
import { accountByEmail, clearAttempts, countAttempt } from '@/lib/access/session-store';
import { newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';

/** The link as it stands in the address: 43 characters of base64url. */
export const invitationToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const form = z.strictObject({
  token: invitationToken,
  name: personName.optional(),
  password: z.string().min(1, 'Введите пароль.').max(200, 'Пароль длиннее 200 знаков.'),
});

const PAIR_LIMIT = 10;
const NETWORK_LIMIT = 300;
const MINUTES = 15;

const dead = () =>
  new Refusal(
    'closed',
    'Ссылка уже использована, отозвана или её срок вышел. Попросите новую у администратора центра.',
  );

/**
 * Uses a one-time link: a newcomer gets an account and his role, somebody known proves his password and gets the role
 * besides, and a link for a new password changes it. `network` is the caller's address as the portal believes it. Guesses
 * at a known person's password count together with guesses at sign-in.
 */
export async function takeInvitation(values: Record<string, unknown>, network: string): Promise<ActionResult> {
  try {
    if (!(await countAttempt(attemptKey('invitation', network), NETWORK_LIMIT, MINUTES))) {
      throw new Refusal('too-many', 'Слишком много попыток. Подождите 15 минут.');
    }
    const parsed = form.safeParse(values);
    if (!parsed.success) {
      const fields = Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
      throw new Refusal('invalid', 'Проверьте поля формы.', fields);
    }
    const { token, name, password } = parsed.data;
    const tokenHash = invitationTokenHash(token);
    const invitation = await invitationByToken(tokenHash);
    if (!invitation) throw dead();

    const known = invitation.hasAccount && !invitation.isReset;
    const passwordHash = known ? await provePassword(invitation.email, password, network) : await chosen(password);
    const accepted = await acceptInvitation({
      tokenHash,
      userId: newId(),
      membershipId: newId(),
      name: name ?? invitation.name,
      passwordHash,
    });
    if (!accepted) throw dead();
    return {
      ok: true,
      to: links.login({ notice: invitation.isReset ? 'password' : 'joined', email: invitation.email }),
    };
  } catch (error) {
    const refusal = toRefusal(error, 'invitation.accept');
    return { ok: false, message: refusal.message, fields: { ...refusal.fields } };
  }
}

async function chosen(password: string): Promise<string> {
  const checked = newPassword.safeParse(password);
  if (!checked.success) {
    throw new Refusal('invalid', 'Такой пароль не подойдёт.', { password: checked.error.issues[0]?.message ?? '' });
  }
  return hashPassword(checked.data);
}

async function provePassword(email: string, password: string, network: string): Promise<null> {
  const pair = attemptKey('pair', email, network);
  if (!(await countAttempt(pair, PAIR_LIMIT, MINUTES))) {
    throw new Refusal('too-many', 'Слишком много попыток. Подождите 15 минут.');
  }
  const account = await accountByEmail(email);
  if (!(await checkPassword(account?.passwordHash, password))) {
    throw new Refusal('invalid', 'Пароль не подошёл.', {
      password: 'Введите пароль, с которым вы уже входите на портал.',
    });
  }
  await clearAttempts(pair);
  return null;
}
