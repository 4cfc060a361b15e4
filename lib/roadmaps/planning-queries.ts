import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { dayAt } from '@/lib/kernel/day';
import { readRecommendation } from '@/lib/recommendations/recommendation-queries';
import { isPlannable } from '@/lib/roadmaps/planned-recommendation';
import {
  type DueRow,
  dueRows,
  findRoadmap,
  findRow,
  listRoadmaps,
  rowOfRecommendation,
} from '@/lib/roadmaps/roadmap-store';

const PLANS_MAX = 20;

/** Where a recommendation stands in a plan, or the plans of its school that can take it. */
export const recommendationPlan = defineQuery('recommendation.read', async (context, recommendationId: string) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const { id, schoolId, state } = await readRecommendation(context, recommendationId);
  const today = dayAt(new Date(), viewer.timeZone);
  const row = can(viewer.role, 'roadmap.read') ? await rowOfRecommendation(tx, municipalityId, id) : undefined;
  const canPlan = !row && isPlannable(state) && can(viewer.role, 'roadmap.change');
  const plans = canPlan ? await listRoadmaps(tx, municipalityId, { schoolId }, today, PLANS_MAX) : [];
  return {
    ...{ recommendationId: id, schoolId, row, canPlan, today },
    plans: plans.filter(({ status }) => status !== 'ARCHIVED').map(({ id: planId, title }) => ({ id: planId, title })),
  };
});
export type RecommendationPlan = Awaited<ReturnType<typeof recommendationPlan>>;

/** A row of a plan as others name it. */
export type NamedRow = Pick<DueRow, 'id' | 'number' | 'measure' | 'term' | 'roadmapId' | 'roadmapTitle' | 'schoolId'>;

/** A row that the viewer may see, inside an open transaction; undefined where there is none. */
export async function readRow({ viewer, tx }: QueryContext, rowId: string): Promise<NamedRow | undefined> {
  const municipalityId = ownMunicipality(viewer);
  const row = await findRow(tx, municipalityId, rowId);
  const roadmap = row && (await findRoadmap(tx, municipalityId, row.roadmapId));
  if (!row || !roadmap) return undefined;
  const { id, number, measure, term, roadmapId } = row;
  return { id, number, measure, term, roadmapId, roadmapTitle: roadmap.title, schoolId: roadmap.schoolId };
}

/** More rows than this are found by the page of the row, not by a list. */
const ROWS_MAX = 300;

/** Open rows of approved plans, the nearest first: what an event can be held for. */
export async function rowChoices({ viewer, tx }: QueryContext, limit = ROWS_MAX) {
  return dueRows(tx, ownMunicipality(viewer), { state: 'open' }, dayAt(new Date(), viewer.timeZone), limit);
}
