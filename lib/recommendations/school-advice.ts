import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { dayAt } from '@/lib/kernel/day';
import { isLate, type Recommendation } from '@/lib/recommendations/recommendation';
import { isOpen, isWaiting } from '@/lib/recommendations/recommendation-moves';
import { ofSchool } from '@/lib/recommendations/recommendation-store';

/** What was recommended to a school in a year: late, under way or waiting for the centre, and how many are done. Drafts are left out. */
export type SchoolAdvice = {
  readonly late: readonly Recommendation[];
  readonly open: readonly Recommendation[];
  readonly done: number;
};

/** Reads it inside an open transaction, as far as the viewer sees. */
export async function schoolAdvice(
  { viewer, tx }: QueryContext,
  schoolId: string,
  year: number,
): Promise<SchoolAdvice> {
  const today = dayAt(new Date(), viewer.timeZone);
  const known = await ofSchool(tx, ownMunicipality(viewer), schoolId, year);
  const alive = known.filter(({ state }) => isOpen(state) || isWaiting(state));
  return {
    late: alive.filter((one) => isLate(one, today)),
    open: alive.filter((one) => !isLate(one, today)),
    done: known.filter(({ state }) => state === 'DONE').length,
  };
}
