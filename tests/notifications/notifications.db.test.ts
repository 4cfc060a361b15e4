import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/access/viewer';
import { NOTICE_KINDS } from '@/lib/notices/notice';
import { deliverLetters } from '@/lib/notifications/deliver-letters';
import { ownSearch, sentSearch } from '@/lib/notifications/notification';
import {
  chooseLetters,
  openNotification,
  readAllNotifications,
  retryNotification,
} from '@/lib/notifications/notification-actions';
import { notificationsPage, sentNotifications, unreadCount } from '@/lib/notifications/notification-queries';
import { openQueue } from '@/lib/platform/job-queue';
import { closeMail } from '@/lib/platform/mail';
import { remind } from '@/lib/reminders/remind';
import { moveRow } from '@/lib/roadmaps/row-actions';
import { buildRecommendation } from '@/prisma/seed/builders/recommendation';
import { buildRoadmap } from '@/prisma/seed/builders/roadmap';
import { buildTown, ownerClient, type Town } from '../diagnostics/list-world';

const owner = ownerClient();

/** A mail server of the test: what it took, and what it is told to say against a letter. */
const box: { letters: string[]; refusal: string | undefined } = { letters: [], refusal: undefined };
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      if (box.refusal) return done(new Error(box.refusal));
      box.letters.push(Buffer.concat(parts).toString('utf8'));
      done();
    });
  },
});

let town: Town;
let other: Town;
let centre: Viewer;
let head: Viewer;
let stranger: Viewer;

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port');
  process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`;
  process.env.MAIL_FROM = 'Портал <portal@moc.example>';
  town = await buildTown(owner, 'TOLD', 2);
  other = await buildTown(owner, 'ELSEWHERE', 1);
  centre = await town.viewer('CENTRE');
  head = await town.viewer('SCHOOL_HEAD', town.schools[0]);
  stranger = await other.viewer('CENTRE');
}, 60_000);
beforeEach(async () => {
  await owner.notification.deleteMany();
  await owner.notificationChoice.deleteMany();
  [box.letters, box.refusal] = [[], undefined];
});
afterAll(async () => {
  closeMail();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await owner.$disconnect();
});

/** A plan of the first school with rows that end on the days given. */
async function plan(...days: readonly string[]) {
  return buildRoadmap(owner, {
    ...{ municipalityId: town.id, schoolId: town.schools[0]?.id ?? '', title: 'План', year: 2026, span: 'SCHOOL' },
    ...{ authorId: centre.userId, order: { number: '1', date: new Date('2026-09-01'), approvedById: centre.userId } },
    rows: days.map((day, index) => ({
      ...{ number: `${index + 1}`, measure: `Дело ${index + 1}`, term: `до ${day.split('-').reverse().join('.')}` },
      ...{ responsible: 'ОО', result: '', form: '' },
    })),
  });
}
const report = async (rowId: string, version = '1') =>
  moveRow.as(head, { rowId, version, move: 'report', text: 'Сделано' });
const ownOf = async (viewer: Viewer) => (await notificationsPage.as(viewer, ownSearch.parse({}))).rows;
/** As if the moment to leave had come for whatever waits. */
const letItBeMorning = () =>
  owner.notification.updateMany({
    where: { leavesAt: { not: null } },
    data: { leavesAt: new Date(Date.now() - 1000) },
  });
const deliver = (zones = ['Europe/Moscow']) => deliverLetters(zones);
const subject = (letter: string) => /^Subject: (.*(?:\r\n .*)*)/m.exec(letter)?.[1] ?? '';
const idOf = (letter: string) => /^Message-ID: <(.+)>/im.exec(letter)?.[1] ?? '';

describe('who is told', () => {
  it('the centre of a report, not the school that made it, not another town', async () => {
    const { rows } = await plan('2026-12-20');
    expect(await report(rows[0]?.id ?? '')).toMatchObject({ ok: true });
    expect(await ownOf(centre)).toEqual([
      expect.objectContaining({ kind: 'ROADMAP', title: 'СОШ № 1: отчёт по дорожной карте', text: 'Дело 1' }),
    ]);
    expect([await unreadCount.as(centre), await ownOf(head), await ownOf(stranger)]).toEqual([1, [], []]);
  });

  it('nobody where the change was refused', async () => {
    const { rows } = await plan('2026-12-20');
    expect(await report(rows[0]?.id ?? '', '7')).toMatchObject({ ok: false });
    expect(await owner.notification.count()).toBe(0);
  });

  it('reads his own alone, and opens where it leads', async () => {
    const { id, rows } = await plan('2026-12-20');
    await report(rows[0]?.id ?? '');
    const [told] = await ownOf(centre);
    expect(await openNotification.as(stranger, { notificationId: told?.id })).toMatchObject({ ok: false });
    expect(await openNotification.as(head, { notificationId: told?.id })).toMatchObject({ ok: false });
    expect(await openNotification.as(centre, { notificationId: told?.id })).toMatchObject({
      ...{ ok: true, to: `/roadmaps/${id}/rows/${rows[0]?.id}` },
    });
    expect(await unreadCount.as(centre)).toBe(0);
    await report(rows[0]?.id ?? '', '2');
    expect(await readAllNotifications.as(centre, {})).toMatchObject({ ok: true });
  });

  it('the centre sees what was sent in its town, a school and another town do not', async () => {
    const { rows } = await plan('2026-12-20');
    await report(rows[0]?.id ?? '');
    const search = sentSearch.parse({});
    expect((await sentNotifications.as(centre, search)).total).toBe(1);
    expect((await sentNotifications.as(stranger, search)).total).toBe(0);
    await expect(sentNotifications.as(head, search)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a letter', () => {
  it('leaves once, whoever delivers at the same time, and not before its moment', async () => {
    const { rows } = await plan('2026-12-20');
    await report(rows[0]?.id ?? '');
    await owner.notification.updateMany({ data: { leavesAt: new Date(Date.now() + 3_600_000) } });
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    await letItBeMorning();
    expect(await deliver(['Asia/Vladivostok'])).toEqual({ sent: 0, failed: 0 });
    const told = await Promise.all([deliver(), deliver(), deliver()]);
    expect(told.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect(box.letters).toHaveLength(1);
    const text = Buffer.from(box.letters[0]?.split('\r\n\r\n').slice(1).join('') ?? '', 'base64').toString('utf8');
    expect(text).toContain('СОШ № 1: отчёт по дорожной карте');
    expect(text).toContain('http://portal.test/roadmaps/');
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
  });

  it('holds everything that waits for one person', async () => {
    const { rows } = await plan('2026-12-20', '2026-12-21');
    for (const row of rows) await report(row.id);
    await letItBeMorning();
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    expect(subject(box.letters[0] ?? '')).not.toBe('');
    expect(await owner.notification.count({ where: { sentAt: { not: null } } })).toBe(2);
  });

  it('that was handed over by somebody who died is handed over again as the same letter', async () => {
    const { rows } = await plan('2026-12-20');
    await report(rows[0]?.id ?? '');
    await letItBeMorning();
    await deliver();
    // As if the process had died between the hand-over and the mark, ten minutes ago.
    await owner.notification.updateMany({ data: { sentAt: null, claimedUntil: new Date(Date.now() - 1000) } });
    await deliver();
    expect(box.letters).toHaveLength(2);
    expect(idOf(box.letters[0] ?? '')).toBe(idOf(box.letters[1] ?? 'x'));
  });

  it('that the server does not take waits, is given up after the last try, and can be sent again', async () => {
    const { rows } = await plan('2026-12-20', '2026-12-21');
    for (const row of rows) await report(row.id);
    box.refusal = 'mailbox person@example.test is full';
    for (let round = 0; round < 6; round += 1) {
      await letItBeMorning();
      expect(await deliver()).toEqual({ sent: 0, failed: 1 });
    }
    await letItBeMorning();
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    const [line] = (await sentNotifications.as(centre, sentSearch.parse({ letter: 'failed' }))).rows;
    expect(line?.fault).toContain('is full');
    expect(line?.fault).not.toContain('@');
    box.refusal = undefined;
    expect(await retryNotification.as(stranger, { notificationId: line?.id })).toMatchObject({ ok: false });
    expect(await retryNotification.as(centre, { notificationId: line?.id })).toMatchObject({ ok: true });
    expect(await deliver()).toEqual({ sent: 1, failed: 0 });
    // Everything that was in the letter is in it again.
    const [text = ''] = box.letters.map((letter) =>
      Buffer.from(letter.split('\r\n\r\n').slice(1).join(''), 'base64').toString('utf8'),
    );
    expect([text.includes('Дело 1'), text.includes('Дело 2')]).toEqual([true, true]);
  });

  it('follows the person’s choice: none for who wants none, none to who is blocked', async () => {
    const all = (letters: string) => Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, letters]));
    expect(await chooseLetters.as(centre, { ...all('NOW'), ROADMAP: 'NEVER' })).toMatchObject({ ok: true });
    const { rows } = await plan('2026-12-20', '2026-12-21');
    await report(rows[0]?.id ?? '');
    expect((await owner.notification.findFirstOrThrow()).leavesAt).toBeNull();
    await chooseLetters.as(centre, all('DAILY'));
    await report(rows[1]?.id ?? '');
    await letItBeMorning();
    await owner.membership.update({ where: { id: centre.membershipId }, data: { blockedAt: new Date() } });
    expect(await deliver()).toEqual({ sent: 0, failed: 0 });
    await owner.membership.update({ where: { id: centre.membershipId }, data: { blockedAt: null } });
  });
});

describe('reminders', () => {
  const at = (local: string) => new Date(`${local}:00+03:00`);
  const place = () => ({ municipalityId: town.id, timeZone: 'Europe/Moscow' });
  const titles = async (viewer: Viewer) => (await ownOf(viewer)).map(({ title, text }) => `${title}: ${text}`).sort();

  it('tell a school once of each stage, however often the round runs, and nobody before eight', async () => {
    await plan('2026-11-30', '2026-11-25', '2026-11-20', '2026-12-31', '2026-10-01');
    await buildRecommendation(owner, {
      ...{ municipalityId: town.id, schoolId: town.schools[0]?.id ?? '', year: 2026, measure: 'Разобрать ошибки' },
      ...{ due: '2026-11-24', authorId: centre.userId },
      steps: [{ to: 'SENT' as const, by: centre.userId, at: at('2026-11-01T10:00') }],
    });
    await remind(place(), at('2026-11-23T07:59'));
    expect(await titles(head)).toEqual([]);
    for (const hour of ['08:10', '09:10', '17:10']) await remind(place(), at(`2026-11-23T${hour}`));
    expect(await titles(head)).toEqual([
      'Дорожная карта: срок прошёл 20.11.2026: Дело 3',
      'Дорожная карта: срок – 25.11.2026: Дело 2',
      'Дорожная карта: срок – 30.11.2026: Дело 1',
      'Рекомендация центра: срок – 24.11.2026: Разобрать ошибки',
    ]);
    await remind(place(), at('2026-11-28T09:10'));
    expect((await titles(head)).filter((title) => title.includes('Дело 1'))).toHaveLength(2);
    expect(await titles(stranger)).toEqual([]);
  });
});

describe('the queue of jobs', () => {
  it('works under the portal’s own rights and gives a job to one of two processes', async () => {
    await owner.$executeRaw`INSERT INTO pgboss.job (name, policy) VALUES ('letters', 'singleton')`;
    let done = 0;
    let finish: () => void = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const job = {
      cron: '0 0 1 1 *',
      work: async () => {
        done += 1;
        finish();
      },
    };
    const queues = [await openQueue({ letters: job }), await openQueue({ letters: job })];
    await finished;
    for (const queue of queues) await queue.stop();
    expect(done).toBe(1);
  });
});
