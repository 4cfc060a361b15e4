import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';

/** A school that comes, as the centre sees it, or the school itself. */
export type Registration = {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  readonly turn: number;
  readonly participants: number;
  readonly positions: string;
  readonly attended: number | null;
};

/** The registrations in force that the viewer sees, by turn: of all schools for the centre, of one's own for a school. */
export async function registrationsOf(tx: Tx, eventId: string): Promise<readonly Registration[]> {
  return tx.$queryRaw<Registration[]>`/*event_registrations*/
    SELECT r.id::text, r.school_id::text AS "schoolId", s.short_name AS "schoolName", r.turn,
      r.participants::int AS participants, r.positions, r.attended::int AS attended
    FROM event_registration r JOIN school s ON s.id = r.school_id
    WHERE r.event_id = ${eventId}::uuid AND r.withdrawn_at IS NULL ORDER BY r.turn, r.id`;
}

export async function findRegistration(tx: Tx, municipalityId: string, registrationId: string) {
  const row = await tx.eventRegistration.findUnique({
    where: { id: registrationId, municipalityId },
    select: { id: true, eventId: true, schoolId: true, withdrawnAt: true },
  });
  return row ?? undefined;
}

/** A school's registration in force. */
export async function registrationOf(tx: Tx, eventId: string, schoolId: string) {
  const row = await tx.eventRegistration.findUnique({
    where: { eventId_schoolId: { eventId, schoolId }, withdrawnAt: null },
    select: { id: true, turn: true, participants: true },
  });
  return row ?? undefined;
}

export type Joining = {
  readonly participants: number;
  readonly positions: string;
};
type JoiningPlace = { readonly municipalityId: string; readonly eventId: string; readonly schoolId: string };

/** A school takes its turn; one that had withdrawn comes back at the end. */
export async function takeTurn(
  tx: Tx,
  place: JoiningPlace,
  turn: number,
  joining: Joining,
  registeredById: string,
): Promise<string> {
  const { eventId, schoolId } = place;
  const known = await tx.eventRegistration.findUnique({
    where: { eventId_schoolId: { eventId, schoolId } },
    select: { id: true },
  });
  if (known) {
    const data = { ...joining, turn, registeredById, withdrawnAt: null };
    await tx.eventRegistration.update({ where: { id: known.id }, data, select: { id: true } });
    return known.id;
  }
  const id = newId();
  await tx.eventRegistration.create({ data: { ...place, ...joining, id, turn, registeredById }, select: { id: true } });
  return id;
}

/** Another number of people in the same turn. */
export async function changeJoining(tx: Tx, registrationId: string, joining: Joining): Promise<void> {
  await tx.eventRegistration.update({ where: { id: registrationId }, data: joining, select: { id: true } });
}

export async function withdraw(tx: Tx, registrationId: string): Promise<boolean> {
  const { count } = await tx.eventRegistration.updateMany({
    where: { id: registrationId, withdrawnAt: null },
    data: { withdrawnAt: new Date() },
  });
  return count === 1;
}

/** How many came of one school; false where the registration is not one of this event. */
export async function markAttended(
  tx: Tx,
  eventId: string,
  registrationId: string,
  attended: number | null,
): Promise<boolean> {
  const { count } = await tx.eventRegistration.updateMany({
    where: { id: registrationId, eventId, withdrawnAt: null },
    data: { attended },
  });
  return count === 1;
}
