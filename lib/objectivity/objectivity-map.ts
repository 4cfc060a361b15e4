import type { SignState } from '@/lib/objectivity/finding';
import { type Procedure, procedureKey } from '@/lib/objectivity/procedure';
import type { SchoolSign } from '@/lib/objectivity/school-signs';
import { KINDS, type SignKind } from '@/lib/objectivity/sign-code';

/** The objectivity map: schools × years × works, each cell with its signs. */
export interface ObjectivityMap {
  readonly columns: readonly MapColumn[];
  readonly rows: readonly MapRow[];
}

export interface MapColumn {
  readonly year: number;
  readonly procedure: Procedure;
}

export interface MapRow {
  readonly schoolId: string;
  /** In the order of the columns. */
  readonly cells: readonly MapCell[];
  /** Signs present in all cells together. */
  readonly present: number;
}

export interface MapCell {
  readonly year: number;
  readonly procedure: Procedure;
  /** PRESENT with any sign present; UNDEFINED when none could be computed; NONE when the school has no such work. */
  readonly state: SignState | 'NONE';
  readonly participants: number | null;
  /** Present ones first, each code once. */
  readonly signs: readonly SchoolSign[];
}

/** One school and year: its signs, and who wrote what. */
export interface SchoolYearSigns {
  readonly schoolId: string;
  readonly year: number;
  readonly signs: readonly SchoolSign[];
  /** By `procedureKey`. */
  readonly participants: ReadonlyMap<string, number>;
}

/**
 * Lays out what was computed. `schoolIds` gives the order of the rows (alphabetical: a map is no ranking); columns are years
 * from the latest, and in a year the works of the federal signs. Only signs of the kinds asked for are shown.
 */
export function layOutMap(
  schoolIds: readonly string[],
  found: readonly SchoolYearSigns[],
  works: readonly Procedure[],
  kinds: readonly SignKind[] = KINDS,
): ObjectivityMap {
  const years = [...new Set(found.map((one) => one.year))].sort((a, b) => b - a);
  const columns = years.flatMap((year) => works.map((procedure) => ({ year, procedure })));
  const bySchool = new Map(found.map((one) => [`${one.schoolId} ${one.year}`, one]));
  const rows = schoolIds.map((schoolId) => {
    const cells = columns.map(({ year, procedure }) =>
      cellOf(bySchool.get(`${schoolId} ${year}`), year, procedure, kinds),
    );
    return { schoolId, cells, present: cells.reduce((sum, cell) => sum + presentIn(cell).length, 0) };
  });
  return { columns, rows };
}

export const presentIn = (cell: MapCell): SchoolSign[] => cell.signs.filter((sign) => sign.state === 'PRESENT');

const kindOf = (sign: SchoolSign) => sign.name.slice(0, sign.name.indexOf('/'));
const WEIGHT: Readonly<Record<SignState, number>> = { PRESENT: 0, ABSENT: 1, UNDEFINED: 2 };

function cellOf(
  found: SchoolYearSigns | undefined,
  year: number,
  procedure: Procedure,
  kinds: readonly SignKind[],
): MapCell {
  const key = procedureKey(procedure);
  const participants = found?.participants.get(key) ?? null;
  const empty = { year, procedure, participants, signs: [] };
  if (!found || participants === null) return { ...empty, state: 'NONE' };
  const own = found.signs.filter(
    (sign) => procedureKey(sign.procedure) === key && kinds.some((kind) => kind === kindOf(sign)),
  );
  // A peak is looked for at three borders: the cell keeps the strongest answer of each code.
  const byCode = new Map<string, SchoolSign>();
  for (const sign of own) {
    const met = byCode.get(sign.code);
    if (!met || WEIGHT[sign.state] < WEIGHT[met.state]) byCode.set(sign.code, sign);
  }
  const signs = [...byCode.values()].sort((a, b) => WEIGHT[a.state] - WEIGHT[b.state]);
  const state = signs.some((sign) => sign.state === 'PRESENT')
    ? 'PRESENT'
    : signs.some((sign) => sign.state === 'ABSENT')
      ? 'ABSENT'
      : 'UNDEFINED';
  return { ...empty, signs, state };
}
