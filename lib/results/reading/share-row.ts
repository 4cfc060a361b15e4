import { isWord, level, numberOf, wholeOf } from '@/lib/results/reading/level';
import { countsOfShares } from '@/lib/results/reading/shares';
import { cellOf, distinct, type TableRow } from '@/lib/results/reading/table-row';

export type ShareRow = {
  readonly participants: number;
  readonly marks: number[] | null;
  readonly scores: number[] | null;
};

const MARK_ROLES = ['two', 'three', 'four', 'five'] as const;

/** Which column holds which mark or score, by place in the counts. */
function placesIn({ header }: TableRow): {
  readonly length: number;
  readonly columns: readonly (readonly [number, number])[];
} {
  if (header.profile.scores === null)
    return { length: 4, columns: MARK_ROLES.map((role, at) => [header.columns[role]?.[0] ?? -1, at] as const) };
  const most = header.scores.reduce((max, { score }) => Math.max(max, score), 0);
  return { length: most + 1, columns: header.scores.map(({ index, score }) => [index, score] as const) };
}

/** A row of percents as people; «heading» for a line that only names what follows, null for one that does not add up. */
export function readShares(row: TableRow): ShareRow | 'heading' | null {
  const { header, cells, report } = row;
  const participants = wholeOf(cellOf(row, 'count'));
  if (participants === null) {
    if (distinct(cells) <= 2) return 'heading';
    report('bad-number', 'count');
    return null;
  }
  const { length, columns } = placesIn(row);
  const shares = new Array<number>(length).fill(0);
  for (const [index, at] of columns) {
    const text = (cells[index] ?? '').trim();
    const value = text === '' || isWord(header.profile.blank, level(text)) ? 0 : numberOf(text);
    if (value === null) {
      report('bad-number');
      return null;
    }
    shares[at] = value;
  }
  const counted = countsOfShares(participants, shares);
  if (!counted) {
    report('shares');
    return null;
  }
  if (!counted.fits) report('shares-off');
  const counts = [...counted.counts];
  return header.profile.scores === null
    ? { participants, marks: counts, scores: null }
    : { participants, marks: null, scores: counts };
}
