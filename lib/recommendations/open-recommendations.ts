import 'server-only';
import type { QueryContext } from '@/lib/access/define-query';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { dayAt } from '@/lib/kernel/day';
import type { Recommendation } from '@/lib/recommendations/recommendation';
import { recommendationSearch } from '@/lib/recommendations/recommendation-search';
import { recommendationsSlice } from '@/lib/recommendations/recommendation-store';

/** Recommendations that wait for their school, the nearest day first. */
export async function openRecommendations(
  { viewer, tx }: QueryContext,
  limit: number,
): Promise<readonly Recommendation[]> {
  const search = recommendationSearch.parse({ state: 'open' });
  const today = dayAt(new Date(), viewer.timeZone);
  return (await recommendationsSlice(tx, ownMunicipality(viewer), search, today, limit)).rows;
}
