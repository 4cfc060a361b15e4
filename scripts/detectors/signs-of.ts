import { CORRECTED_FAMILIES } from '@/lib/objectivity/corrected-signs';
import type { SchoolEvidence } from '@/lib/objectivity/school-evidence';
import { type Comparison, signsOf } from '@/lib/objectivity/school-signs';

/** Names of what is counted: families of the federal signs, local signs, corrected families, and any of each kind. */
export const SIGN_NAMES = [
  'federal RAISED_MEAN',
  'federal MARKS_MISMATCH',
  'federal RISE',
  'federal FALL',
  'federal any',
  'local PEAK',
  'local FAR_FROM_JOURNAL',
  'local LOWERED_OFTEN',
  'local VPR_AGAINST_OGE',
  'local EASY_HARD',
  'local NO_TWOS',
  'local any',
  ...CORRECTED_FAMILIES.map((family) => `corrected ${family}` as const),
  'corrected any',
] as const;
export type SignName = (typeof SIGN_NAMES)[number];

/** Which of them mark the school this year by at least one work. */
export function marksOf(school: SchoolEvidence, comparison: Comparison): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const { name, state } of signsOf(school, comparison)) {
    if (state === 'PRESENT') marks.add(name.replace('/', ' ')).add(`${name.split('/')[0]} any`);
  }
  return marks;
}
