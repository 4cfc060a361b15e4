'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { id } from '@/lib/kernel/ids';
import { links } from '@/lib/kernel/links';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import { readSchool } from '@/lib/schools/queries';
import { insertCaseEvents } from '@/lib/support/cases/case-store';
import { ownCase, writableCase } from '@/lib/support/cases/own-case';
import { judgeCandidate } from '@/lib/support/curators/curator';
import {
  candidatesFor,
  curatorLimit,
  curatorLines,
  deleteAssignment,
  holdCurator,
  insertAssignment,
  insertConflict,
  setCuratorLimit,
  withdrawConflictRow,
} from '@/lib/support/curators/curator-store';
import { neededWords, words } from '@/lib/support/support-input';

/** Gives a school to a curator from its case: the only way a curator is given one. */
export const assignCurator = defineAction({
  name: 'support.assign',
  permission: 'support.change',
  input: z.strictObject({ caseId: id, membershipId: id, despiteLoad: z.literal('on').optional() }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { id: caseId, schoolId, year } = await writableCase(context, input.caseId);
    const municipalityId = ownMunicipality(viewer);
    await holdCurator(tx, input.membershipId);
    const candidates = await candidatesFor(tx, municipalityId, schoolId);
    const candidate = candidates.find(({ membershipId }) => membershipId === input.membershipId);
    if (!candidate) throw notFound();
    const verdict = judgeCandidate(candidate, await curatorLimit(tx, municipalityId));
    if (verdict.kind === 'refused') throw new Refusal('invalid', verdict.message, { membershipId: verdict.message });
    if (verdict.kind === 'busy' && input.despiteLoad !== 'on')
      throw new Refusal('invalid', verdict.message, { despiteLoad: 'Отметьте, если решение обдумано' });
    const { membershipId, name } = candidate;
    if (!(await insertAssignment(tx, { municipalityId, membershipId, schoolId })))
      throw new Refusal('conflict', `${name} уже сопровождает эту школу.`);
    const event = { caseId, schoolId, step: 'ASSIGNED', text: name, authorId: viewer.userId } as const;
    await insertCaseEvents(tx, municipalityId, [event]);
    return {
      entity: 'support_case',
      entityId: caseId,
      details: { after: name, schools: candidate.schools + 1 },
      message: `Куратор назначен: ${name}.`,
      to: links.supportMoves(schoolId, { year: String(year) }),
    };
  },
});

/** Takes a school from a curator; allowed after the case is closed, not while it is paused. */
export const releaseCurator = defineAction({
  name: 'support.release',
  permission: 'support.change',
  input: z.strictObject({ caseId: id, membershipId: id, reason: words(1000) }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const { id: caseId, schoolId, status, year } = await ownCase(context, input.caseId);
    if (status === 'PAUSED') await writableCase(context, caseId);
    const municipalityId = ownMunicipality(viewer);
    const { membershipId } = input;
    const curator = (await curatorLines(tx, municipalityId)).find((line) => line.membershipId === membershipId);
    if (!(await deleteAssignment(tx, { municipalityId, membershipId, schoolId }))) throw notFound();
    const text = [curator?.name ?? 'Куратор, которому закрыт доступ', input.reason].filter(Boolean).join('. ');
    await insertCaseEvents(tx, municipalityId, [
      { caseId, schoolId, step: 'RELEASED', text, authorId: viewer.userId, audience: input.reason ? 'STAFF' : 'ALL' },
    ]);
    return {
      entity: 'support_case',
      entityId: caseId,
      details: { before: curator?.name ?? '', reason: input.reason },
      message: 'Куратор снят.',
      to: links.supportMoves(schoolId, { year: String(year) }),
    };
  },
});

/** Declares that a person must not be given a school, and why. */
export const declareConflict = defineAction({
  name: 'support.declare-conflict',
  permission: 'support.change',
  input: z.strictObject({ membershipId: id, schoolId: id, reason: neededWords('Напишите причину', 1000) }),
  run: async (context) => {
    const { viewer, input, tx } = context;
    const school = await readSchool(context, input.schoolId);
    const municipalityId = ownMunicipality(viewer);
    const curator = (await curatorLines(tx, municipalityId)).find(
      ({ membershipId }) => membershipId === input.membershipId,
    );
    if (!curator) throw notFound();
    if (curator.schools.some((one) => one.id === school.id))
      throw new Refusal('conflict', `${curator.name} сопровождает эту школу: сначала снимите его на странице школы.`, {
        schoolId: 'Школа закреплена за этим куратором',
      });
    const conflict = { municipalityId, membershipId: curator.membershipId, schoolId: school.id };
    if (!(await insertConflict(tx, { ...conflict, reason: input.reason, declaredById: viewer.userId })))
      throw new Refusal('conflict', 'Такая запись уже есть.');
    return {
      entity: 'membership',
      entityId: curator.membershipId,
      details: { name: school.shortName, reason: input.reason },
      message: `${curator.name} не будет назначен в школу ${school.shortName}.`,
    };
  },
});

export const withdrawConflict = defineAction({
  name: 'support.withdraw-conflict',
  permission: 'support.change',
  input: z.strictObject({ conflictId: id }),
  run: async ({ viewer, input, tx }) => {
    if (!(await withdrawConflictRow(tx, ownMunicipality(viewer), input.conflictId))) throw notFound();
    return { entity: 'curator_conflict', entityId: input.conflictId, message: 'Запись снята.' };
  },
});

/** How many schools a curator usually follows; more is asked about, not refused. */
export const saveCuratorLimit = defineAction({
  name: 'support.curator-limit',
  permission: 'support.change',
  input: z.strictObject({ limit: z.coerce.number('Укажите число').int('Целое число').min(1, 'От 1').max(99, 'До 99') }),
  run: async ({ viewer, input, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const before = await curatorLimit(tx, municipalityId);
    await setCuratorLimit(tx, municipalityId, input.limit);
    return {
      entity: 'municipality',
      entityId: municipalityId,
      details: { before, after: input.limit },
      message: 'Предел сохранён.',
    };
  },
});
