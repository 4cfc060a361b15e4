import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { dayAt } from '@/lib/kernel/day';
import type { RoadmapLine } from '@/lib/roadmaps/roadmap';
import { type DueRow, dueRows, listRoadmaps } from '@/lib/roadmaps/roadmap-store';

const PLANS_MAX = 50;
const ROWS_MAX = 8;

/** What is planned for a school: its roadmaps, rows that are late, and the nearest that are still open. */
export type SchoolPlans = {
  readonly plans: readonly RoadmapLine[];
  readonly late: readonly DueRow[];
  readonly ahead: readonly DueRow[];
  readonly today: string;
};

/** Reads it inside an open transaction, as far as the viewer sees. */
export async function schoolPlans({ viewer, tx }: QueryContext, schoolId: string): Promise<SchoolPlans> {
  const municipalityId = ownMunicipality(viewer);
  const today = dayAt(new Date(), viewer.timeZone);
  const open = await dueRows(tx, municipalityId, { state: 'open', schoolId }, today, PLANS_MAX);
  const isLate = ({ due }: DueRow) => due !== null && due < today;
  return {
    plans: await listRoadmaps(tx, municipalityId, { schoolId }, today, PLANS_MAX),
    late: open.filter(isLate),
    ahead: open.filter((row) => !isLate(row)).slice(0, ROWS_MAX),
    today,
  };
}
