import fs from 'node:fs';
import path from 'node:path';
import { measure, type Plan, STRENGTHS } from '@/scripts/detectors/measure';
import { HEADLINES, REPORT_SEED, reportText, type Stress } from '@/scripts/detectors/report';
import { SIGN_NAMES } from '@/scripts/detectors/signs-of';
import { AFTER, BEFORE } from '@/scripts/detectors/words';

const REPORTED: Plan = { seed: REPORT_SEED, regions: 8, schools: 400, share: 0.1, strengths: STRENGTHS };

const STRESSES: readonly (Partial<Plan> & { readonly title: string })[] = [
  { title: '400 schools, none manipulated', share: 0 },
  { title: '400 schools, 30 % manipulated', share: 0.3 },
  { title: '400 schools, 50 % manipulated', share: 0.5 },
  { title: '43 schools, 10 % manipulated', schools: 43, regions: 30 },
  { title: '30 schools, 10 % manipulated', schools: 30, regions: 43 },
  { title: '400 schools, heavy tails', tails: 'heavy' },
];

function main() {
  const measured = measure(REPORTED, SIGN_NAMES);
  const stresses: Stress[] = STRESSES.map(({ title, ...changed }) => ({
    title,
    measured: measure({ ...REPORTED, regions: 3, strengths: HEADLINES, ...changed }, ['corrected any']),
  }));
  const text = reportText({ before: BEFORE, after: AFTER }, REPORTED, measured, stresses);
  fs.writeFileSync(path.join(import.meta.dirname, '../../docs/detectors.md'), text);
  console.log('  docs/detectors.md');
}

main();
