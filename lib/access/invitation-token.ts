import { createHash, randomBytes } from 'node:crypto';

/** How long a one-time link lives. */
export const INVITATION_DAYS = 7;

/** 32 random bytes as base64url: 43 characters. It is shown once and never stored. */
export const newInvitationToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token: sha-256 in hex. A stolen table opens nothing. */
export const invitationTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
