import 'server-only';
import type { LetterPart } from '@/lib/notifications/letter';
import { prisma } from '@/lib/platform/prisma';

export type ClaimedLetter = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly centre: string;
  readonly attempts: number;
  readonly parts: readonly LetterPart[];
};

type ClaimedRow = LetterPart & {
  readonly letterId: string;
  readonly email: string;
  readonly name: string;
  readonly centre: string;
  readonly attempts: number;
};

/**
 * Letters of so many people whose moment has come, in places whose time zone is among those given, taken for ten minutes; of
 * what waits for one person one letter. No identity is needed.
 */
export async function claimLetters(people: number, zones: readonly string[]): Promise<readonly ClaimedLetter[]> {
  const rows = await prisma().$queryRaw<ClaimedRow[]>`
    SELECT letter_id::text AS "letterId", email, person_name AS name, centre_name AS centre, attempts, title, text, due::text, link
    FROM letters_claim(${people}::int, ${[...zones]}::text[])`;
  const letters = new Map<string, ClaimedLetter & { parts: LetterPart[] }>();
  for (const { letterId, email, name, centre, attempts, ...part } of rows) {
    const known = letters.get(letterId);
    if (known) known.parts.push(part);
    else letters.set(letterId, { id: letterId, email, name, centre, attempts, parts: [part] });
  }
  return [...letters.values()];
}

/** What became of a letter; with a moment it is tried again then. */
export async function markLetter(letterId: string, fault: string | null, again: Date | undefined): Promise<void> {
  await prisma().$queryRaw`SELECT letter_done(${letterId}::uuid, ${fault}, ${again ?? null}::timestamptz)::text`;
}

export type JobPlace = { readonly municipalityId: string; readonly timeZone: string };

/** The municipalities that a job goes through. */
export async function jobPlaces(): Promise<readonly JobPlace[]> {
  return prisma().$queryRaw<JobPlace[]>`
    SELECT municipality_id::text AS "municipalityId", time_zone AS "timeZone" FROM job_places()`;
}
