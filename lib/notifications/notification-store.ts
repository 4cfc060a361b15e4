import 'server-only';
import type { LetterChoice, NoticeKind } from '@/lib/notices/notice';
import type { Notification, OwnSearch, SentLine, SentSearch } from '@/lib/notifications/notification';
import type { Tx } from '@/lib/platform/prisma';
import { Prisma } from '@/prisma/generated/client';

export const PAGE_SIZE = 50;

const FIELDS = Prisma.sql`n.id::text AS id, n.kind, n.title, n.text, n.due::text AS due, n.link, n.created_at AS "createdAt",
  n.read_at AS "readAt"`;

/** One page of a person's own notifications, the newest first, and how many the filter finds. */
export async function ownPage(
  tx: Tx,
  membershipId: string,
  { kind, state, page }: OwnSearch,
): Promise<{ readonly rows: readonly Notification[]; readonly total: number }> {
  const where = Prisma.sql`n.membership_id = ${membershipId}::uuid
    AND (${kind ?? null}::text IS NULL OR n.kind = ${kind ?? null}) AND (${state !== 'unread'} OR n.read_at IS NULL)`;
  const rows = await tx.$queryRaw<
    Notification[]
  >`/*own_notifications*/ SELECT ${FIELDS} FROM notification n WHERE ${where}
    ORDER BY n.created_at DESC, n.id LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
  const [found] = await tx.$queryRaw<
    { total: number }[]
  >`SELECT count(*)::int AS total FROM notification n WHERE ${where}`;
  return { rows, total: found?.total ?? 0 };
}

/** How many a person has not read. */
export async function unreadOf(tx: Tx, membershipId: string): Promise<number> {
  const [found] = await tx.$queryRaw<{ unread: number }[]>`/*unread*/ SELECT count(*)::int AS unread FROM notification
    WHERE membership_id = ${membershipId}::uuid AND read_at IS NULL`;
  return found?.unread ?? 0;
}

/** Marks one of a person's notifications as read, or all; gives how many were not. */
export async function markRead(tx: Tx, membershipId: string, notificationId?: string): Promise<number> {
  const { count } = await tx.notification.updateMany({
    where: { membershipId, readAt: null, ...(notificationId ? { id: notificationId } : {}) },
    data: { readAt: new Date() },
  });
  return count;
}

/** Where one of a person's notifications leads; undefined where it is not his. */
export async function linkOf(tx: Tx, membershipId: string, notificationId: string): Promise<string | undefined> {
  const found = await tx.notification.findFirst({
    where: { id: notificationId, membershipId },
    select: { link: true },
  });
  return found?.link;
}

export async function choicesOf(tx: Tx, membershipId: string): Promise<ReadonlyMap<string, LetterChoice>> {
  const rows = await tx.notificationChoice.findMany({ where: { membershipId }, select: { kind: true, letters: true } });
  return new Map(rows.map(({ kind, letters }) => [kind, letters]));
}

export async function choose(
  tx: Tx,
  person: { readonly membershipId: string; readonly municipalityId: string },
  kind: NoticeKind,
  letters: LetterChoice,
): Promise<void> {
  const { membershipId } = person;
  await tx.notificationChoice.upsert({
    where: { membershipId_kind: { membershipId, kind } },
    create: { ...person, kind, letters },
    update: { letters },
    select: { kind: true },
  });
}

/** One page of what the people of the municipality were told, the newest first. */
export async function sentPage(
  tx: Tx,
  municipalityId: string,
  { q, kind, letter, page }: SentSearch,
  size = PAGE_SIZE,
): Promise<{
  readonly rows: readonly SentLine[];
  readonly total: number;
  readonly waiting: number;
  readonly failed: number;
}> {
  const pattern = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const states = {
    none: Prisma.sql`n.leaves_at IS NULL AND n.sent_at IS NULL AND n.failed_at IS NULL`,
    waiting: Prisma.sql`n.leaves_at IS NOT NULL AND n.sent_at IS NULL AND n.failed_at IS NULL`,
    sent: Prisma.sql`n.sent_at IS NOT NULL`,
    failed: Prisma.sql`n.failed_at IS NOT NULL`,
  };
  const own = Prisma.sql`n.municipality_id = ${municipalityId}::uuid`;
  const where = Prisma.sql`${own} AND (${kind ?? null}::text IS NULL OR n.kind = ${kind ?? null})
    AND (${pattern}::text IS NULL OR n.title ILIKE ${pattern} OR n.person_name ILIKE ${pattern} OR n.text ILIKE ${pattern})
    ${letter ? Prisma.sql`AND ${states[letter]}` : Prisma.empty}`;
  const rows = await tx.$queryRaw<
    SentLine[]
  >`SELECT ${FIELDS}, n.person_name AS "personName", n.leaves_at AS "leavesAt",
      n.sent_at AS "sentAt", n.failed_at AS "failedAt", n.attempts::int AS attempts, n.fault
    FROM notification n WHERE ${where} ORDER BY n.created_at DESC, n.id LIMIT ${size} OFFSET ${(page - 1) * size}`;
  const [found] = await tx.$queryRaw<{ total: number; waiting: number; failed: number }[]>`SELECT
      count(*) FILTER (WHERE ${where})::int AS total, count(*) FILTER (WHERE ${states.waiting})::int AS waiting,
      count(*) FILTER (WHERE ${states.failed})::int AS failed
    FROM notification n WHERE ${own}`;
  return { rows, ...(found ?? { total: 0, waiting: 0, failed: 0 }) };
}

/** Tries a letter again that was given up; false where there is none. */
export async function retryLetter(tx: Tx, notificationId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ again: boolean }[]>`SELECT letter_retry(${notificationId}::uuid) AS again`;
  return row?.again ?? false;
}
