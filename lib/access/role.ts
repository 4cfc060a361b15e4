import { z } from 'zod';

/** What a person is at the portal; the same words as in the database. */
export const ROLES = ['SCHOOL_HEAD', 'SCHOOL_DEPUTY', 'CENTRE', 'OFFICIAL', 'REGION', 'CURATOR', 'ADMIN'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

/** Roles that belong to one school and see it alone. */
export const isSchoolRole = (who: Role) => who === 'SCHOOL_HEAD' || who === 'SCHOOL_DEPUTY';
