import { z } from 'zod';
import type { TrialEffect } from '@/lib/diagnostics/trials/trial';
import { SUM_MAX } from '@/lib/diagnostics/trials/trial-words';
import type { Method } from '@/lib/methodology/method';
import { methodProblems } from '@/lib/methodology/method-problems';
import { withParams } from '@/lib/methodology/with-params';

export const TRIAL_EFFECTS = ['ENTERS', 'LEAVES', 'VERDICT', 'SUM', 'SAME'] as const satisfies readonly TrialEffect[];

/** Numbers of the method travel in the address under this prefix: «n_T1=12»; an empty one is «не задано». */
const NUMBER = 'n_';
/** How a link says it: our links leave empty parameters out. */
const NOT_SET = 'none';

const known = z.object({
  campaign: z.uuid().optional().catch(undefined),
  /** `changed` is everything but SAME. */
  effect: z
    .enum([...TRIAL_EFFECTS, 'all'])
    .optional()
    .catch(undefined),
  /** The number whose values are tried one after another. */
  sweep: z.string().max(32).optional().catch(undefined),
});

export type TrialSearch = z.infer<typeof known> & {
  /** By code of the number, as it stands in the address. */
  readonly numbers: ReadonlyMap<string, string>;
};

type Address = Record<string, string | string[] | undefined>;

/** The choice of a trial; what is not one of its words is left out. */
export function trialSearch(address: Address): TrialSearch {
  const numbers = Object.entries(address).flatMap(([name, value]) =>
    name.startsWith(NUMBER) && typeof value === 'string'
      ? [[name.slice(NUMBER.length), value === NOT_SET ? '' : value.trim()] as const]
      : [],
  );
  return { ...known.parse(address), numbers: new Map(numbers) };
}

/** The same as parameters of an address; `change` wins. */
export function trialParams(
  { campaign, effect, sweep, numbers }: TrialSearch,
  change: Partial<Pick<TrialSearch, 'effect' | 'sweep'>> = {},
): Record<string, string | undefined> {
  const kept = [...numbers].map(([code, value]) => [numberName(code), value === '' ? NOT_SET : value] as const);
  return { ...Object.fromEntries(kept), campaign, effect, sweep, ...change };
}

export const numberName = (code: string): string => `${NUMBER}${code}`;

/**
 * The numbers of a method that the address changes: whole ones from 0; null is «не задано» where the rules can do without.
 * What is none of these is named, and the method's own number stays.
 */
export function changedNumbers(
  method: Method,
  numbers: TrialSearch['numbers'],
): { readonly values: ReadonlyMap<string, number | null>; readonly refused: ReadonlySet<string> } {
  const values = new Map<string, number | null>();
  const refused = new Set<string>();
  for (const param of method.params) {
    const text = numbers.get(param.code);
    if (text === undefined) continue;
    const value = text === '' ? null : /^\d{1,4}$/.test(text) ? Number(text) : undefined;
    const isGood = value === null || (value !== undefined && value <= (param.unit === 'PERCENT' ? 100 : SUM_MAX));
    if (!isGood || value === undefined || (value === null && needs(method, param.code))) refused.add(param.code);
    else if (value !== param.value) values.set(param.code, value);
  }
  return { values, refused };
}

/** Whether a rule reads the number without asking first whether it is set. */
const needs = (method: Method, code: string): boolean =>
  methodProblems(withParams(method, new Map([[code, null]]))).length > methodProblems(method).length;

/** Values a number is tried at: every fifth per cent, or each whole number up to what a card can give. */
export function sweepValues(method: Method, code: string, highest: number): readonly number[] {
  const param = method.params.find((one) => one.code === code);
  if (!param) return [];
  if (param.unit === 'PERCENT') return Array.from({ length: 20 }, (_, index) => 5 * (index + 1));
  return Array.from({ length: Math.max(1, Math.min(highest, SUM_MAX)) + 1 }, (_, index) => index);
}
