import { MANIPULATIONS, type Manipulation } from '@/scripts/detectors/manipulate';
import { BANDS, type Count, type Measured, type Plan, STRENGTHS } from '@/scripts/detectors/measure';
import { SIGN_NAMES, type SignName } from '@/scripts/detectors/signs-of';

/** Seeds that thresholds and windows were chosen on, and those that are reported: never the same. */
export const TRAINING_SEEDS = [7, 100, 200, 300] as const;
export const REPORT_SEED = 20_261_123;

/** The strength of each manipulation that the recall of the first table is for. */
export const HEADLINE: Readonly<Record<Manipulation, number>> = {
  spike: 0.3,
  raised: 0.5,
  hard: 0.3,
  shuffled: 0.75,
  fall: 0.4,
  rise: 0.4,
};

/** The same, as the strengths of a plan. */
export const HEADLINES: Readonly<Record<Manipulation, readonly number[]>> = {
  spike: [HEADLINE.spike],
  raised: [HEADLINE.raised],
  hard: [HEADLINE.hard],
  shuffled: [HEADLINE.shuffled],
  fall: [HEADLINE.fall],
  rise: [HEADLINE.rise],
};

/** Which signs ask about which manipulation. */
export const OWN_SIGNS: Readonly<Record<Manipulation, readonly SignName[]>> = {
  spike: ['local PEAK', 'local NO_TWOS', 'corrected PEAK'],
  raised: ['federal RAISED_MEAN', 'local VPR_AGAINST_OGE', 'corrected LEVEL'],
  hard: ['local EASY_HARD', 'corrected ADVANCED'],
  shuffled: ['federal MARKS_MISMATCH', 'local FAR_FROM_JOURNAL', 'local LOWERED_OFTEN', 'corrected LINK'],
  fall: ['federal FALL', 'corrected FALL'],
  rise: ['federal RISE', 'corrected RISE'],
};

const ABOUT: Readonly<Record<Manipulation, string>> = {
  spike: 'share of the participants lifted to the border of a mark from at most five points below, nearest first',
  raised: 'share of the lost points given to every pupil (0.5 lifts the mean by about one deviation of pupils)',
  hard: 'the same, in the advanced tasks only',
  shuffled: 'share of the journal marks dealt out anew among the pupils',
  fall: 'as «raised», in grade 4 a year before; this year the parallel writes honestly',
  rise: 'as «raised», in grade 5 this year; a year before the parallel wrote honestly',
};

/** The rest of the report: the same signs where the comparison is worse. */
export interface Stress {
  readonly title: string;
  readonly measured: Measured;
}

const cell = ({ hits, of }: Count) => (of === 0 ? '–' : `${((100 * hits) / of).toFixed(1)} % (${of})`);
const row = (head: readonly string[], counts: readonly Count[]) => `| ${[...head, ...counts.map(cell)].join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]) =>
  [
    `| ${[...head, ...BANDS.map((band) => `n ${band}`)].join(' | ')} |`,
    `|${' --- |'.repeat(head.length + BANDS.length)}`,
    ...rows,
  ].join('\n');
const byBand = (of: (band: string) => Count) => BANDS.map(of);

function sum(counts: readonly Count[]): Count {
  return {
    hits: counts.reduce((total, one) => total + one.hits, 0),
    of: counts.reduce((total, one) => total + one.of, 0),
  };
}

/** All manipulations at their headline strength together. */
const anyRecall = (measured: Measured, name: SignName) =>
  byBand((band) => sum(MANIPULATIONS.map((what) => measured.get(what, HEADLINE[what], band, name))));

export function falseAlarmTable(measured: Measured, who: 'clean' | 'profile', names: readonly SignName[] = SIGN_NAMES) {
  return table(
    ['sign'],
    names.map((name) =>
      row(
        [`\`${name}\``],
        byBand((band) => measured.get(who, band, name)),
      ),
    ),
  );
}

export function recallTable(measured: Measured): string {
  const rows = MANIPULATIONS.flatMap((what) =>
    [...OWN_SIGNS[what], 'corrected any' as const, 'federal any' as const].map((name) =>
      row(
        [`${what} ${HEADLINE[what]}`, `\`${name}\``],
        byBand((band) => measured.get(what, HEADLINE[what], band, name)),
      ),
    ),
  );
  const together = (['corrected any', 'federal any'] as const).map((name) =>
    row(['all six together', `\`${name}\``], anyRecall(measured, name)),
  );
  return table(['manipulation', 'sign'], [...rows, ...together]);
}

function curveTable(measured: Measured, what: Manipulation): string {
  const names = [...OWN_SIGNS[what].filter((name) => name.startsWith('corrected')), 'corrected any' as const];
  return table(
    ['strength', 'sign'],
    STRENGTHS[what].flatMap((strength) =>
      names.map((name) =>
        row(
          [String(strength), `\`${name}\``],
          byBand((band) => measured.get(what, strength, band, name)),
        ),
      ),
    ),
  );
}

function stressTable(stresses: readonly Stress[]): string {
  const rows = stresses.flatMap(({ title, measured }) => [
    row(
      [title, 'false alarms'],
      byBand((band) => measured.get('clean', band, 'corrected any')),
    ),
    row([title, 'recall'], anyRecall(measured, 'corrected any')),
  ]);
  return table(['territory', '`corrected any`'], rows);
}

/** The whole of docs/detectors.md between its words. */
export function reportText(
  words: { before: string; after: string },
  plan: Plan,
  measured: Measured,
  stresses: readonly Stress[],
) {
  const curves = MANIPULATIONS.map(
    (what) => `### ${what}\n\nStrength: ${ABOUT[what]}.\n\n${curveTable(measured, what)}`,
  ).join('\n\n');
  return `${words.before}

## False alarms: how often an honest school is marked in a year

${plan.regions} synthetic regions of ${plan.schools} schools (seed ${plan.seed}), ${Math.round(plan.share * 100)} % of the
schools of each region manipulated, so that the comparison is as spoilt as in life. Ordinary schools; in brackets, school
years.

${falseAlarmTable(measured, 'clean')}

Лицеи and гимназии, honest, with really higher results:

${falseAlarmTable(measured, 'profile', ['federal any', 'corrected any'])}

## Recall at the stated strength

${recallTable(measured)}

## Curves over strength

${curves}

## Where the comparison is worse

${stressTable(stresses)}

${words.after}
`;
}
