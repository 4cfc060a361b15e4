import 'server-only';
import { links } from '@/lib/kernel/links';
import type { Tx } from '@/lib/platform/prisma';
import type { TimelineKind } from '@/lib/support/cases/case-search';
import { Prisma } from '@/prisma/generated/client';

/** A line of a school's year, whatever context it comes from; words are given by the screen. */
export type TimelineLine = {
  readonly kind: TimelineKind;
  readonly id: string;
  readonly at: Date;
  /** A step, a state or a method in the words of its context's code. */
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly author: string;
  readonly href: string | null;
};

type Row = Omit<TimelineLine, 'href'> & { readonly target: string; readonly parent: string };

const SOURCES = (place: {
  municipalityId: string;
  schoolId: string;
  year: number;
}): Record<TimelineKind, Prisma.Sql> => {
  const { municipalityId, schoolId, year } = place;
  const mine = (alias: string) =>
    Prisma.sql`${Prisma.raw(alias)}.municipality_id = ${municipalityId}::uuid AND ${Prisma.raw(alias)}.school_id = ${schoolId}::uuid`;
  const from = Prisma.sql`make_date(${year}::int, 9, 1)`;
  const to = Prisma.sql`make_date(${year}::int + 1, 9, 1)`;
  return {
    case: Prisma.sql`SELECT 'case' AS kind, e.id, e.at, e.step::text AS code, ''::text AS title, e.text, e.author_id,
        c.id AS target, NULL::uuid AS parent
      FROM support_event e JOIN support_case c ON c.id = e.case_id WHERE ${mine('c')} AND c.year = ${year}::int`,
    study: Prisma.sql`SELECT 'study', d.id, d.updated_at, d.state::text, d.method::text,
        CASE d.state WHEN 'HELD' THEN d.conclusion WHEN 'CANCELLED' THEN d.cancel_reason ELSE d.object END, d.created_by_id, d.id, NULL::uuid
      FROM study d WHERE ${mine('d')} AND d.year = ${year}::int`,
    recommendation: Prisma.sql`SELECT 'recommendation', e.id, e.at, e."to"::text, r.measure, e.text, e.author_id, r.id, NULL::uuid
      FROM recommendation_event e JOIN recommendation r ON r.id = e.recommendation_id WHERE ${mine('r')} AND r.year = ${year}::int`,
    roadmap: Prisma.sql`SELECT 'roadmap', e.id, e.at, coalesce(e."to"::text, ''), w.measure, e.text, e.author_id, w.id, w.roadmap_id
      FROM roadmap_row_event e JOIN roadmap_row w ON w.id = e.row_id WHERE ${mine('e')} AND e.at >= ${from} AND e.at < ${to}`,
    event: Prisma.sql`SELECT 'event', g.id, v.starts AT TIME ZONE m.time_zone, 'ATTENDED', v.title, v.summary, NULL::uuid, v.id, NULL::uuid
      FROM event_registration g JOIN event v ON v.id = g.event_id JOIN municipality m ON m.id = v.municipality_id
      WHERE ${mine('g')} AND v.year = ${year}::int AND g.attended > 0 AND v.starts IS NOT NULL`,
  };
};

const hrefOf = ({ kind, target, parent }: Pick<Row, 'kind' | 'target' | 'parent'>): string | null => {
  switch (kind) {
    case 'study':
      return links.study(target);
    case 'recommendation':
      return links.recommendation(target);
    case 'roadmap':
      return links.roadmapRow(parent, target);
    case 'event':
      return links.event(target);
    case 'case':
      return null;
  }
};

/**
 * What happened to a school in a year, newest first: its case, studies, recommendations, rows of plans, events attended. One
 * statement over the tables of five contexts, because «the newest hundred of all» cannot be put together from five pages;
 * row-level security of each table says what the viewer reads.
 */
export async function timelineOf(
  tx: Tx,
  place: { readonly municipalityId: string; readonly schoolId: string; readonly year: number },
  kind: TimelineKind | undefined,
  limit: number,
): Promise<readonly TimelineLine[]> {
  const sources = SOURCES(place);
  const parts = kind ? [sources[kind]] : Object.values(sources);
  const rows = await tx.$queryRaw<Row[]>`/*support_timeline*/
    SELECT t.kind, t.id::text, t.at, t.code, t.title, t.text, t.target::text, t.parent::text,
      CASE WHEN t.author_id IS NULL THEN '' ELSE coalesce(u.name, 'сотрудник портала') END AS author
    FROM (${Prisma.join(
      parts.map((part) => Prisma.sql`(${part})`),
      ' UNION ALL ',
    )}) t (kind, id, at, code, title, text, author_id, target, parent) LEFT JOIN app_user u ON u.id = t.author_id
    ORDER BY t.at DESC, t.id DESC LIMIT ${limit}`;
  return rows.map(({ id, at, code, title, text, author, ...row }) => ({
    ...{ kind: row.kind, id, at, code, title, text, author },
    href: hrefOf(row),
  }));
}
