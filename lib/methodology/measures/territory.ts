import { belowOf, type Fact, type FactTable, keyOf, type Unit } from '@/lib/methodology/measures/facts';
import { minus, over, plus, Quantity, root, times } from '@/lib/methodology/measures/quantity';

/** One school's row of a procedure, or the lack of it. */
export class ResultRow {
  constructor(readonly fact: Fact | undefined) {}
}

/** Rows of one procedure in a territory, perhaps without one school. */
export class ResultGroup {
  constructor(
    /** Of all schools in which somebody took part; the same list for each school of the territory. */
    readonly all: readonly Fact[],
    /** The school that is left out. */
    readonly without: string | undefined,
  ) {}

  get facts(): readonly Fact[] {
    return this.without === undefined ? this.all : this.all.filter((fact) => fact.school !== this.without);
  }
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
  return new ResultGroup(presentOf(rows), withSelf ? undefined : at.unit.school);
}

const present = new WeakMap<readonly Fact[], readonly Fact[]>();

function presentOf(rows: readonly Fact[]): readonly Fact[] {
  const known = present.get(rows);
  if (known) return known;
  const found = rows.filter((fact) => (fact.participants ?? 0) > 0);
  present.set(rows, found);
  return found;
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

/** What pooled values are made of: sums over schools, from which one school can be taken away again. */
type Sums = {
  readonly participants: number;
  readonly below: Part;
  readonly quality: Part;
  readonly figure: Part;
  /** Of schools whose mean is known: people, Σ n·x̄, Σ n·x̄², Σ (n − 1)·s². */
  readonly people: number;
  readonly scores: Quantity;
  readonly squares: Quantity;
  readonly within: Quantity;
  /** Schools of more than one participant whose deviation is not known. */
  readonly withoutSd: number;
};
type Part = { readonly part: number; readonly n: number };

const NOTHING: Sums = {
  participants: 0,
  below: { part: 0, n: 0 },
  quality: { part: 0, n: 0 },
  figure: { part: 0, n: 0 },
  people: 0,
  scores: Quantity.of(0),
  squares: Quantity.of(0),
  within: Quantity.of(0),
  withoutSd: 0,
};

const known = new WeakMap<Fact, Sums>();

function sumsOfRow(fact: Fact): Sums {
  const found = known.get(fact);
  if (found) return found;
  const n = fact.participants ?? 0;
  const partOf = (part: number | null): Part => (part === null ? { part: 0, n: 0 } : { part, n });
  const mean = Quantity.of(fact.mean ?? 0);
  const sd = Quantity.of(fact.sd ?? 0);
  const people = fact.mean === null ? 0 : n;
  const scores = times(mean, Quantity.of(people));
  const made: Sums = {
    participants: n,
    below: partOf(belowOf(fact)),
    quality: partOf(fact.four === null || fact.five === null ? null : fact.four + fact.five),
    figure: partOf(fact.value),
    people,
    scores,
    squares: times(mean, scores),
    within: fact.mean === null ? Quantity.of(0) : times(times(sd, sd), Quantity.of(Math.max(0, people - 1))),
    withoutSd: fact.mean !== null && fact.sd === null && n > 1 ? 1 : 0,
  };
  known.set(fact, made);
  return made;
}

const partBy = (sign: 1 | -1, a: Part, b: Part): Part => ({ part: a.part + sign * b.part, n: a.n + sign * b.n });

function combined(sign: 1 | -1, a: Sums, b: Sums): Sums {
  const by = sign === 1 ? plus : minus;
  return {
    participants: a.participants + sign * b.participants,
    below: partBy(sign, a.below, b.below),
    quality: partBy(sign, a.quality, b.quality),
    figure: partBy(sign, a.figure, b.figure),
    people: a.people + sign * b.people,
    scores: by(a.scores, b.scores),
    squares: by(a.squares, b.squares),
    within: by(a.within, b.within),
    withoutSd: a.withoutSd + sign * b.withoutSd,
  };
}

const summed = new WeakMap<readonly Fact[], Sums>();

/** Sums of a group. A territory is summed once, whoever of it is left out: numbers are exact, so taking away loses nothing. */
function sumsOf({ all, without }: ResultGroup): Sums {
  const whole = summed.get(all) ?? all.reduce((sums, fact) => combined(1, sums, sumsOfRow(fact)), NOTHING);
  summed.set(all, whole);
  const own = without === undefined ? undefined : all.find((fact) => fact.school === without);
  return own ? combined(-1, whole, sumsOfRow(own)) : whole;
}

const sharePart = ({ part, n }: Part): Quantity => Quantity.share(part, n);

/** Σ«2» / Σn: the pooled share of the settled method, 6. */
export const pooledBelowShare = (group: ResultGroup): Quantity => sharePart(sumsOf(group).below);

export const pooledQualityShare = (group: ResultGroup): Quantity => sharePart(sumsOf(group).quality);

export const pooledFigureShare = (group: ResultGroup): Quantity => sharePart(sumsOf(group).figure);

export const pooledParticipants = (group: ResultGroup): Quantity => Quantity.of(sumsOf(group).participants);

/** Participants of the schools whose mean is known: whom the mean and the deviation of the territory are of. */
export const pooledScored = (group: ResultGroup): Quantity => Quantity.of(sumsOf(group).people);

/** Mean of all participants of the territory: school means weighted by n. */
export function pooledMean(group: ResultGroup): Quantity {
  const { people, scores } = sumsOf(group);
  return people === 0 ? Quantity.missing : over(scores, Quantity.of(people));
}

/**
 * Sample standard deviation of all participants of the territory, within and between schools:
 * Σ(n − 1)s² + Σ n·x̄² − (Σ n·x̄)² / Σn, divided by Σn − 1.
 */
export function pooledSd(group: ResultGroup): Quantity {
  const { people, scores, squares, within, withoutSd } = sumsOf(group);
  if (withoutSd > 0 || people < 2) return Quantity.missing;
  const between = minus(squares, over(times(scores, scores), Quantity.of(people)));
  return root(over(plus(within, between), Quantity.of(people - 1)));
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
