import { STARTER_PROVENANCE, starterRemedies } from '../reference/starter-remedies';
import type { Owner } from './owner-client';

/** Lays the starting catalogue, or brings it up to date; what centres have copied stays theirs. */
export async function layStarterRemedies(owner: Owner): Promise<number> {
  for (const [position, { key, ...words }] of starterRemedies.entries()) {
    const row = { ...words, position, provenance: STARTER_PROVENANCE };
    await owner.starterRemedy.upsert({ where: { key }, create: { key, ...row }, update: row });
  }
  return starterRemedies.length;
}
