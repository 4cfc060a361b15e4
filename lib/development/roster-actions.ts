'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { changedMeanwhile, idOrNone, line, onDay, version } from '@/lib/development/action-input';
import {
  approveRosterRow,
  centreStaff,
  deleteRosterMember,
  insertRoster,
  insertRosterMember,
  listRosters,
  lockRoster,
  rosterMembers,
} from '@/lib/development/roster-store';
import { formatDay } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { notFound, Refusal } from '@/lib/kernel/refusal';

/** A draft of the next composition; it begins with the lines of the one in force. One draft at a time. */
export const draftRoster = defineAction({
  name: 'development.draft-roster',
  permission: 'development.change',
  input: z.strictObject({ since: onDay }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const rosters = await listRosters(tx, municipalityId);
    if (rosters.some(({ approvedAt }) => approvedAt === null))
      throw new Refusal('conflict', 'Проект состава уже есть: дополните его и утвердите.');
    const last = rosters[0];
    const lines = (await rosterMembers(tx, municipalityId)).filter(({ rosterId }) => rosterId === last?.id);
    const entityId = await insertRoster(tx, municipalityId, input.since, lines);
    return {
      entity: 'centre_roster',
      entityId,
      details: { name: formatDay(input.since), added: lines.length },
      message: lines.length > 0 ? 'Проект начат с прежнего состава.' : 'Проект состава начат. Добавьте строки.',
    };
  },
});

async function draftOf({ viewer, tx }: QueryContext, rosterId: string) {
  const roster = await lockRoster(tx, ownMunicipality(viewer), rosterId);
  if (!roster) throw notFound();
  if (roster.approvedAt) throw new Refusal('closed', 'Утверждённый состав не меняют: начните проект нового.');
  return roster;
}

const lines = (nothing: string) => line(nothing, 500);

/** A line of the composition: positions and places of work; a name only of somebody of the centre who has a sign-in. */
export const addRosterMember = defineAction({
  name: 'development.add-roster-member',
  permission: 'development.change',
  input: z.strictObject({
    ...{ rosterId: id, positions: lines('Напишите должность'), workplaces: lines('Напишите место работы') },
    staffId: idOrNone,
  }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const municipalityId = ownMunicipality(viewer);
    const roster = await draftOf(context, input.rosterId);
    const staff = input.staffId === '' ? null : input.staffId;
    if (staff && !(await centreStaff(tx, municipalityId)).some((one) => one.id === staff)) throw notFound();
    const { positions, workplaces } = input;
    await insertRosterMember(tx, municipalityId, roster.id, { positions, workplaces, userId: staff });
    const details = { name: positions.slice(0, 100) };
    return { entity: 'centre_roster', entityId: roster.id, details, message: 'Строка добавлена.' };
  },
});

export const removeRosterMember = defineAction({
  name: 'development.remove-roster-member',
  permission: 'development.change',
  input: z.strictObject({ rosterId: id, memberId: id }),
  run: async (context) => {
    const roster = await draftOf(context, context.input.rosterId);
    if (!(await deleteRosterMember(context.tx, roster.id, context.input.memberId))) throw notFound();
    return { entity: 'centre_roster', entityId: roster.id, details: {}, message: 'Строка убрана.' };
  },
});

/** The order that approves the composition; from then on it stays as it is. */
export const approveRoster = defineAction({
  name: 'development.approve-roster',
  permission: 'development.change',
  input: z.strictObject({ rosterId: id, version, orderNumber: line('Напишите номер приказа', 50), orderDate: onDay }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const roster = await draftOf(context, input.rosterId);
    const own = (await rosterMembers(tx, ownMunicipality(viewer))).filter(({ rosterId }) => rosterId === roster.id);
    if (own.length === 0) throw new Refusal('invalid', 'В составе нет ни одной строки.');
    const { orderNumber, orderDate } = input;
    if (!(await approveRosterRow(tx, { id: roster.id, version: input.version }, { orderNumber, orderDate })))
      throw changedMeanwhile();
    return {
      entity: 'centre_roster',
      entityId: roster.id,
      details: { orderNumber, orderDate },
      message: 'Состав утверждён.',
    };
  },
});
