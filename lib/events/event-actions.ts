'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import type { CentreEvent } from '@/lib/events/event';
import { type EventInput, eventFields, seenSequence, timeOfForm, yearOfTime } from '@/lib/events/event-input';
import { mayMove } from '@/lib/events/event-moves';
import { changedNotice, invitedNotice } from '@/lib/events/event-notices';
import {
  changeEvent,
  databaseNow,
  type EventDraft,
  insertEvent,
  lockEvent,
  removeDraft,
  schoolChoices,
  setTargets,
  staleEvent,
  targetsOf,
} from '@/lib/events/event-store';
import { firstDay, isDated, schoolYearOfDay } from '@/lib/events/event-time';
import { findForm } from '@/lib/events/form-store';
import { assertRoomFor, hasCome } from '@/lib/events/joining';
import { countMaterials } from '@/lib/events/material-store';
import { registrationsOf } from '@/lib/events/registration-store';
import { SERIES_UNITS, seriesTimes } from '@/lib/events/series';
import { EVENT_FORMS, timeWords } from '@/lib/events/words';
import { id, newId } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';
import type { Tx } from '@/lib/platform/prisma';
import { readRow } from '@/lib/roadmaps/planning-queries';

const schoolsOf = (registrations: readonly { readonly schoolId: string }[]) =>
  registrations.map(({ schoolId }) => schoolId);

/** The event of a form and the sequence it was made for. */
const seen = { eventId: id, sequence: seenSequence } as const;
type Seen = { readonly eventId: string; readonly sequence: number };

const reason = z.string().trim().min(1, 'Напишите причину').max(1000, 'Не длиннее 1000 знаков');

/** The event as the person saw it, held until the change commits. */
async function heldEvent(tx: Tx, municipalityId: string, { eventId, sequence }: Seen): Promise<CentreEvent> {
  const event = await lockEvent(tx, municipalityId, eventId);
  if (event.sequence !== sequence) throw staleEvent();
  return event;
}

/** The form's fields as an event with the schools it is meant for; whatever is not of this municipality does not exist. */
async function draftOf(
  context: QueryContext,
  input: EventInput,
  kept?: CentreEvent,
): Promise<{ readonly draft: EventDraft; readonly targets: readonly string[] }> {
  const { tx } = context;
  const municipalityId = ownMunicipality(context.viewer);
  const form = await findForm(tx, municipalityId, input.formId);
  if (!form || (form.isRetired && form.id !== kept?.formId)) throw notFound();
  const known = new Map((await schoolChoices(tx, municipalityId)).map((school) => [school.id, school.name]));
  const wasTarget = new Set(kept ? await targetsOf(tx, kept.id) : []);
  const targets = input.reach === 'OPEN' ? [] : [...new Set(input.schools)];
  if (targets.some((school) => !known.has(school) && !wasTarget.has(school))) throw notFound();
  const { baseSchoolId } = input;
  const isBaseKept = baseSchoolId !== null && baseSchoolId === kept?.baseSchoolId;
  if (baseSchoolId !== null && !isBaseKept && !known.has(baseSchoolId)) throw notFound();
  if (input.reach === 'CHOSEN' && targets.length === 0 && baseSchoolId === null) {
    throw new Refusal('invalid', 'Выберите школы или откройте мероприятие для всех.', {
      schools: 'Отметьте хотя бы одну школу',
    });
  }
  const { roadmapRowId } = input;
  if (roadmapRowId !== null && roadmapRowId !== kept?.roadmapRowId && !(await readRow(context, roadmapRowId)))
    throw notFound();
  const time = timeOfForm(input);
  const { title, direction, audience, place, speakers, capacity, isPublished, isPublic } = input;
  return {
    targets,
    draft: {
      ...{
        title,
        direction,
        audience,
        place,
        speakers,
        capacity,
        isPublished,
        isPublic,
        baseSchoolId,
        time,
        roadmapRowId,
      },
      formId: form.id,
      formName: form.name,
      baseName: isBaseKept ? kept.baseName : (known.get(baseSchoolId ?? '') ?? ''),
      year: yearOfTime(time, input.year),
      link: input.link ?? '',
      isOpen: input.reach === 'OPEN',
    },
  };
}

/** The centre plans an event. Until it is published only the centre and the department see it. */
export const createEvent = defineAction({
  name: 'event.create',
  permission: 'event.change',
  input: z.strictObject(eventFields),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const { draft, targets } = await draftOf({ viewer, tx }, input);
    const entityId = await insertEvent(tx, municipalityId, draft, { userId: viewer.userId, seriesId: null });
    await setTargets(tx, { id: entityId, municipalityId }, targets);
    return {
      entity: 'event',
      entityId,
      details: { title: draft.title, year: draft.year, schools: targets.length },
      tell: draft.isPublished ? [invitedNotice(entityId, draft, 0, [...targets, draft.baseSchoolId ?? []].flat())] : [],
      message: draft.isPublished ? 'Мероприятие запланировано, школы его видят.' : 'Черновик мероприятия сохранён.',
      to: links.event(entityId),
    };
  },
});

export const editEvent = defineAction({
  name: 'event.edit',
  permission: 'event.change',
  input: z.strictObject({ ...seen, ...eventFields }),
  run: async ({ viewer, input, tx }) => {
    const event = await heldEvent(tx, ownMunicipality(viewer), input);
    if (event.status === 'CANCELLED') throw new Refusal('closed', 'Мероприятие отменено: сначала верните его в план.');
    const { draft, targets } = await draftOf({ viewer, tx }, input, event);
    const registrations = await registrationsOf(tx, event.id);
    assertRoomFor(registrations, event.capacity, draft.capacity);
    if (!draft.isPublished && registrations.length > 0) {
      throw new Refusal('conflict', 'Школы уже записались: скрыть мероприятие нельзя, можно отменить.', {
        isPublished: 'Школы уже записались',
      });
    }
    const sees = new Set([...targets, draft.baseSchoolId]);
    const lost = draft.isOpen ? undefined : registrations.find(({ schoolId }) => !sees.has(schoolId));
    if (lost) {
      throw new Refusal('conflict', 'Одна из записавшихся школ перестала бы видеть мероприятие.', {
        schools: `${lost.schoolName} уже записана: оставьте её или сначала снимите запись`,
      });
    }
    await changeEvent(tx, event, draft);
    await setTargets(tx, event, targets);
    return {
      entity: 'event',
      entityId: event.id,
      details: { title: draft.title, schools: targets.length },
      tell: event.isPublished
        ? changedNotice(event.id, draft, event.sequence + 1, schoolsOf(registrations), 'Изменилось')
        : draft.isPublished
          ? [invitedNotice(event.id, draft, event.sequence + 1, [...targets, draft.baseSchoolId ?? []].flat())]
          : [],
      message: 'Мероприятие изменено. В календарях оно обновится само.',
      to: links.event(event.id),
    };
  },
});

/** Shows a draft to the schools it is meant for. */
export const publishEvent = defineAction({
  name: 'event.publish',
  permission: 'event.change',
  input: z.strictObject(seen),
  run: async ({ viewer, input, tx }) => {
    const event = await heldEvent(tx, ownMunicipality(viewer), input);
    if (event.isPublished) throw staleEvent();
    await changeEvent(tx, event, { isPublished: true });
    const targets = await targetsOf(tx, event.id);
    return {
      entity: 'event',
      entityId: event.id,
      details: { title: event.title },
      tell: [invitedNotice(event.id, event, event.sequence + 1, [...targets, event.baseSchoolId ?? []].flat())],
      message: 'Школы видят мероприятие.',
    };
  },
});

/** A draft that no school has seen goes; anything else is called off and stays. */
export const removeEvent = defineAction({
  name: 'event.remove',
  permission: 'event.change',
  input: z.strictObject(seen),
  run: async ({ viewer, input, tx }) => {
    const event = await heldEvent(tx, ownMunicipality(viewer), input);
    const isUsed = (await registrationsOf(tx, event.id)).length > 0 || (await countMaterials(tx, event.id)) > 0;
    if (event.isPublished || isUsed) {
      throw new Refusal('conflict', 'Удалить можно только черновик без записей и материалов. Отмените мероприятие.');
    }
    await removeDraft(tx, event);
    return {
      entity: 'event',
      entityId: event.id,
      details: { title: event.title },
      message: `Черновик «${event.title}» удалён.`,
      to: links.events(),
    };
  },
});

/** Calls an event off with a reason; schools and their calendars are told, registrations stay for the record. */
export const cancelEvent = defineAction({
  name: 'event.cancel',
  permission: 'event.change',
  input: z.strictObject({ ...seen, reason }),
  run: async ({ viewer, input, tx }) => {
    const event = await heldEvent(tx, ownMunicipality(viewer), input);
    if (!mayMove(event.status, 'CANCELLED')) throw staleEvent();
    const registrations = await registrationsOf(tx, event.id);
    await changeEvent(tx, event, { status: 'CANCELLED', cancelReason: input.reason });
    return {
      entity: 'event',
      entityId: event.id,
      details: { title: event.title, reason: input.reason },
      tell: changedNotice(event.id, event, event.sequence + 1, schoolsOf(registrations), 'Отменено'),
      message: 'Мероприятие отменено. В календарях школ оно будет показано как отменённое.',
      to: links.event(event.id),
    };
  },
});

/** Takes back that an event was called off or held. */
export const restoreEvent = defineAction({
  name: 'event.restore',
  permission: 'event.change',
  input: z.strictObject(seen),
  run: async ({ viewer, input, tx }) => {
    const event = await heldEvent(tx, ownMunicipality(viewer), input);
    if (!mayMove(event.status, 'PLANNED')) throw staleEvent();
    await changeEvent(tx, event, { status: 'PLANNED', cancelReason: '' });
    return {
      entity: 'event',
      entityId: event.id,
      details: { title: event.title },
      message: 'Мероприятие снова в плане.',
    };
  },
});

/** The event took place; what came of it can be written at once or later. */
export const concludeEvent = defineAction({
  name: 'event.conclude',
  permission: 'event.change',
  input: z.strictObject({ ...seen, summary: z.string().trim().max(5000, 'Не длиннее 5000 знаков') }),
  run: async ({ viewer, input, tx }) => {
    const event = await heldEvent(tx, ownMunicipality(viewer), input);
    if (event.status === 'CANCELLED') throw staleEvent();
    if (!hasCome(event, await databaseNow(tx), viewer.timeZone)) {
      throw new Refusal('conflict', `Мероприятие ещё не началось: ${timeWords(event.time)}.`);
    }
    await changeEvent(tx, event, { status: 'HELD', summary: input.summary });
    return {
      entity: 'event',
      entityId: event.id,
      details: { title: event.title },
      message: event.status === 'HELD' ? 'Итоги записаны.' : 'Отмечено: мероприятие прошло.',
    };
  },
});

const number = (max: number, said: string) =>
  z.coerce.number<string>(said).pipe(z.int(said).min(1, said).max(max, said));
const SERIES_MAX = 30;

/** Copies an event as a series: every so many weeks or months, so many times. Registrations and materials are not copied. */
export const repeatEvent = defineAction({
  name: 'event.repeat',
  permission: 'event.change',
  input: z.strictObject({
    ...seen,
    unit: z.enum(SERIES_UNITS, 'Выберите: недели или месяцы'),
    every: number(12, 'От 1 до 12'),
    times: number(SERIES_MAX, `От 1 до ${SERIES_MAX}`),
  }),
  run: async ({ viewer, input, tx }) => {
    const event = await heldEvent(tx, ownMunicipality(viewer), input);
    const times = seriesTimes(event.time, input);
    if (times.length === 0) throw new Refusal('conflict', 'Повторить можно только мероприятие с датой.');
    const form = await findForm(tx, event.municipalityId, event.formId);
    if (!form || form.isRetired) throw new Refusal('conflict', `Формы «${event.formName}» больше нет в справочнике.`);
    const targets = await targetsOf(tx, event.id);
    const seriesId = event.seriesId ?? newId();
    if (event.seriesId === null) await changeEvent(tx, event, { seriesId });
    for (const time of times) {
      const year = isDated(time) ? schoolYearOfDay(firstDay(time)) : event.year;
      const by = { userId: viewer.userId, seriesId };
      const copyId = await insertEvent(tx, event.municipalityId, { ...event, time, year }, by);
      await setTargets(tx, { id: copyId, municipalityId: event.municipalityId }, targets);
    }
    return {
      entity: 'event',
      entityId: event.id,
      details: { title: event.title, added: times.length },
      message: `Добавлено: ${count(times.length, EVENT_FORMS)}.`,
      to: links.events({ q: event.title }),
    };
  },
});
