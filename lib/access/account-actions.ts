'use server';

import { z } from 'zod';
import {
  endAllSessions,
  endSession,
  ownPasswordHash,
  rename,
  setOwnPassword,
  setOwnTotp,
  switchMembership,
} from '@/lib/access/account-store';
import { defineAction } from '@/lib/access/define-action';
import { attemptKey } from '@/lib/access/network';
import { newPassword } from '@/lib/access/new-password';
import { checkPassword, hashPassword } from '@/lib/access/password';
import { personName } from '@/lib/access/person-name';
import { offersSecondFactor, pendingTotpSecret, totpStep } from '@/lib/access/second-factor';
import { clearAttempts, countAttempt, takeTotpStep } from '@/lib/access/session-store';
import type { Viewer } from '@/lib/access/viewer';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { Tx } from '@/lib/platform/prisma';

const ownRow = (viewer: Viewer) => ({ entity: 'person', entityId: viewer.userId });

const TRIES = 10;
const MINUTES = 15;

/** Counts a try before it is made, past the transaction: a refused one must stay counted. */
async function countTry(viewer: Viewer, what: string): Promise<() => Promise<void>> {
  const key = attemptKey(what, viewer.userId);
  if (!(await countAttempt(key, TRIES, MINUTES))) {
    throw new Refusal('too-many', 'Слишком много попыток. Подождите 15 минут.');
  }
  return () => clearAttempts(key);
}

async function assertOwnPassword(tx: Tx, viewer: Viewer, field: string, password: string): Promise<void> {
  const clear = await countTry(viewer, 'own-password');
  if (!(await checkPassword(await ownPasswordHash(tx), password))) {
    throw new Refusal('invalid', 'Текущий пароль неверен.', { [field]: 'Пароль не подошёл. Проверьте раскладку.' });
  }
  await clear();
}

export const renameSelf = defineAction({
  name: 'account.rename',
  permission: 'account.own',
  input: z.strictObject({ name: personName }),
  run: async ({ viewer, input, tx }) => {
    await rename(tx, viewer.userId, input.name);
    return { ...ownRow(viewer), message: 'Имя сохранено.' };
  },
});

export const changePassword = defineAction({
  name: 'account.password',
  permission: 'account.own',
  input: z.strictObject({ current: z.string().max(200), next: newPassword }),
  run: async ({ viewer, input, tx }) => {
    await assertOwnPassword(tx, viewer, 'current', input.current);
    await setOwnPassword(tx, await hashPassword(input.next), viewer.sessionId);
    return { ...ownRow(viewer), message: 'Пароль изменён. Входы на других устройствах завершены.' };
  },
});

export const endOwnSession = defineAction({
  name: 'account.session-end',
  permission: 'account.own',
  input: z.strictObject({ sessionId: id }),
  run: async ({ viewer, input, tx }) => {
    if (!(await endSession(tx, viewer.userId, input.sessionId))) throw notFound();
    return { entity: 'session', entityId: input.sessionId, message: 'Вход завершён.' };
  },
});

export const signOutEverywhere = defineAction({
  name: 'account.sign-out-everywhere',
  permission: 'account.own',
  input: z.strictObject({}),
  run: async ({ viewer, tx }) => {
    const ended = await endAllSessions(tx);
    return { ...ownRow(viewer), details: { ended }, to: links.login({ notice: 'everywhere' }) };
  },
});

export const switchRole = defineAction({
  name: 'account.switch-role',
  permission: 'account.own',
  input: z.strictObject({ membershipId: id }),
  run: async ({ viewer, input, tx }) => {
    if (!(await switchMembership(tx, viewer.sessionId, input.membershipId))) throw notFound();
    return { entity: 'membership', entityId: input.membershipId, to: links.home() };
  },
});

export const turnSecondFactorOn = defineAction({
  name: 'account.totp-on',
  permission: 'account.own',
  input: z.strictObject({ code: z.string().trim().max(10) }),
  run: async ({ viewer, input, tx }) => {
    if (!offersSecondFactor(viewer.role) || viewer.hasTotp) throw notFound();
    const clear = await countTry(viewer, 'own-totp');
    const secret = pendingTotpSecret(viewer.sessionId);
    const step = totpStep(secret, input.code);
    if (step === undefined) {
      throw new Refusal('invalid', 'Код не подошёл.', {
        code: 'Введите шесть цифр, которые приложение показывает сейчас; проверьте часы телефона.',
      });
    }
    await clear();
    await setOwnTotp(tx, secret);
    await takeTotpStep(viewer.userId, step, tx);
    return { ...ownRow(viewer), message: 'Готово: теперь при входе портал спросит код из приложения.' };
  },
});

export const turnSecondFactorOff = defineAction({
  name: 'account.totp-off',
  permission: 'account.own',
  input: z.strictObject({ password: z.string().max(200) }),
  run: async ({ viewer, input, tx }) => {
    await assertOwnPassword(tx, viewer, 'password', input.password);
    await setOwnTotp(tx, null);
    return { ...ownRow(viewer), message: 'Код при входе отключён.' };
  },
});
