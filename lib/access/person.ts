import { z } from 'zod';
import { type Role, role } from '@/lib/access/role';

/** One role of one person in the administrator's municipality: a line of the people page. */
export type PersonRow = {
  readonly membershipId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly schoolId: string | null;
  readonly schoolName: string | null;
  readonly blockedAt: Date | null;
  readonly createdAt: Date;
};

export type OpenInvitation = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly schoolName: string | null;
  /** A link to choose a new password, not a new role. */
  readonly isReset: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export type SchoolChoice = { readonly id: string; readonly name: string };

export const PEOPLE_SORTS = ['name', '-name', 'role', '-role', 'school', '-school', 'created', '-created'] as const;

/** The search, filters, order and cursor of the people page, as its address gives them; anything unknown is dropped. */
export const peopleFilter = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  role: role.optional().catch(undefined),
  state: z.enum(['open', 'blocked']).optional().catch(undefined),
  sort: z.enum(PEOPLE_SORTS).catch('name').default('name'),
  after: z.uuid().optional().catch(undefined),
});

export type PeopleFilter = z.infer<typeof peopleFilter>;

/** What an administrator saw of a membership: a change that finds something else is refused as a conflict. */
export const seenState = (person: Pick<PersonRow, 'role' | 'schoolId' | 'blockedAt'>): string =>
  [person.role, person.schoolId ?? '', person.blockedAt ? 'blocked' : 'open'].join(':');
