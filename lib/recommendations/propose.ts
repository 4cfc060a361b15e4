import { isFor, type Point, type Remedy } from '@/lib/recommendations/remedy';

/** A measure with the points it answers to, in the order of the card; none for a measure that suits any school. */
export type Proposal<R> = { readonly remedy: R; readonly points: readonly Point[] };

export type Proposals<R> = {
  readonly proposals: readonly Proposal<R>[];
  /** Points that no measure of the catalogue is meant for: «для Д2 в каталоге нет мер». */
  readonly gaps: readonly Point[];
  /** Points whose measures are all sent, in work or done this year. */
  readonly covered: readonly Point[];
};

type Known = Pick<Remedy, 'id' | 'item' | 'archivedAt'>;

/**
 * What the catalogue has for the active points of a school. `used` are the measures that live or are done this year: none of
 * them is proposed again. A measure is proposed once, with all points it answers to; one for any school comes last, and only
 * where there are points at all. Archived measures neither help nor fill a gap.
 */
export function propose<R extends Known>(
  points: readonly Point[],
  catalogue: readonly R[],
  used: ReadonlySet<string>,
): Proposals<R> {
  const living = catalogue.filter(({ archivedAt }) => archivedAt === null);
  const found = living.map((remedy) => ({ remedy, points: points.filter((point) => isFor(remedy, point)) }));
  const meant = found.filter((one) => one.points.length > 0);
  const placeOf = ({ points: [first] }: Proposal<R>) => (first ? points.indexOf(first) : points.length);
  const general = points.length === 0 ? [] : found.filter(({ remedy }) => remedy.item.trim() === '');
  const free = [...meant, ...general].filter(({ remedy }) => !used.has(remedy.id));
  const has = (list: readonly Proposal<R>[], point: Point) => list.some((one) => one.points.includes(point));
  return {
    // A stable sort: measures of one point keep the order of the catalogue.
    proposals: free.toSorted((a, b) => placeOf(a) - placeOf(b)),
    gaps: points.filter((point) => !has(meant, point)),
    covered: points.filter((point) => has(meant, point) && !has(free, point)),
  };
}
