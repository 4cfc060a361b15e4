import 'server-only';
import { createHash } from 'node:crypto';
import { can } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { feedViewer } from '@/lib/events/calendar-store';
import { calendarTokenHash, tokenOfAddress } from '@/lib/events/calendar-token';
import { eventEntry } from '@/lib/events/event-entry';
import { eventsForFeed, queuesOf } from '@/lib/events/event-store';
import { calendarText } from '@/lib/events/icalendar';
import { standings } from '@/lib/events/waiting-list';
import { standingWords } from '@/lib/events/words';
import { links } from '@/lib/kernel/links';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { env } from '@/lib/platform/env';
import { inScope } from '@/lib/platform/prisma';

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';

/** The events that this person sees in the portal, in his own scope; drafts of the centre as tentative. */
async function feedText(viewer: Viewer, municipalityId: string): Promise<string> {
  const { timeZone } = viewer;
  return inScope(viewer, async (tx) => {
    const events = await eventsForFeed(tx, municipalityId, schoolYearAt(new Date(), timeZone));
    const queues = await queuesOf(
      tx,
      events.map((event) => event.id),
    );
    const entries = events.flatMap((event) => {
      const queue = queues.get(event.id) ?? [];
      const own = queue.find(({ isOwn }) => isOwn);
      const standing = own && standings(queue, event.capacity).get(own.turn);
      const note = standing ? `Ваша школа ${standingWords(standing)}.` : '';
      return eventEntry(event, timeZone, `${env().PORTAL_ORIGIN}${links.event(event.id)}`, { note }) ?? [];
    });
    return calendarText(`Мероприятия: ${viewer.municipalityName ?? ''}`, entries);
  });
}

const said = (status: number, text: string, headers: Record<string, string> = {}) =>
  new Response(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'private, no-store', ...headers },
  });

/**
 * What a calendar gets for its secret address. An address that nobody has, that was revoked or whose owner was blocked
 * says the same. The text is the owner's alone; a calendar that has it already is told so and gets nothing.
 */
export async function calendarFeed(address: string, seenTag: string | null): Promise<Response> {
  const token = tokenOfAddress(address);
  const found = token && (await feedViewer(calendarTokenHash(token)));
  if (!found) return said(404, 'Календарь не найден. Возьмите новый адрес на портале.');
  const { viewer, isWithin } = found;
  if (!isWithin) return said(429, 'Календарь запрашивают слишком часто.', { 'Retry-After': '3600' });
  if (!viewer.municipalityId || !can(viewer.role, 'event.read')) return said(404, 'Календарь не найден.');
  const text = await feedText(viewer, viewer.municipalityId);
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const headers = { ETag: tag, 'Cache-Control': 'private, no-cache' };
  const isSeen = seenTag?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
  if (isSeen) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      'Content-Type': CALENDAR_TYPE,
      'Content-Disposition': 'inline; filename="calendar.ics"',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
