import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import {
  assignedSchools,
  colleagueState,
  countPeople,
  findPerson,
  listPeople,
  openInvitations,
  schoolChoices,
} from '@/lib/access/people-store';
import type { PeopleFilter } from '@/lib/access/person';
import { writeJournal } from '@/lib/audit/journal';
import { notFound } from '@/lib/kernel/refusal';

const PAGE = 50;
/** More rows than any municipality has people. */
const EXPORT_MAX = 20_000;

/** The people page: a page of rows, how many there are, and invitations that are still open. */
export const peoplePage = defineQuery('people.change', async ({ viewer, tx }, filter: PeopleFilter) => {
  const municipalityId = ownMunicipality(viewer);
  const found = await listPeople(tx, municipalityId, filter, PAGE + 1);
  const rows = found.slice(0, PAGE);
  return {
    rows,
    after: found.length > PAGE ? rows.at(-1)?.membershipId : undefined,
    total: await countPeople(tx, municipalityId, filter),
    invitations: await openInvitations(tx, municipalityId),
    timeZone: viewer.timeZone,
    ownMembershipId: viewer.membershipId,
  };
});

export type PeoplePage = Awaited<ReturnType<typeof peoplePage>>;

/** Every row of the people page, for its xlsx; that the table left the portal is journalled where it is read. */
export const peopleTable = defineQuery('people.change', async ({ viewer, tx }, filter: PeopleFilter) => {
  const municipalityId = ownMunicipality(viewer);
  const rows = await listPeople(tx, municipalityId, { ...filter, after: undefined }, EXPORT_MAX);
  await writeJournal(tx, {
    action: 'people.export',
    entity: 'municipality',
    entityId: municipalityId,
    details: { rows: rows.length },
  });
  return rows;
});

/** What the invitation form offers. */
export const invitationForm = defineQuery('people.change', async ({ viewer, tx }) => ({
  schools: await schoolChoices(tx, ownMunicipality(viewer)),
}));

/** One person in one role, with what can be changed. */
export const personPage = defineQuery('people.change', async ({ viewer, tx }, membershipId: string) => {
  const municipalityId = ownMunicipality(viewer);
  const person = await findPerson(tx, municipalityId, membershipId);
  const state = person && (await colleagueState(tx, person.userId));
  if (!person || !state) throw notFound();
  return {
    person,
    state,
    isSelf: person.userId === viewer.userId,
    schools: await schoolChoices(tx, municipalityId),
    assigned: await assignedSchools(tx, municipalityId, membershipId),
    timeZone: viewer.timeZone,
  };
});

export type PersonPage = Awaited<ReturnType<typeof personPage>>;
