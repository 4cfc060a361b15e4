import 'server-only';
import { defineQuery } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { can } from '@/lib/access/permissions';
import type { Viewer } from '@/lib/access/viewer';
import { writeJournal } from '@/lib/audit/journal';
import { notFound } from '@/lib/kernel/refusal';
import { levelsByYear } from '@/lib/objectivity/evidence';
import type { FederalGuards } from '@/lib/objectivity/federal-signs';
import { findingSentence } from '@/lib/objectivity/finding-words';
import { type MapInput, mapPageOf } from '@/lib/objectivity/map-page';
import { kindsOf, type ObjectivitySearch } from '@/lib/objectivity/objectivity-search';
import { knownSchools } from '@/lib/objectivity/objectivity-store';
import { pictureKind } from '@/lib/objectivity/picture';
import { procedureKey } from '@/lib/objectivity/procedure';
import { regionValues } from '@/lib/objectivity/region-values';
import { decisionsOfYear, reviewsOf } from '@/lib/objectivity/review-store';
import { schoolPageOf } from '@/lib/objectivity/school-page';
import { KINDS } from '@/lib/objectivity/sign-code';
import { type FindingSeen, findingSeen, type SignDecision, type SignPlace } from '@/lib/objectivity/sign-review';
import { SIGN_WORDS } from '@/lib/objectivity/sign-words';
import { inScope, type Tx } from '@/lib/platform/prisma';
import { knownYears, speakingResults } from '@/lib/results/queries';

/** The map shows the three latest years (C1.21). */
const YEARS = 3;
/** The guard of the default method for sign А; the published methodology has none. */
const GUARDS: FederalGuards = { raisedMean: 10, marksMismatch: 2, cohort: 1 };

async function inputOf(tx: Tx, municipalityId: string, years: readonly number[]): Promise<MapInput> {
  const wanted = [...new Set(years.flatMap((year) => [year, year - 1]))];
  const { results, references, scales, plans } = await speakingResults(tx, municipalityId, wanted);
  return {
    schools: await knownSchools(tx, municipalityId),
    results,
    years,
    regions: new Map(years.map((year) => [year, regionValues(references, year)])),
    guards: GUARDS,
    scales,
    levels: levelsByYear(plans),
  };
}

/** Schools × years × works of the municipality. */
export const objectivityMap = defineQuery('objectivity.read', async ({ viewer, tx }, search: ObjectivitySearch) => {
  const municipalityId = ownMunicipality(viewer);
  const years = (await knownYears(tx, municipalityId)).slice(0, YEARS);
  return mapPageOf(await inputOf(tx, municipalityId, years), kindsOf(search), search.missing);
});

/** One school and year behind the map. */
export const objectivitySchool = defineQuery(
  'objectivity.read',
  async ({ viewer, tx }, schoolId: string, year: number, search: ObjectivitySearch) => {
    const municipalityId = ownMunicipality(viewer);
    const page = schoolPageOf(await inputOf(tx, municipalityId, [year]), schoolId, year, kindsOf(search));
    if (!page) throw notFound();
    return {
      ...page,
      reviews: await reviewsOf(tx, municipalityId, schoolId, year),
      canReview: can(viewer.role, 'objectivity.review'),
      timeZone: viewer.timeZone,
    };
  },
);
export type ObjectivitySchoolPage = Awaited<ReturnType<typeof objectivitySchool>>;

/** What the centre asked one's own school and decided about it, with the numbers that were seen; latest first. */
export const ownSigns = defineQuery('objectivity.answer', async ({ viewer, tx }) => {
  if (!viewer.schoolId) throw notFound();
  const reviews = await reviewsOf(tx, ownMunicipality(viewer), viewer.schoolId);
  return { reviews: reviews.toReversed(), timeZone: viewer.timeZone };
});
export type OwnSignsPage = Awaited<ReturnType<typeof ownSigns>>;

/** The sign as the page shows it now, to be kept beside a decision; null when it is not present any more. */
export async function signSeen(tx: Tx, municipalityId: string, place: SignPlace): Promise<FindingSeen | null> {
  const input = await inputOf(tx, municipalityId, [place.year]);
  const page = schoolPageOf(input, place.schoolId, place.year, KINDS);
  if (!page) throw notFound();
  const work = page.works.find((one) => procedureKey(one.procedure) === place.work);
  const found = work?.present.find(({ sign }) => sign.code === place.sign);
  if (!work || !found) return null;
  // The picture is drawn once a work, with the first sign it belongs to.
  const kind = pictureKind(found.sign.name);
  const shared = work.present.find(({ sign, picture }) => picture !== null && pictureKind(sign.name) === kind);
  return findingSeen.parse({
    title: SIGN_WORDS[found.sign.name].title,
    sentence: findingSentence(found.sign),
    picture: shared?.picture ?? null,
  });
}

/**
 * What the centre has decided about the signs of a year, inside another context's transaction: a card answers its sign from
 * it (docs/decisions/0016). It gives no points by itself.
 */
export const signDecisions = (tx: Tx, municipalityId: string, year: number): Promise<readonly SignDecision[]> =>
  decisionsOfYear(tx, municipalityId, year);

/** The journal's line about a map that leaves the portal. */
export const noteMapExport = (viewer: Viewer): Promise<void> =>
  inScope(viewer, (tx) =>
    writeJournal(tx, {
      action: 'objectivity.export',
      entity: 'municipality',
      entityId: viewer.municipalityId ?? '',
      details: {},
    }),
  );
