import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { writeJournal } from '@/lib/audit/journal';
import { NOTICE_KINDS } from '@/lib/notices/notice';
import type { OwnSearch, SentSearch } from '@/lib/notifications/notification';
import { choicesOf, ownPage, PAGE_SIZE, sentPage, unreadOf } from '@/lib/notifications/notification-store';
import { hasMail } from '@/lib/platform/mail';

/** One's own notifications. */
export const notificationsPage = defineQuery('account.own', async ({ viewer, tx }, search: OwnSearch) => {
  const { rows, total } = await ownPage(tx, viewer.membershipId, search);
  const unread = await unreadOf(tx, viewer.membershipId);
  const canSeeSent = can(viewer.role, 'notification.sent');
  return { rows, total, unread, search, pages: Math.ceil(total / PAGE_SIZE), timeZone: viewer.timeZone, canSeeSent };
});
export type NotificationsPage = Awaited<ReturnType<typeof notificationsPage>>;

/** How many are not read, for the bell. */
export const unreadCount = defineQuery('account.own', ({ viewer, tx }) => unreadOf(tx, viewer.membershipId));

/** Which letters come, by kind. */
export const choicesPage = defineQuery('account.own', async ({ viewer, tx }) => {
  const chosen = await choicesOf(tx, viewer.membershipId);
  return {
    kinds: NOTICE_KINDS.map((kind) => ({ kind, letters: chosen.get(kind) ?? ('NOW' as const) })),
    email: viewer.email,
    hasMail: hasMail(),
    hasPlace: viewer.municipalityId !== null,
  };
});
export type ChoicesPage = Awaited<ReturnType<typeof choicesPage>>;

/** What the people of the municipality were told, and what became of the letters. */
export const sentNotifications = defineQuery('notification.sent', async ({ viewer, tx }, search: SentSearch) => {
  const found = await sentPage(tx, ownMunicipality(viewer), search);
  const pages = Math.ceil(found.total / PAGE_SIZE);
  return { ...found, search, pages, timeZone: viewer.timeZone, hasMail: hasMail() };
});
export type SentNotifications = Awaited<ReturnType<typeof sentNotifications>>;

const EXPORT_MAX = 20_000;

/** The same as a file; that it left the portal is in the journal. */
export const sentTable = defineQuery('notification.sent', async ({ viewer, tx }, search: SentSearch) => {
  const municipalityId = ownMunicipality(viewer);
  await writeJournal(tx, { action: 'notification.export', entity: 'municipality', entityId: municipalityId });
  const { rows } = await sentPage(tx, municipalityId, { ...search, page: 1 }, EXPORT_MAX);
  return { rows, timeZone: viewer.timeZone };
});
