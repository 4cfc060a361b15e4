import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes as base64url: 43 characters. It is shown once and never stored. */
export const newCalendarToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of it: sha-256 in hex. A stolen table opens no calendar. */
export const calendarTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

const TOKEN = /^([A-Za-z0-9_-]{43})(\.ics)?$/;

/** The token of an address, with the ending that some calendars insist on or without; undefined for anything else. */
export const tokenOfAddress = (address: string): string | undefined => TOKEN.exec(address)?.[1];
