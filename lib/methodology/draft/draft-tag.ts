import { randomBytes } from 'node:crypto';

/** Six random hex digits for the code of a copy. */
export const draftTag = (): string => randomBytes(3).toString('hex');
