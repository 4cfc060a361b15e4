import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MANIPULATIONS } from '@/scripts/detectors/manipulate';
import { BANDS, measure } from '@/scripts/detectors/measure';
import { HEADLINE, HEADLINES, OWN_SIGNS, REPORT_SEED, TRAINING_SEEDS } from '@/scripts/detectors/report';
import { SIGN_NAMES, type SignName } from '@/scripts/detectors/signs-of';

const text = fs.readFileSync(path.join(import.meta.dirname, '../../../docs/detectors.md'), 'utf8');

/** «12.3 % (456)» of each band in the first row that begins so, under the heading. */
function claimed(heading: string, ...head: readonly string[]) {
  const section = text.split(`\n## ${heading}`)[1] ?? '';
  const line = section.split('\n').find((one) => one.startsWith(`| ${head.join(' | ')} |`)) ?? '';
  const cells = line.split('|').slice(1 + head.length);
  return BANDS.map((_, i) => {
    const [, percent, of] = /^ ([\d.]+) % \((\d+)\) $/.exec(cells[i] ?? '') ?? [];
    return percent === undefined ? undefined : { share: Number(percent) / 100, of: Number(of) };
  });
}
const falseAlarms = (name: SignName) => claimed('False alarms', `\`${name}\``);
const recall = (what: string, name: string) => claimed('Recall at the stated strength', what, `\`${name}\``);

const CHECKED: readonly SignName[] = ['corrected any', 'federal any', ...new Set(Object.values(OWN_SIGNS).flat())];
const small = measure({ seed: 41, regions: 2, schools: 250, share: 0.1, strengths: HEADLINES }, CHECKED);

/** Four deviations of a share counted twice, and two points for what regions differ by. */
const tolerance = (share: number, of: number, againOf: number) =>
  4 * Math.sqrt(Math.max(share * (1 - share), 0.01) * (1 / of + 1 / againOf)) + 0.02;

describe('the committed table of what the signs find', () => {
  it('was made on other chance than the signs were chosen on', () => {
    expect(TRAINING_SEEDS).not.toContain(REPORT_SEED);
    expect(text).toContain(`seed ${REPORT_SEED}`);
  });

  it.each(CHECKED)('says how often %s marks honest schools, and a smaller run agrees', (name) => {
    for (const [i, band] of BANDS.entries()) {
      const claim = falseAlarms(name)[i];
      const again = small.get('clean', band, name);
      if (!claim) throw new Error(`${name} has no row of false alarms`);
      const difference = Math.abs(again.hits / again.of - claim.share);
      expect(difference).toBeLessThan(tolerance(claim.share, claim.of, again.of));
    }
  });

  it.each(
    MANIPULATIONS.flatMap((what) => [...OWN_SIGNS[what], 'corrected any' as const].map((name) => ({ what, name }))),
  )('says how much of $what $name finds, and a smaller run agrees', ({ what, name }) => {
    for (const [i, band] of BANDS.entries()) {
      const claim = recall(`${what} ${HEADLINE[what]}`, name)[i];
      const again = small.get(what, HEADLINE[what], band, name);
      if (!claim) throw new Error(`${what} and ${name} have no row of recall`);
      const difference = Math.abs(again.hits / again.of - claim.share);
      expect(difference).toBeLessThan(tolerance(claim.share, claim.of, again.of));
    }
  });

  const corrected = SIGN_NAMES.filter((name) => name.startsWith('corrected'));

  it.each(corrected)(
    'claims the aim for %s: at most 5 %% of honest schools from twenty on, none below eight',
    (name) => {
      const [under8, , from20, from50] = falseAlarms(name);
      expect(under8?.share).toBe(0);
      expect(from20?.share).toBeLessThanOrEqual(0.05);
      expect(from50?.share).toBeLessThanOrEqual(0.05);
    },
  );

  it.each(
    MANIPULATIONS.flatMap((what) =>
      [...OWN_SIGNS[what].filter((name) => name.startsWith('corrected')), 'corrected any'].map(
        (name) => [what, name] as const,
      ),
    ),
  )('claims the aim for %s by %s: recall of at least 0.8 from twenty participants on', (what, name) => {
    const [under8, , from20, from50] = recall(`${what} ${HEADLINE[what]}`, name);
    expect(under8?.share).toBe(0);
    expect(from20?.share).toBeGreaterThanOrEqual(0.8);
    expect(from50?.share).toBeGreaterThanOrEqual(0.8);
  });
});
