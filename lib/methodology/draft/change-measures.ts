import { moved, put, without } from '@/lib/methodology/draft/by-code';
import type { Method, MethodMeasure } from '@/lib/methodology/method';

/** A measure may name those above it, so a new one comes last; a method without any has no list of them at all. */
const withMeasures = (method: Method, measures: MethodMeasure[]): Method => {
  const { measures: _, ...rest } = method;
  return measures.length === 0 ? rest : { ...rest, measures };
};

export const putMeasure = (method: Method, measure: MethodMeasure): Method =>
  withMeasures(method, put(method.measures ?? [], measure));

export const removeMeasure = (method: Method, code: string): Method =>
  withMeasures(method, without(method.measures ?? [], code));

export const moveMeasure = (method: Method, code: string, by: 'up' | 'down'): Method =>
  withMeasures(method, moved(method.measures ?? [], code, by));
