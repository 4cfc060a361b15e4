import type { Role } from '@/lib/access/role';

/** What the page of a living one-time link may say. */
export type Invitation = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly municipalityName: string | null;
  readonly schoolName: string | null;
  readonly regionName: string | null;
  /** The e-mail already has a password here: it is asked for instead of a new one. */
  readonly hasAccount: boolean;
  /** The link lets the person choose a new password. */
  readonly isReset: boolean;
};
