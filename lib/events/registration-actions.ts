'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { CentreEvent } from '@/lib/events/event';
import { participants } from '@/lib/events/event-input';
import { addTargets, databaseNow, lockEvent, queuesOf, schoolChoices } from '@/lib/events/event-store';
import { closedBecause, hasCome, joined, movedUp } from '@/lib/events/joining';
import {
  changeJoining,
  findRegistration,
  type Joining,
  markAttended,
  registrationOf,
  takeTurn,
  withdraw,
} from '@/lib/events/registration-store';
import { PEOPLE_FORMS, SCHOOL_FORMS, standingWords } from '@/lib/events/words';
import { id } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import type { Tx } from '@/lib/platform/prisma';

const joiningFields = {
  participants,
  positions: z.string().trim().max(300, 'Не длиннее 300 знаков').default(''),
} as const;

/** Puts a school into the queue of an event that is held, or changes how many come; says where it stands. */
async function join(tx: Tx, event: CentreEvent, schoolId: string, joining: Joining, userId: string) {
  const queue = (await queuesOf(tx, [event.id])).get(event.id) ?? [];
  const own = await registrationOf(tx, event.id, schoolId);
  const { turn, isNew, standing } = joined(queue, own?.turn, joining.participants, event.capacity);
  const place = { municipalityId: event.municipalityId, eventId: event.id, schoolId };
  if (own) await changeJoining(tx, own.id, joining);
  const entityId = own?.id ?? (await takeTurn(tx, place, turn, joining, userId));
  const details = { event: event.id, school: schoolId, participants: joining.participants, state: standing.state };
  return { entityId, isNew, standing, details };
}

/** Gives a turn up; those who waited move up by themselves. */
async function leave(tx: Tx, event: CentreEvent, registration: { id: string; schoolId: string; turn: number }) {
  const queue = (await queuesOf(tx, [event.id])).get(event.id) ?? [];
  if (!(await withdraw(tx, registration.id))) throw new Refusal('conflict', 'Запись уже снята. Обновите страницу.');
  const moved = movedUp(queue, registration.turn, event.capacity);
  return { details: { event: event.id, school: registration.schoolId, moved }, moved };
}

/** The school says that it comes and with how many people; once more, it changes the number. */
export const joinEvent = defineAction({
  name: 'event.join',
  permission: 'event.join',
  input: z.strictObject({ eventId: id, ...joiningFields }),
  run: async ({ viewer, input, tx }) => {
    if (!viewer.schoolId) throw notFound();
    const { eventId, ...joining } = input;
    const event = await lockEvent(tx, ownMunicipality(viewer), eventId);
    const closed = closedBecause(event, await databaseNow(tx), viewer.timeZone);
    if (closed) throw new Refusal('closed', closed);
    const { entityId, standing, details } = await join(tx, event, viewer.schoolId, joining, viewer.userId);
    return {
      entity: 'event_registration',
      entityId,
      details,
      message: `Школа ${standingWords(standing)}: ${count(joining.participants, PEOPLE_FORMS)}.`,
    };
  },
});

export const leaveEvent = defineAction({
  name: 'event.leave',
  permission: 'event.join',
  input: z.strictObject({ eventId: id }),
  run: async ({ viewer, input, tx }) => {
    if (!viewer.schoolId) throw notFound();
    const event = await lockEvent(tx, ownMunicipality(viewer), input.eventId);
    const closed = closedBecause(event, await databaseNow(tx), viewer.timeZone);
    if (closed) throw new Refusal('closed', closed);
    const own = await registrationOf(tx, event.id, viewer.schoolId);
    if (!own) throw new Refusal('conflict', 'Школа не записана. Обновите страницу.');
    const { details } = await leave(tx, event, { ...own, schoolId: viewer.schoolId });
    return { entity: 'event_registration', entityId: own.id, details, message: 'Запись школы снята.' };
  },
});

/** The centre writes a school down itself: it has telephoned, or came without registering. */
export const seatSchool = defineAction({
  name: 'event.seat',
  permission: 'event.change',
  input: z.strictObject({ eventId: id, schoolId: z.uuid('Выберите школу'), ...joiningFields }),
  run: async ({ viewer, input, tx }) => {
    const { eventId, schoolId, ...joining } = input;
    const event = await lockEvent(tx, ownMunicipality(viewer), eventId);
    if (event.status === 'CANCELLED') throw new Refusal('closed', 'Мероприятие отменено.');
    const school = (await schoolChoices(tx, event.municipalityId)).find((one) => one.id === schoolId);
    if (!school) throw notFound();
    // A school that comes sees what it comes to.
    const { id: ofEvent, municipalityId } = event;
    if (!event.isOpen) await addTargets(tx, { eventId: ofEvent, municipalityId }, [schoolId]);
    const { entityId, standing, details } = await join(tx, event, schoolId, joining, viewer.userId);
    return {
      entity: 'event_registration',
      entityId,
      details,
      message: `${school.name} ${standingWords(standing)}: ${count(joining.participants, PEOPLE_FORMS)}.`,
    };
  },
});

export const unseatSchool = defineAction({
  name: 'event.unseat',
  permission: 'event.change',
  input: z.strictObject({ registrationId: id }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const known = await findRegistration(tx, municipalityId, input.registrationId);
    if (!known) throw notFound();
    const event = await lockEvent(tx, municipalityId, known.eventId);
    const registration = await registrationOf(tx, event.id, known.schoolId);
    if (!registration) throw new Refusal('conflict', 'Запись уже снята. Обновите страницу.');
    const { details, moved } = await leave(tx, event, { ...registration, schoolId: known.schoolId });
    const more = moved > 0 ? ` Из листа ожидания: ${count(moved, SCHOOL_FORMS)}.` : '';
    return { entity: 'event_registration', entityId: known.id, details, message: `Запись снята.${more}` };
  },
});

const came = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, 'Укажите целое число или оставьте пустым')
  .transform((text) => (text === '' ? null : Number(text)));

const PREFIX = 'school-';
/** Fields named by a registration, «school-<id>», into one record; the rest as they are. */
const gathered = (values: unknown): unknown => {
  if (typeof values !== 'object' || values === null) return values;
  const entries = Object.entries(values);
  const named = entries.filter(([name]) => name.startsWith(PREFIX));
  return {
    ...Object.fromEntries(entries.filter(([name]) => !name.startsWith(PREFIX))),
    schools: Object.fromEntries(named.map(([name, value]) => [name.slice(PREFIX.length), value])),
  };
};

/** The centre says how many came of each school; an empty field says that nobody has counted. */
export const markAttendance = defineAction({
  name: 'event.attendance',
  permission: 'event.change',
  input: z.preprocess(gathered, z.strictObject({ eventId: id, schools: z.record(id, came) })),
  run: async ({ viewer, input, tx }) => {
    const event = await lockEvent(tx, ownMunicipality(viewer), input.eventId);
    if (event.status === 'CANCELLED' || !hasCome(event, await databaseNow(tx), viewer.timeZone)) {
      throw new Refusal('conflict', 'Отметить участие можно, когда мероприятие началось.');
    }
    for (const [registrationId, attended] of Object.entries(input.schools)) {
      if (!(await markAttended(tx, event.id, registrationId, attended))) throw notFound();
    }
    const counted = Object.values(input.schools).filter((attended) => attended !== null);
    const people = counted.reduce((sum, attended) => sum + attended, 0);
    return {
      entity: 'event',
      entityId: event.id,
      details: { schools: counted.length, participants: people },
      message: `Участие отмечено: ${count(people, PEOPLE_FORMS)}.`,
    };
  },
});
