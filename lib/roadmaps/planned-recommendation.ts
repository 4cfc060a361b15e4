import { formatDay } from '@/lib/kernel/day';
import type { Recommendation } from '@/lib/recommendations/recommendation';
import type { RecommendationState } from '@/lib/recommendations/recommendation-moves';
import type { PlanRow, RowWords } from '@/lib/roadmaps/plan';

/** What is still to be done: a draft is not said yet, what is done or withdrawn needs no plan. */
export const isPlannable = (state: RecommendationState): boolean =>
  state !== 'DRAFT' && state !== 'DONE' && state !== 'WITHDRAWN';

/**
 * The row of a plan that carries out a recommendation: its words, its term as written (its last day, where none is
 * written), and the first of the points it answers to; the others stay with the recommendation.
 */
export function rowOfWords(
  { measure, term, due, responsible, result, proof, grounds }: Recommendation,
  number: string,
): RowWords & Pick<PlanRow, 'item'> {
  return {
    ...{ kind: 'ROW', number, measure, responsible, result, form: proof },
    term: term || (due ? `до ${formatDay(due)}` : ''),
    item: grounds[0]?.code ?? null,
  };
}
