import 'server-only';
import { dateOf } from '@/lib/development/deficit-store';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';

/** A composition of the centre; an approved one stays as its order says. */
export type Roster = {
  readonly id: string;
  readonly since: Day;
  readonly orderNumber: string;
  readonly orderDate: Day | null;
  readonly approvedAt: Date | null;
  readonly version: number;
};

export type RosterMember = {
  readonly id: string;
  readonly rosterId: string;
  readonly number: number;
  readonly positions: string;
  readonly workplaces: string;
  readonly userId: string | null;
  /** Of somebody of the centre who has a sign-in; nobody else is named. */
  readonly name: string | null;
};

/** All versions, the newest first. */
export const listRosters = (tx: Tx, municipalityId: string): Promise<readonly Roster[]> =>
  tx.$queryRaw<Roster[]>`
    SELECT id::text, since::text, order_number AS "orderNumber", order_date::text AS "orderDate", approved_at AS "approvedAt",
      version FROM centre_roster WHERE municipality_id = ${municipalityId}::uuid
    ORDER BY approved_at IS NOT NULL, since DESC, created_at DESC`;

export const rosterMembers = (tx: Tx, municipalityId: string): Promise<readonly RosterMember[]> =>
  tx.$queryRaw<RosterMember[]>`
    SELECT m.id::text, m.roster_id::text AS "rosterId", m.number, m.positions, m.workplaces, m.user_id::text AS "userId", u.name
    FROM centre_member m LEFT JOIN app_user u ON u.id = m.user_id
    WHERE m.municipality_id = ${municipalityId}::uuid ORDER BY m.number, m.id`;

/** Who of the centre has a sign-in. */
export const centreStaff = (tx: Tx, municipalityId: string): Promise<readonly { id: string; name: string }[]> =>
  tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT DISTINCT u.id::text, u.name FROM membership m JOIN app_user u ON u.id = m.user_id
    WHERE m.municipality_id = ${municipalityId}::uuid AND m.role = 'CENTRE' ORDER BY u.name, 1`;

/** A new version that begins with the lines of another one. */
export async function insertRoster(
  tx: Tx,
  municipalityId: string,
  since: Day,
  lines: readonly Pick<RosterMember, 'number' | 'positions' | 'workplaces' | 'userId'>[],
): Promise<string> {
  const id = newId();
  await tx.centreRoster.createMany({ data: [{ id, municipalityId, since: dateOf(since) }] });
  await tx.centreMember.createMany({
    data: lines.map(({ number, positions, workplaces, userId }) => ({
      ...{ id: newId(), municipalityId, rosterId: id, number, positions, workplaces, userId },
    })),
  });
  return id;
}

/** The version under its lock, so that nobody approves it while a line is written. */
export async function lockRoster(tx: Tx, municipalityId: string, rosterId: string): Promise<Roster | undefined> {
  const [row] = await tx.$queryRaw<Roster[]>`
    SELECT id::text, since::text, order_number AS "orderNumber", order_date::text AS "orderDate", approved_at AS "approvedAt",
      version FROM centre_roster WHERE id = ${rosterId}::uuid AND municipality_id = ${municipalityId}::uuid FOR UPDATE`;
  return row;
}

export async function insertRosterMember(
  tx: Tx,
  municipalityId: string,
  rosterId: string,
  line: Pick<RosterMember, 'positions' | 'workplaces' | 'userId'>,
): Promise<void> {
  const { _max } = await tx.centreMember.aggregate({ where: { rosterId }, _max: { number: true } });
  await tx.centreMember.createMany({
    data: [{ ...line, id: newId(), municipalityId, rosterId, number: (_max.number ?? 0) + 1 }],
  });
}

export async function deleteRosterMember(tx: Tx, rosterId: string, id: string): Promise<boolean> {
  const { count } = await tx.centreMember.deleteMany({ where: { id, rosterId } });
  return count === 1;
}

export async function approveRosterRow(
  tx: Tx,
  { id, version }: Pick<Roster, 'id' | 'version'>,
  order: { readonly orderNumber: string; readonly orderDate: Day },
): Promise<boolean> {
  const { count } = await tx.centreRoster.updateMany({
    where: { id, version, approvedAt: null },
    data: {
      orderNumber: order.orderNumber,
      orderDate: dateOf(order.orderDate),
      approvedAt: new Date(),
      version: version + 1,
    },
  });
  return count === 1;
}
