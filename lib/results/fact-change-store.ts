import 'server-only';
import type { Tx } from '@/lib/platform/prisma';
import { afterWords, type FactChange, type FactsNow } from '@/lib/results/fact-change';

/**
 * Counts a change of facts in the transaction that makes it: either both stand or neither does. The counters stay locked
 * until then, in the order of years, so that two changes never wait for each other.
 */
export async function countFactChange(
  tx: Tx,
  municipalityId: string,
  { years, cause, title }: FactChange,
): Promise<void> {
  const sorted = [...new Set(years)].sort((a, b) => a - b);
  await tx.$executeRaw`
    INSERT INTO fact_change AS f (municipality_id, year, number, cause, title, at)
    SELECT ${municipalityId}::uuid, y.year, 1, ${cause}, ${title}, clock_timestamp()
    FROM unnest(${sorted}::smallint[]) WITH ORDINALITY AS y(year, place) ORDER BY y.place
    ON CONFLICT (municipality_id, year) DO UPDATE SET number = f.number + 1, cause = excluded.cause, title = excluded.title,
      at = excluded.at`;
}

/**
 * The facts of some years as they stand. Counters only grow, so two equal sums are the same facts. Read before the facts
 * themselves: a change in between makes them newer than the number says, and they are computed once more.
 */
export async function factsNow(tx: Tx, municipalityId: string, years: readonly number[]): Promise<FactsNow> {
  const [row] = await tx.$queryRaw<{ number: number; cause: string | null; title: string | null }[]>`/*facts_now*/
    SELECT coalesce(sum(number), 0)::int AS number, (array_agg(cause ORDER BY at DESC))[1] AS cause,
      (array_agg(title ORDER BY at DESC))[1] AS title
    FROM fact_change WHERE municipality_id = ${municipalityId}::uuid AND year = ANY (${[...years]}::smallint[])`;
  return { number: row?.number ?? 0, after: row?.cause ? afterWords(row.cause, row.title ?? '') : '' };
}
