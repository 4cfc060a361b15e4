import 'server-only';
import { defineQuery, type QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import { isSchoolRole } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import { type Day, dayAt } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { notFound } from '@/lib/kernel/refusal';
import { schoolYearAt } from '@/lib/kernel/school-year';
import { inScope } from '@/lib/platform/prisma';
import { findProofFile, proofsOf } from '@/lib/recommendations/proof-store';
import { proposalsFor } from '@/lib/recommendations/proposals-for';
import type { Recommendation } from '@/lib/recommendations/recommendation';
import { isEditable, movesFrom } from '@/lib/recommendations/recommendation-moves';
import type { RecommendationSearch } from '@/lib/recommendations/recommendation-search';
import {
  dueFacts,
  eventsOf,
  findRecommendation,
  listFacts,
  PAGE_SIZE,
  recommendationsSlice,
  standingOfSchools,
} from '@/lib/recommendations/recommendation-store';
import type { SchoolSearch } from '@/lib/recommendations/school-search';
import { readSchool } from '@/lib/schools/queries';

const todayOf = ({ viewer }: Pick<QueryContext, 'viewer'>): Day => dayAt(new Date(), viewer.timeZone);

/** A school does not choose among schools. */
const allowed = (viewer: Viewer, search: RecommendationSearch): RecommendationSearch =>
  isSchoolRole(viewer.role) ? { ...search, school: undefined } : search;

/** Recommendations that the viewer may see, under a filter: of a school «что от нас ждут», the nearest day first. */
export const recommendationsPage = defineQuery('recommendation.read', async (context, asked: RecommendationSearch) => {
  const { viewer, tx } = context;
  const municipalityId = ownMunicipality(viewer);
  const search = allowed(viewer, asked);
  const today = todayOf(context);
  return {
    ...(await recommendationsSlice(tx, municipalityId, search, today)),
    ...(await listFacts(tx, municipalityId, search, today)),
    ...{ search, today, isSchool: isSchoolRole(viewer.role), canChange: can(viewer.role, 'recommendation.change') },
  };
});
export type RecommendationsPage = Awaited<ReturnType<typeof recommendationsPage>>;

/** That a list leaves the portal is in the journal before its first row does. */
export const noteRecommendationsExport = defineQuery('recommendation.read', async ({ viewer, tx }) => {
  const municipalityId = ownMunicipality(viewer);
  const line = { action: 'recommendation.export', entity: 'municipality', entityId: municipalityId, details: {} };
  await writeJournal(tx, line);
  return todayOf({ viewer });
});

/** The rows of the list, a page at a time in transactions of their own: a long file holds none open. */
export async function* recommendationRows(
  viewer: Viewer,
  asked: RecommendationSearch,
  today: Day,
): AsyncGenerator<Recommendation> {
  const municipalityId = ownMunicipality(viewer);
  let search: RecommendationSearch = { ...allowed(viewer, asked), after: undefined, before: undefined };
  for (;;) {
    const { rows, after } = await inScope(viewer, (tx) =>
      recommendationsSlice(tx, municipalityId, search, today, PAGE_SIZE * 4),
    );
    yield* rows;
    if (!after) return;
    search = { ...search, after };
  }
}

/** How every school stands with its recommendations, and the way to the page where they are prepared. */
export const recommendationSchools = defineQuery('recommendation.change', async (context, search: SchoolSearch) => {
  const year = schoolYearAt(new Date(), context.viewer.timeZone);
  const asked = { q: search.q, sort: search.sort, year };
  return {
    rows: await standingOfSchools(context.tx, ownMunicipality(context.viewer), asked, todayOf(context)),
    year,
  };
});
export type RecommendationSchools = Awaited<ReturnType<typeof recommendationSchools>>;

/** One school and year: why, what the catalogue proposes, what it has no measure for, drafts, and what was sent. */
export const schoolRecommendations = defineQuery(
  'recommendation.change',
  async (context, address: string, asked: number | undefined) => {
    const school = await readSchool(context, address);
    const present = schoolYearAt(new Date(), context.viewer.timeZone);
    const year = asked ?? present;
    const { known, ...found } = await proposalsFor(context, school.id, year);
    return {
      ...found,
      ...{ school: { id: school.id, shortName: school.shortName }, year, present, today: todayOf(context) },
      drafts: known.filter(({ state }) => state === 'DRAFT'),
      sent: known.filter(({ state }) => state !== 'DRAFT'),
    };
  },
);
export type SchoolRecommendations = Awaited<ReturnType<typeof schoolRecommendations>>;

/** A recommendation of the viewer's scope, inside an open transaction; what is no id at all is as absent as a foreign one. */
export async function readRecommendation(
  { viewer, tx }: QueryContext,
  recommendationId: string,
): Promise<Recommendation> {
  const found = id.safeParse(recommendationId).success
    ? await findRecommendation(tx, ownMunicipality(viewer), recommendationId)
    : undefined;
  if (!found) throw notFound();
  return found;
}

/** One recommendation with everything about it: proofs, history, and what the viewer may do. */
export const recommendationPage = defineQuery('recommendation.read', async (context, recommendationId: string) => {
  const { viewer, tx } = context;
  const recommendation = await readRecommendation(context, recommendationId);
  const { state, schoolId } = recommendation;
  const canChange = can(viewer.role, 'recommendation.change');
  const canAnswer = can(viewer.role, 'recommendation.answer') && schoolId === viewer.schoolId;
  return {
    recommendation,
    proofs: await proofsOf(tx, recommendation.id),
    events: await eventsOf(tx, recommendation.id),
    // Sending and sending again have forms of their own.
    moves: canChange
      ? movesFrom(state, 'CENTRE').filter(({ code }) => code !== 'send' && code !== 'resend')
      : canAnswer
        ? movesFrom(state, 'SCHOOL')
        : [],
    ...{ canChange, canAnswer, canEdit: canChange && isEditable(state), isSchool: isSchoolRole(viewer.role) },
    ...{ today: todayOf(context), timeZone: viewer.timeZone },
  };
});
export type RecommendationPage = Awaited<ReturnType<typeof recommendationPage>>;

/** A recommendation whose words can still be changed. */
export const editRecommendationForm = defineQuery(
  'recommendation.change',
  async (context, recommendationId: string) => {
    const recommendation = await readRecommendation(context, recommendationId);
    if (!isEditable(recommendation.state)) throw notFound();
    return { recommendation, today: todayOf(context) };
  },
);

/** A file that proves a recommendation the viewer may see. */
export const recommendationFile = defineQuery('recommendation.read', async ({ tx }, fileId: string) => {
  const file = await findProofFile(tx, fileId);
  if (!file) throw notFound();
  return file;
});

const NEXT = 3;

/**
 * What recommendations expect now, for a home page. Of a school: how many are open and late, and the three nearest by day. Of
 * the centre: how many wait for its answer and how many are late, and the three that wait with the nearest day.
 */
export const recommendationsDue = defineQuery('recommendation.read', async ({ viewer, tx }) => {
  const today = todayOf({ viewer });
  const whose = isSchoolRole(viewer.role) ? 'SCHOOL' : 'CENTRE';
  return { ...(await dueFacts(tx, ownMunicipality(viewer), whose, today, NEXT)), today };
});
export type RecommendationsDue = Awaited<ReturnType<typeof recommendationsDue>>;
