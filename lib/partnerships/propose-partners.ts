import { assign } from '@/lib/partnerships/assign';
import { type Exclusion, type KnownSchool, type Part, suitability } from '@/lib/partnerships/suitability';

/** A possible partner of one school with its suitability and its parts. */
export type Candidate = { readonly school: KnownSchool; readonly score: number; readonly parts: readonly Part[] };

/** A candidate that was not chosen: what it lacks, or whom its places went to. */
export type NextBest = Candidate & { readonly givenTo: readonly string[] };

export type ProposedPartner = {
  readonly weak: KnownSchool;
  /** Null: nobody suits, or the places of all who do are given to others. */
  readonly partner: Candidate | null;
  /** The best others in their order. */
  readonly next: readonly NextBest[];
  /** How many schools were left out, by reason. */
  readonly excluded: ReadonlyMap<Exclusion, number>;
};

const NEXT_MAX = 3;

const byName = (a: KnownSchool, b: KnownSchool) => a.name.localeCompare(b.name, 'ru') || (a.id < b.id ? -1 : 1);

/**
 * One partner at most for every school of `weak`, balanced over the municipality: the sum of suitabilities is the largest
 * that the free places allow. Schools and candidates are taken by name, so the same schools in any order give the same
 * proposal, and of two equal ones the earlier name has it.
 */
export function proposePartners(
  weak: readonly KnownSchool[],
  schools: readonly KnownSchool[],
): readonly ProposedPartner[] {
  const asking = weak.toSorted(byName);
  const helping = schools.toSorted(byName);
  const table = asking.map((one) => helping.map((other) => suitability(one, other)));
  const scores = table.map((row) => row.map((found) => (found.excluded === null ? found.score : null)));
  const free = helping.map(({ capacity, taken }) => capacity - taken);
  const { columnOf } = assign(scores, free);
  const givenTo = (column: number) => asking.filter((_, row) => columnOf[row] === column).map(({ name }) => name);
  return asking.map((one, row) => {
    const found = helping.flatMap((school, column) => {
      const suits = table[row]?.[column];
      return suits?.excluded === null ? [{ school, score: suits.score, parts: suits.parts, column }] : [];
    });
    // A stable sort: equal candidates keep the order of names.
    const ordered = found.toSorted((a, b) => b.score - a.score);
    const chosen = ordered.find(({ column }) => column === columnOf[row]);
    const excluded = new Map<Exclusion, number>();
    for (const suits of table[row] ?? [])
      if (suits.excluded !== null && suits.excluded !== 'self')
        excluded.set(suits.excluded, (excluded.get(suits.excluded) ?? 0) + 1);
    return {
      weak: one,
      partner: chosen ? { school: chosen.school, score: chosen.score, parts: chosen.parts } : null,
      next: ordered
        .filter((candidate) => candidate !== chosen)
        .slice(0, NEXT_MAX)
        .map(({ column, ...candidate }) => ({ ...candidate, givenTo: givenTo(column) })),
      excluded,
    };
  });
}
