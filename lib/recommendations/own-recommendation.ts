import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { isSchoolRole } from '@/lib/access/role';
import { notFound, Refusal } from '@/lib/kernel/refusal';
import type { Recommendation } from '@/lib/recommendations/recommendation';
import { isOpen } from '@/lib/recommendations/recommendation-moves';
import { findRecommendation } from '@/lib/recommendations/recommendation-store';

/** More than this many proofs of one recommendation are a mistake, not a proof. */
export const PROOFS_MAX = 20;

/** A recommendation that the viewer changes, locked: a school its own, the centre any of its municipality. */
export async function ownRecommendation({ viewer, tx }: QueryContext, recommendationId: string) {
  const municipalityId = ownMunicipality(viewer);
  const recommendation = await findRecommendation(tx, municipalityId, recommendationId, true);
  if (!recommendation || (isSchoolRole(viewer.role) && recommendation.schoolId !== viewer.schoolId)) throw notFound();
  return { recommendation, owner: { id: recommendation.id, municipalityId, schoolId: recommendation.schoolId } };
}

/** Proofs are added and taken back while the school is at work; what the centre checks stands still. */
export function assertAtWork({ state }: Pick<Recommendation, 'state'>): void {
  if (!isOpen(state))
    throw new Refusal('closed', 'Сейчас подтверждения не меняются: рекомендация проверена, на проверке или отозвана.');
}
