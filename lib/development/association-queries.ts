import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import { keepsAssociation } from '@/lib/development/association';
import { findAssociation, listAssociations, membersOf, minutesOf, planOf } from '@/lib/development/association-store';
import { peopleNamed } from '@/lib/development/deficit-store';
import type { DevelopmentSearch } from '@/lib/development/development-search';
import { papersOf } from '@/lib/development/paper-store';
import { clockOf, inYear, yearsAround } from '@/lib/development/year-of';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { fold } from '@/lib/kernel/russian';
import { schoolChoices } from '@/lib/schools/queries';

/** Associations with how their year goes, and the form of a new one. */
export const associationsPage = defineQuery('development.read', async ({ viewer, tx }, asked: DevelopmentSearch) => {
  const search = inYear(viewer, asked);
  const { today, present } = clockOf(viewer);
  const rows = await listAssociations(tx, ownMunicipality(viewer), search.year, today);
  const isSchool = isSchoolRole(viewer.role);
  return {
    rows: rows.filter(({ subject, schoolName }) => fold(`${subject} ${schoolName ?? ''}`).includes(fold(search.q))),
    schools: viewer.role === 'CENTRE' ? await schoolChoices({ viewer, tx }) : [],
    years: yearsAround(present, search.year),
    ...{ search, isSchool, canReport: can(viewer.role, 'development.report') },
  };
});
export type AssociationsPage = Awaited<ReturnType<typeof associationsPage>>;

/** One association in a school year: members, plan, minutes with their papers, and its contact. */
export const associationPage = defineQuery(
  'development.read',
  async ({ viewer, tx }, associationId: string, asked: DevelopmentSearch) => {
    const { year } = inYear(viewer, asked);
    const { today, present } = clockOf(viewer);
    const found = id.safeParse(associationId).success
      ? await findAssociation(tx, ownMunicipality(viewer), associationId, year, today)
      : undefined;
    if (!found) throw notFound();
    const keeps = keepsAssociation(viewer, found);
    return {
      association: found,
      members: await membersOf(tx, found.id, year),
      plan: await planOf(tx, found.id, year),
      minutes: await minutesOf(tx, found.id),
      papers: await papersOf(tx, { associationId: found.id }),
      contact: (await peopleNamed(tx, { associationId: found.id })).find(({ name }) => name !== null),
      schools: viewer.role === 'CENTRE' ? await schoolChoices({ viewer, tx }) : [],
      years: yearsAround(present, year),
      ...{ year, keeps, today, isSchool: isSchoolRole(viewer.role) },
    };
  },
);
export type AssociationPage = Awaited<ReturnType<typeof associationPage>>;
