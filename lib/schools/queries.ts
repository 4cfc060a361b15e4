import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { can } from '@/lib/access/permissions';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import type { Scope, Tx } from '@/lib/platform/prisma';
import { aliasesOf, yearsOf } from '@/lib/schools/history-store';
import type { RegisterFilter } from '@/lib/schools/register';
import { registerPage } from '@/lib/schools/register-store';
import type { School } from '@/lib/schools/school';
import { cardsOf, closuresOf, listingsOf, peopleOf, predecessorsOf } from '@/lib/schools/school-page-store';
import { namesOf, openSchools, schoolById } from '@/lib/schools/store';

/** The school of an address; what is not an id at all is as absent as a foreign one. */
async function seen(tx: Tx, scope: Scope, address: string): Promise<School> {
  const known = id.safeParse(address).data;
  const school = known && (await schoolById(tx, scope, known));
  if (!school) throw notFound();
  return school;
}

/** A school of the viewer's scope, inside a transaction that is open already; another's does not exist. */
export const readSchool = ({ viewer, tx }: QueryContext, address: string): Promise<School> => seen(tx, viewer, address);

/** Schools at work, for a form or a filter of another context that is open already. */
export const schoolChoices = ({ viewer, tx }: QueryContext) => openSchools(tx, viewer, OPEN_MAX);
const OPEN_MAX = 1000;

/** The register, one page of it. */
export const schoolsPage = defineQuery('school.list', async ({ viewer, tx }, filter: RegisterFilter) => ({
  ...(await registerPage(tx, viewer, filter)),
  filter,
  canChange: viewer.role === 'CENTRE',
  publicLabel: viewer.publicLabel,
}));
export type SchoolsPage = Awaited<ReturnType<typeof schoolsPage>>;

/** Everything about one school that its viewer may know. */
export const schoolPage = defineQuery('school.read', async ({ viewer, tx }, address: string) => {
  const school = await seen(tx, viewer, address);
  const mayMeetPeople = viewer.role === 'CENTRE' || viewer.role === 'ADMIN';
  return {
    school,
    names: await namesOf(tx, school),
    aliases: await aliasesOf(tx, school),
    years: await yearsOf(tx, school),
    closures: await closuresOf(tx, school),
    predecessors: await predecessorsOf(tx, school),
    people: mayMeetPeople ? await peopleOf(tx, school) : undefined,
    // The administrator keeps people, not answers: for him there are no cards rather than none.
    cards: viewer.role === 'ADMIN' ? undefined : await cardsOf(tx, school),
    listings: await listingsOf(tx, school),
    publicLabel: viewer.publicLabel,
    canChange: viewer.role === 'CENTRE',
    canSupport: can(viewer.role, 'roadmap.read'),
    canList: viewer.role !== 'SCHOOL_HEAD' && viewer.role !== 'SCHOOL_DEPUTY',
  };
});
export type SchoolPage = Awaited<ReturnType<typeof schoolPage>>;

/** A school to be edited, renamed or closed. */
export const schoolForm = defineQuery('school.change', async ({ viewer, tx }, address: string) =>
  seen(tx, viewer, address),
);

/** Whether the viewer may add a school at all. */
export const newSchoolForm = defineQuery('school.change', async () => true);

/** Choices offered for a successor; a longer list is not read by anybody, the code can be typed. */
const CHOICES_MAX = 300;

/** The form of a merger: whom the school can join, and who of its people keeps only its past. */
export const mergeForm = defineQuery('school.change', async ({ viewer, tx }, address: string) => {
  const school = await seen(tx, viewer, address);
  const choices = await openSchools(tx, viewer, CHOICES_MAX);
  return { school, choices: choices.filter((choice) => choice.id !== school.id), people: await peopleOf(tx, school) };
});
export type MergeForm = Awaited<ReturnType<typeof mergeForm>>;

/** The codes of a school, to be added and ended. */
export const codesForm = defineQuery('school.change', async ({ viewer, tx }, address: string) => {
  const school = await seen(tx, viewer, address);
  return { school, aliases: await aliasesOf(tx, school) };
});
export type CodesForm = Awaited<ReturnType<typeof codesForm>>;

/** The school years of a school, to be recorded and corrected. */
export const yearsForm = defineQuery('school.change', async ({ viewer, tx }, address: string) => {
  const school = await seen(tx, viewer, address);
  return { school, years: await yearsOf(tx, school), presentYear: schoolYearAt(new Date(), viewer.timeZone) };
});
export type YearsForm = Awaited<ReturnType<typeof yearsForm>>;
