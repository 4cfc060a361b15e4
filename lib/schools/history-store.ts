import 'server-only';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Scope, Tx } from '@/lib/platform/prisma';
import type { Alias } from '@/lib/schools/alias';
import type { AliasSystem, SchoolKind } from '@/lib/schools/codes';
import type { School } from '@/lib/schools/school';
import { saveSchool, toDate, toDay } from '@/lib/schools/store';

/** Closes the present name on `to` and opens the new one the day after. */
export async function changeName(
  tx: Tx,
  school: School,
  renaming: { name: string; shortName: string; from: Day; to: Day; basis: string },
): Promise<void> {
  const { name, shortName, from, to, basis } = renaming;
  const owned = { municipalityId: school.municipalityId, schoolId: school.id };
  const closed = await tx.schoolName.updateMany({ where: { ...owned, validTo: null }, data: { validTo: toDate(to) } });
  if (closed.count === 0) {
    await tx.schoolName.create({
      data: { id: newId(), ...owned, name: school.name, shortName: school.shortName, validTo: toDate(to) },
    });
  }
  await tx.schoolName.create({ data: { id: newId(), ...owned, name, shortName, validFrom: toDate(from), basis } });
  await saveSchool(tx, school, { name, shortName });
}

/** A time in which a school did not work. */
export type Closure = {
  readonly id: string;
  readonly closedOn: Day;
  readonly successor: { readonly id: string; readonly shortName: string } | null;
  readonly basis: string;
  readonly reopenedOn: Day | null;
  readonly reopenReason: string;
};

export async function closeSchoolRow(
  tx: Tx,
  school: School,
  closing: { on: Day; basis: string; successorId: string | null },
): Promise<void> {
  const { on, basis, successorId } = closing;
  const { municipalityId, id: schoolId } = school;
  const closedOn = new Date(`${on}T00:00:00Z`);
  await tx.schoolClosure.create({ data: { id: newId(), municipalityId, schoolId, closedOn, successorId, basis } });
  await saveSchool(tx, school, { closedAt: closedOn, successorId });
}

export async function reopenSchoolRow(tx: Tx, school: School, reopening: { on: Day; reason: string }): Promise<void> {
  await tx.schoolClosure.updateMany({
    where: { municipalityId: school.municipalityId, schoolId: school.id, reopenedOn: null },
    data: { reopenedOn: toDate(reopening.on), reopenReason: reopening.reason },
  });
  await saveSchool(tx, school, { closedAt: null, successorId: null });
}

/** Codes of a school, by system; those in force first. */
export async function aliasesOf(tx: Tx, school: School): Promise<Alias[]> {
  const rows = await tx.schoolAlias.findMany({
    where: { municipalityId: school.municipalityId, schoolId: school.id },
    select: { id: true, system: true, code: true, validFrom: true, validTo: true },
    orderBy: [{ system: 'asc' }, { validTo: { sort: 'desc', nulls: 'first' } }, { code: 'asc' }],
  });
  return rows.map(({ validFrom, validTo, ...row }) => ({ ...row, from: toDay(validFrom), to: toDay(validTo) }));
}

/** Everybody in the municipality who bears this code in this system, with the days. */
export async function bearersOf(
  tx: Tx,
  scope: Scope,
  system: AliasSystem,
  code: string,
): Promise<readonly { alias: Alias; school: { id: string; shortName: string } }[]> {
  const rows = await tx.schoolAlias.findMany({
    where: { municipalityId: scope.municipalityId ?? '', system, code },
    select: {
      id: true,
      system: true,
      code: true,
      validFrom: true,
      validTo: true,
      school: { select: { id: true, shortName: true } },
    },
  });
  return rows.map(({ school, validFrom, validTo, ...row }) => ({
    school,
    alias: { ...row, from: toDay(validFrom), to: toDay(validTo) },
  }));
}

export async function addAliasRow(tx: Tx, school: School, alias: Omit<Alias, 'id'>): Promise<void> {
  const { system, code, from, to } = alias;
  await tx.schoolAlias.create({
    data: {
      id: newId(),
      municipalityId: school.municipalityId,
      schoolId: school.id,
      system,
      code,
      validFrom: toDate(from),
      validTo: toDate(to),
    },
  });
  await saveSchool(tx, school, {});
}

export async function endAliasRow(tx: Tx, school: School, aliasId: string, to: Day): Promise<void> {
  await tx.schoolAlias.updateMany({
    where: { municipalityId: school.municipalityId, schoolId: school.id, id: aliasId },
    data: { validTo: toDate(to) },
  });
  await saveSchool(tx, school, {});
}

/** The school as it was in a school year. */
export type YearOfSchool = {
  readonly year: number;
  readonly kind: SchoolKind;
  readonly grades: readonly number[];
  readonly pupils: number | null;
};

export const yearsOf = (tx: Tx, school: School): Promise<YearOfSchool[]> =>
  tx.schoolYear.findMany({
    where: { municipalityId: school.municipalityId, schoolId: school.id },
    select: { year: true, kind: true, grades: true, pupils: true },
    orderBy: { year: 'desc' },
  });

/** Records a year of a school; a second time it is corrected. */
export async function putYear(tx: Tx, school: School, { year, kind, grades, pupils }: YearOfSchool): Promise<void> {
  const facts = { kind, grades: [...grades], pupils };
  await tx.schoolYear.upsert({
    where: { schoolId_year: { schoolId: school.id, year } },
    create: { municipalityId: school.municipalityId, schoolId: school.id, year, ...facts },
    update: facts,
    select: { year: true },
  });
}
