import { z } from 'zod';
import { role } from '@/lib/access/role';

/** The person who looks, in one of his roles: identity, place and the words the shell shows. Read anew for each request. */
export const viewer = z.object({
  sessionId: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  membershipId: z.string(),
  regionId: z.string().nullable(),
  municipalityId: z.string().nullable(),
  schoolId: z.string().nullable(),
  municipalityName: z.string().nullable(),
  centreName: z.string().nullable(),
  officeName: z.string().nullable(),
  regionName: z.string().nullable(),
  schoolName: z.string().nullable(),
  timeZone: z.string(),
  publicLabel: z.string(),
  memberships: z.number(),
  hasTotp: z.boolean(),
});

export type Viewer = z.infer<typeof viewer>;
