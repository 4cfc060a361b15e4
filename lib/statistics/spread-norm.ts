import { normalTail } from './normal-tail';

/**
 * What groups of different size usually give: value = centre + slope·covariate + noise, and the variance of the noise is
 * `between` (groups really differ) + `within`·weight (a small group is measured worse; the weight is usually 1/n).
 */
export interface SpreadNorm {
  /** Groups it was made of. */
  readonly groups: number;
  readonly centre: number;
  readonly slope: number;
  readonly between: number;
  readonly within: number;
}

/** One group: its value, how badly it is measured (1/n, or 1/n + 1/m), and what else is known of it. */
export interface Group {
  readonly value: number;
  readonly weight: number;
  readonly covariate?: number;
}

/** Residuals count up to this many deviations, so that the odd groups that are looked for do not hide themselves. */
const CAP = 2;
/** Mean of min(Z², CAP²) for a normal Z: what capping takes away from an honest variance. */
const CAPPED = 1 - 2 * normalTail(CAP) - 2 * CAP * density(CAP) + CAP * CAP * 2 * normalTail(CAP);
const ROUNDS = 25;

/**
 * Fits the norm robustly (Huber's weights for the centre, capped squares for the variances), so that a tenth of strange
 * groups moves it little. `within` may be given when it is known (the variance of pupils inside schools). Null below
 * `least` groups. The sampling model is that of meta-analysis with random effects (DerSimonian and Laird, 1986).
 */
export function fitSpread(
  groups: readonly Group[],
  { within: known, least = 20 }: { readonly within?: number; readonly least?: number } = {},
): SpreadNorm | null {
  if (groups.length < least) return null;
  const sorted = groups.map((group) => group.value).sort((a, b) => a - b);
  let centre = sorted[Math.floor(sorted.length / 2)] ?? 0;
  let slope = 0;
  const start = groups.reduce((sum, group) => sum + (group.value - centre) ** 2, 0) / groups.length;
  let within = known ?? start;
  let between = start;
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = groups.map((group) => ({ group, variance: Math.max(between + within * group.weight, 1e-12) }));
    ({ centre, slope } = fitLine(rows, centre, slope));
    const squares = rows.map(({ group, variance }) => {
      const residual = group.value - centre - slope * (group.covariate ?? 0);
      return {
        weight: group.weight,
        trust: 1 / (variance * variance),
        square: Math.min(residual * residual, CAP * CAP * variance) / CAPPED,
      };
    });
    ({ between, within } = fitVariances(squares, known));
  }
  return { groups: groups.length, centre, slope, between, within };
}

/** How many deviations the group is above what the norm expects of a group of its size. */
export function standardised(norm: SpreadNorm, group: Group): number {
  const expected = norm.centre + norm.slope * (group.covariate ?? 0);
  return (group.value - expected) / Math.sqrt(Math.max(norm.between + norm.within * group.weight, 1e-12));
}

type Row = { readonly group: Group; readonly variance: number };

function fitLine(rows: readonly Row[], centre: number, slope: number) {
  let [w, wx, wy, wxx, wxy] = [0, 0, 0, 0, 0];
  for (const { group, variance } of rows) {
    const x = group.covariate ?? 0;
    const deviations = Math.abs(group.value - centre - slope * x) / Math.sqrt(variance);
    const trust = (deviations > 1.5 ? 1.5 / deviations : 1) / variance;
    w += trust;
    wx += trust * x;
    wy += trust * group.value;
    wxx += trust * x * x;
    wxy += trust * x * group.value;
  }
  const spread = wxx - (wx * wx) / w;
  const steepness = spread > 1e-9 * Math.max(wxx, 1e-300) ? (wxy - (wx * wy) / w) / spread : 0;
  return { centre: (wy - steepness * wx) / w, slope: steepness };
}

type Square = { readonly weight: number; readonly trust: number; readonly square: number };

/** Least squares of square ≈ between + within·weight, neither below 0. */
function fitVariances(rows: readonly Square[], known: number | undefined) {
  let [t, tw, tww, ts, tws] = [0, 0, 0, 0, 0];
  for (const { weight, trust, square } of rows) {
    t += trust;
    tw += trust * weight;
    tww += trust * weight * weight;
    ts += trust * square;
    tws += trust * weight * square;
  }
  if (known !== undefined) return { within: known, between: Math.max(0, (ts - known * tw) / t) };
  const determinant = t * tww - tw * tw;
  const within = determinant > 1e-9 * t * tww ? (t * tws - tw * ts) / determinant : 0;
  const between = (ts - within * tw) / t;
  if (within < 0) return { within: 0, between: ts / t };
  if (between < 0) return { within: tws / tww, between: 0 };
  return { within, between };
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}
