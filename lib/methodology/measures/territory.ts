import { belowOf, type Fact, type FactTable, keyOf, type Unit } from '@/lib/methodology/measures/facts';
import { minus, over, plus, Quantity, root, times } from '@/lib/methodology/measures/quantity';

/** One school's row of a procedure, or the lack of it. */
export class ResultRow {
  constructor(readonly fact: Fact | undefined) {}
}

/** Rows of one procedure in a territory, perhaps without one school. */
export class ResultGroup {
  constructor(readonly facts: readonly Fact[]) {}
}

/** What the functions of a measure see while one unit is computed. */
export type Reading = {
  readonly table: FactTable;
  readonly unit: Unit;
  /** The school year of the results. */
  readonly year: number;
  /** Values of an earlier measure in the unit's municipality that are known. */
  readonly across: (code: string, withSelf: boolean) => readonly Quantity[];
  /** The unit's own value of an earlier measure, so many years ago. */
  readonly before: (code: string, back: number) => unknown;
};

const rowKey = (exam: string, subject: string, grade: bigint, year: number, back: bigint) =>
  keyOf(exam, subject, Number(grade), year - Number(back));

export const ownRow = (at: Reading, exam: string, subject: string, grade: bigint, back: bigint): ResultRow =>
  new ResultRow(at.table.of(at.unit.school, rowKey(exam, subject, grade, at.year, back)));

export const regionRow = (at: Reading, exam: string, subject: string, grade: bigint, back: bigint): ResultRow =>
  new ResultRow(at.table.reference(rowKey(exam, subject, grade, at.year, back)));

/** The rows of the unit's municipality; the comparison base of most criteria leaves the school itself out. */
export function territory(
  at: Reading,
  exam: string,
  subject: string,
  grade: bigint,
  back: bigint,
  withSelf: boolean,
): ResultGroup {
  const rows = at.table.group(at.unit.municipality, rowKey(exam, subject, grade, at.year, back));
  const present = rows.filter((fact) => (fact.participants ?? 0) > 0);
  return new ResultGroup(withSelf ? present : present.filter((fact) => fact.school !== at.unit.school));
}

export const participants = ({ fact }: ResultRow): Quantity => Quantity.of(fact?.participants);

/** Part of the participants; unknown where either is, or where nobody took part. */
const shareOf = (row: ResultRow, part: number | null | undefined): Quantity => {
  const n = row.fact?.participants;
  return n === null || n === undefined || part === null || part === undefined
    ? Quantity.missing
    : Quantity.share(part, n);
};

export const belowShare = (row: ResultRow): Quantity => shareOf(row, row.fact && belowOf(row.fact));

export const qualityShare = (row: ResultRow): Quantity => {
  const { four, five } = row.fact ?? {};
  return four === null || four === undefined || five === null || five === undefined
    ? Quantity.missing
    : shareOf(row, four + five);
};

export const markCount = ({ fact }: ResultRow, mark: bigint): Quantity => {
  const counts = [fact?.two, fact?.three, fact?.four, fact?.five];
  return mark < 2n || mark > 5n ? Quantity.missing : Quantity.of(counts[Number(mark) - 2]);
};

export const meanOf = ({ fact }: ResultRow): Quantity => Quantity.of(fact?.mean);
export const sdOf = ({ fact }: ResultRow): Quantity => Quantity.of(fact?.sd);

/** Mean as a part of the highest score. */
export const completion = ({ fact }: ResultRow): Quantity =>
  over(Quantity.of(fact?.mean), Quantity.of(fact?.maxScore || null));

export const rankCorrelationOf = ({ fact }: ResultRow): Quantity => Quantity.of(fact?.rankCorrelation);

/** Shares of those who have both marks. */
export const againstJournal = ({ fact }: ResultRow, which: 'lowered' | 'raised' | 'farApart'): Quantity => {
  const { lowered, confirmed, raised } = fact ?? {};
  const part = fact?.[which];
  if (lowered === null || confirmed === null || raised === null || part === null) return Quantity.missing;
  if (lowered === undefined || confirmed === undefined || raised === undefined || part === undefined) {
    return Quantity.missing;
  }
  return Quantity.share(part, lowered + confirmed + raised);
};

const total = (rows: readonly Fact[], of: (fact: Fact) => number | null): { part: number; n: number } => {
  let part = 0;
  let n = 0;
  for (const fact of rows) {
    const value = of(fact);
    if (value === null || fact.participants === null) continue;
    part += value;
    n += fact.participants;
  }
  return { part, n };
};

/** Σ«2» / Σn: the pooled share of the settled method, 6. */
export const pooledBelowShare = ({ facts }: ResultGroup): Quantity => {
  const { part, n } = total(facts, belowOf);
  return Quantity.share(part, n);
};

export const pooledQualityShare = ({ facts }: ResultGroup): Quantity => {
  const { part, n } = total(facts, ({ four, five }) => (four === null || five === null ? null : four + five));
  return Quantity.share(part, n);
};

export const pooledFigureShare = ({ facts }: ResultGroup): Quantity => {
  const { part, n } = total(facts, ({ value }) => value);
  return Quantity.share(part, n);
};

export const pooledParticipants = ({ facts }: ResultGroup): Quantity =>
  Quantity.of(facts.reduce((sum, fact) => sum + (fact.participants ?? 0), 0));

/** Mean of all participants of the territory: school means weighted by n. */
export function pooledMean({ facts }: ResultGroup): Quantity {
  let sum = Quantity.of(0);
  let n = 0;
  for (const fact of facts) {
    if (fact.mean === null || fact.participants === null) continue;
    sum = plus(sum, times(Quantity.of(fact.mean), Quantity.of(fact.participants)));
    n += fact.participants;
  }
  return n === 0 ? Quantity.missing : over(sum, Quantity.of(n));
}

/** Sample standard deviation of all participants of the territory: within and between schools. */
export function pooledSd(group: ResultGroup): Quantity {
  const mean = pooledMean(group);
  let squares = Quantity.of(0);
  let n = 0;
  for (const fact of group.facts) {
    if (fact.mean === null || fact.participants === null) continue;
    if (fact.sd === null && fact.participants > 1) return Quantity.missing;
    const sd = Quantity.of(fact.sd ?? 0);
    const within = times(times(sd, sd), Quantity.of(Math.max(0, fact.participants - 1)));
    const away = minus(Quantity.of(fact.mean), mean);
    squares = plus(squares, plus(within, times(times(away, away), Quantity.of(fact.participants))));
    n += fact.participants;
  }
  return n < 2 ? Quantity.missing : root(over(squares, Quantity.of(n - 1)));
}

/** mean ± t·sd/√n with the t of the federal methodology (ФИОКО, 19.04.2019). Unknown for one participant. */
const T = '1.96';

export function bound(mean: Quantity, sd: Quantity, n: Quantity, side: 'low' | 'high'): Quantity {
  const half = over(times(Quantity.of(T), sd), root(n));
  return side === 'low' ? minus(mean, half) : plus(mean, half);
}

/** The row if at least so many took part, else «нет данных». */
export const withAtLeast = (row: ResultRow, minimum: bigint): ResultRow =>
  row.fact && (row.fact.participants ?? 0) >= Number(minimum) ? row : new ResultRow(undefined);
