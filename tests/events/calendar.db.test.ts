import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/calendar/[token]/route';
import type { Viewer } from '@/lib/access/viewer';
import { renewCalendar, revokeCalendar } from '@/lib/events/calendar-actions';
import { cancelEvent, editEvent } from '@/lib/events/event-actions';
import { openEvents } from '@/lib/events/event-queries';
import { joinEvent } from '@/lib/events/registration-actions';
import { prisma } from '@/lib/platform/prisma';
import { type EventsTown, eventForm, eventsTown, owner, said } from './events-world';

let mine: EventsTown;
let theirs: EventsTown;
beforeAll(async () => {
  [mine, theirs] = [await eventsTown('MINE'), await eventsTown('THEIRS')];
}, 60_000);
afterAll(() => owner.$disconnect());

const addressFor = async (viewer: Viewer): Promise<string> =>
  said(await renewCalendar.as(viewer, {}))
    .split('/')
    .at(-1) ?? '';
const read = (address: string, tag?: string) =>
  GET(new Request(`http://portal.test/api/calendar/${address}`, tag ? { headers: { 'If-None-Match': tag } } : {}), {
    params: Promise.resolve({ token: address }),
  });
const eventsIn = async (address: string) => {
  const calendar = new ICAL.Component(ICAL.parse(await (await read(address)).text()));
  return calendar.getAllSubcomponents('vevent').map((one) => ({
    ...{ uid: new ICAL.Event(one).uid, summary: new ICAL.Event(one).summary, sequence: new ICAL.Event(one).sequence },
    ...{ status: String(one.getFirstPropertyValue('status')), note: new ICAL.Event(one).description },
  }));
};
const seenOf = async (eventId: string) => ({ eventId, sequence: `${(await mine.event(eventId)).sequence}` });
const titlesIn = async (address: string) => (await eventsIn(address)).map(({ summary }) => summary).sort();

describe('the calendar of a person', () => {
  it('shows a director what his school may see, the centre its drafts too, and nobody another town', async () => {
    await mine.plan({ title: 'Для первой', reach: 'CHOSEN', schools: [mine.school(0).id] });
    await mine.plan({ title: 'Для всех' });
    await mine.plan({ title: 'Черновик', isPublished: undefined });
    await mine.plan({ title: 'Весной', firstDay: '', startTime: '', endTime: '', term: 'март' });
    await theirs.plan({ title: 'Чужое' });
    expect(await titlesIn(await addressFor(mine.head(0)))).toEqual(['Семинар: Для всех', 'Семинар: Для первой']);
    expect(await titlesIn(await addressFor(mine.head(1)))).toEqual(['Семинар: Для всех']);
    const centre = await eventsIn(await addressFor(mine.centre));
    expect(centre.find(({ summary }) => summary === 'Семинар: Черновик')?.status).toBe('TENTATIVE');
    expect(centre).toHaveLength(3);
  });

  it('follows changes and cancellations under the same name, and tells the school where it stands', async () => {
    const id = await mine.plan({ title: 'Меняется', reach: 'CHOSEN', schools: [mine.school(3).id], capacity: '2' });
    const address = await addressFor(mine.head(3));
    const found = async () => (await eventsIn(address)).find(({ uid }) => uid === id);
    expect(await found()).toMatchObject({ sequence: 0, status: 'CONFIRMED' });
    said(await joinEvent.as(mine.head(3), { eventId: id, participants: '2', positions: '' }));
    expect((await found())?.note).toContain('Ваша школа записана.');
    const moved = eventForm(mine.form.id, { title: 'Меняется', firstDay: '2031-12-01', capacity: '2' });
    said(await editEvent.as(mine.centre, { ...(await seenOf(id)), ...moved }));
    expect(await found()).toMatchObject({ sequence: 1, status: 'CONFIRMED' });
    said(await cancelEvent.as(mine.centre, { ...(await seenOf(id)), reason: 'Карантин' }));
    expect(await found()).toMatchObject({ sequence: 2, status: 'CANCELLED', summary: 'Отменено: Семинар: Меняется' });
  });

  it('says nothing new to a calendar that has it already', async () => {
    const address = await addressFor(mine.head(1));
    const first = await read(address);
    expect(first.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('Cache-Control')).toContain('private');
    const tag = first.headers.get('ETag') ?? '';
    const second = await read(address, tag);
    expect([second.status, await second.text()]).toEqual([304, '']);
    await mine.plan({ title: 'Новое' });
    expect((await read(address, tag)).status).toBe(200);
  });

  it('is closed once the address is renewed, revoked, or its owner blocked; all say the same', async () => {
    const viewer = mine.head(2);
    const old = await addressFor(viewer);
    const address = await addressFor(viewer);
    expect([(await read(old)).status, (await read(address)).status]).toEqual([404, 200]);
    await owner.membership.update({ where: { id: viewer.membershipId }, data: { blockedAt: new Date() } });
    expect((await read(address)).status).toBe(404);
    await owner.membership.update({ where: { id: viewer.membershipId }, data: { blockedAt: null } });
    said(await revokeCalendar.as(viewer, {}));
    expect((await read(address)).status).toBe(404);
    expect(await revokeCalendar.as(viewer, {})).toMatchObject({ ok: false });
    for (const wrong of ['x', '..%2f', `${address}0`, 'a'.repeat(43)]) expect((await read(wrong)).status).toBe(404);
  });

  it('is refused for a while when it is read without end', async () => {
    const address = await addressFor(mine.head(2));
    await owner.calendarFeed.update({ where: { membershipId: mine.head(2).membershipId }, data: { reads: 120 } });
    const answer = await read(address);
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '3600']);
  });

  it('keeps its address nowhere: neither in the database nor in the journal nor in answers kept for a key', async () => {
    const token = (await addressFor(mine.head(0))).replace('.ics', '');
    const rows = await owner.$queryRaw<{ text: string }[]>`
      SELECT f::text AS text FROM calendar_feed f UNION ALL SELECT j::text FROM journal_entry j
      UNION ALL SELECT k::text FROM idempotency_key k`;
    expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
    await expect(prisma().$queryRaw`SELECT token_hash FROM calendar_feed`).rejects.toThrow(/permission denied/);
  });
});

describe('the open page', () => {
  it('names what the centre has put there, when and where; not for whom, and no draft', async () => {
    await mine.plan({ title: 'Открытое', isPublic: 'on', audience: 'Школы с низкими результатами' });
    await mine.plan({ title: 'Открытый черновик', isPublic: 'on', isPublished: undefined });
    await mine.plan({ title: 'Закрытое' });
    const events = await openEvents();
    expect(events.map(({ title }) => title)).toEqual(['Открытое']);
    expect(JSON.stringify(events)).not.toContain('низкими');
  });
});
