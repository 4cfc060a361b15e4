import 'server-only';
import type { Day } from '@/lib/kernel/day';
import { newId } from '@/lib/kernel/ids';
import type { Tx } from '@/lib/platform/prisma';
import type { ComputationCode, Counted } from '@/lib/programmes/computation';

/** A typed value; the last one of an indicator and a year counts. */
export type TypedFact = {
  readonly indicator: string;
  readonly year: number;
  readonly value: number;
  readonly source: string;
  readonly datedOn: Day;
  readonly note: string;
};

export async function factsOf(tx: Tx, rootId: string): Promise<readonly TypedFact[]> {
  return tx.$queryRaw<TypedFact[]>`
    SELECT DISTINCT ON (indicator, year) indicator, year, value, source, dated_on::text AS "datedOn", note
    FROM programme_fact WHERE programme_id = ${rootId}::uuid ORDER BY indicator, year, at DESC, id DESC`;
}

type NewFact = TypedFact & { readonly municipalityId: string; readonly rootId: string; readonly authorId: string };

export async function insertFact(tx: Tx, { rootId, datedOn, ...fact }: NewFact): Promise<void> {
  await tx.programmeFact.create({
    data: { ...fact, id: newId(), programmeId: rootId, datedOn: new Date(`${datedOn}T00:00:00Z`) },
    select: { id: true },
  });
}

type YearRow = {
  readonly year: number;
  readonly schools: number;
  readonly analysed: number;
  /** Null: no list of the year is approved. */
  readonly listed: number | null;
  readonly withProgramme: number;
};

/** What the portal counts for each year, of the last opened campaign of the year; a year without one is left out. */
export async function countedOf(
  tx: Tx,
  municipalityId: string,
  years: readonly number[],
): Promise<ReadonlyMap<number, Readonly<Partial<Record<ComputationCode, Counted>>>>> {
  const rows = await tx.$queryRaw<YearRow[]>`
    SELECT c.year, count(k.id)::int AS schools, count(k.id) FILTER (WHERE k.status IN ('ACCEPTED', 'CLOSED'))::int AS analysed,
      (SELECT (SELECT count(*)::int FROM list_entry e WHERE e.list_id = l.id AND e.decision = 'INCLUDE')
        FROM approved_list l WHERE l.campaign_id = c.id AND l.status = 'APPROVED' ORDER BY l.number DESC LIMIT 1) AS listed,
      count(k.id) FILTER (WHERE EXISTS (SELECT FROM programme p WHERE p.municipality_id = ${municipalityId}::uuid
        AND p.school_id = k.school_id AND p.state = 'APPROVED' AND c.year BETWEEN p.first_year AND p.last_year))::int AS "withProgramme"
    FROM (SELECT DISTINCT ON (year) id, year FROM campaign
      WHERE municipality_id = ${municipalityId}::uuid AND year = ANY (${[...years]}::int[]) AND opens_at <= now()
      ORDER BY year, opens_at DESC, id) c
    LEFT JOIN card k ON k.campaign_id = c.id GROUP BY c.id, c.year`;
  return new Map(
    rows.map(({ year, schools: denominator, analysed, listed, withProgramme }) => [
      year,
      {
        ANALYSED: { numerator: analysed, denominator },
        ...(listed === null ? {} : { LISTED: { numerator: listed, denominator } }),
        SCHOOL_PROGRAMMES: { numerator: withProgramme, denominator },
      },
    ]),
  );
}
