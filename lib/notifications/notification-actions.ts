'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { LETTER_CHOICES, NOTICE_KINDS } from '@/lib/notices/notice';
import { choose, linkOf, markRead, retryLetter } from '@/lib/notifications/notification-store';

/** Opens what a notification is about; from then on it is read. */
export const openNotification = defineAction({
  name: 'notification.open',
  permission: 'account.own',
  input: z.strictObject({ notificationId: id }),
  run: async ({ viewer, input, tx }) => {
    const link = await linkOf(tx, viewer.membershipId, input.notificationId);
    if (link === undefined) throw notFound();
    await markRead(tx, viewer.membershipId, input.notificationId);
    return { entity: 'notification', entityId: input.notificationId, to: link };
  },
});

export const readAllNotifications = defineAction({
  name: 'notification.read-all',
  permission: 'account.own',
  input: z.strictObject({}),
  run: async ({ viewer, tx }) => {
    const count = await markRead(tx, viewer.membershipId);
    return {
      entity: 'membership',
      entityId: viewer.membershipId,
      details: { count },
      message: count === 0 ? 'Непрочитанных нет.' : 'Все уведомления отмечены прочитанными.',
    };
  },
});

const letters = z.enum(LETTER_CHOICES, 'Выберите, приходят ли письма');

/** Which letters come, of all kinds at once. */
export const chooseLetters = defineAction({
  name: 'notification.choose',
  permission: 'account.own',
  input: z.strictObject(Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, letters]))),
  run: async ({ viewer, input, tx }) => {
    const person = { membershipId: viewer.membershipId, municipalityId: ownMunicipality(viewer) };
    for (const kind of NOTICE_KINDS) {
      const chosen = letters.safeParse(input[kind]).data;
      if (chosen) await choose(tx, person, kind, chosen);
    }
    return {
      entity: 'membership',
      entityId: viewer.membershipId,
      message: 'Выбор сохранён.',
      to: links.notifications(),
    };
  },
});

/** A letter that was given up is tried once more. */
export const retryNotification = defineAction({
  name: 'notification.retry',
  permission: 'notification.sent',
  input: z.strictObject({ notificationId: id }),
  run: async ({ input, tx }) => {
    if (!(await retryLetter(tx, input.notificationId)))
      throw new Refusal('not-found', 'Запись не найдена или уже отправляется снова. Обновите страницу.');
    return { entity: 'notification', entityId: input.notificationId, message: 'Письмо будет отправлено снова.' };
  },
});
