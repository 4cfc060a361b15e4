'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { removeFeed, renewFeed } from '@/lib/events/calendar-store';
import { calendarTokenHash, newCalendarToken } from '@/lib/events/calendar-token';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';
import { env } from '@/lib/platform/env';

/** Makes the secret address of the viewer's calendar, shown once; an earlier one stops working. */
export const renewCalendar = defineAction({
  name: 'event.calendar-renew',
  permission: 'event.read',
  input: z.strictObject({}),
  run: async ({ viewer, tx }) => {
    const { membershipId } = viewer;
    const token = newCalendarToken();
    await renewFeed(tx, { membershipId, municipalityId: ownMunicipality(viewer) }, calendarTokenHash(token));
    const message = `${env().PORTAL_ORIGIN}${links.calendarFeed(token)}`;
    return { entity: 'calendar_feed', entityId: membershipId, details: {}, message };
  },
});

export const revokeCalendar = defineAction({
  name: 'event.calendar-revoke',
  permission: 'event.read',
  input: z.strictObject({}),
  run: async ({ viewer, tx }) => {
    if (!(await removeFeed(tx, viewer.membershipId)))
      throw new Refusal('conflict', 'Адреса уже нет. Обновите страницу.');
    const message = 'Адрес больше не работает. Подписку в телефоне удалите сами.';
    return { entity: 'calendar_feed', entityId: viewer.membershipId, details: {}, message };
  },
});
