import { z } from 'zod';
import type { Day } from '@/lib/kernel/day';
import { COMPUTATION_CODES } from '@/lib/programmes/computation';
import {
  DIRECTIONS,
  PROBABILITIES,
  PROGRAMME_KINDS,
  PROGRAMME_STATES,
  type ProgrammeKind,
  type ProgrammeState,
  RISK_KINDS,
  STAGE_STATES,
  UNITS,
} from '@/lib/programmes/words';

const text = z.string().max(6000);
const number = z.number().min(-1_000_000).max(1_000_000);

/** A wanted measure. `key` never changes, so facts stay with it when numbers move. Shares are per cent, presence is 1 or 0. */
export const indicator = z.object({
  key: z.string().min(1).max(40),
  number: z.string().min(1).max(10),
  wording: text.min(1),
  unit: z.enum(UNITS),
  direction: z.enum(DIRECTIONS),
  base: number.nullable(),
  /** Wanted value of a year («2027»). */
  plan: z.record(z.string(), number),
  /** By what the portal computes it; null: typed. */
  computation: z.enum(COMPUTATION_CODES).nullable(),
});
export type Indicator = z.infer<typeof indicator>;

/** Everything an order approves: rows of the passport, tasks, results with numbers of their indicators, stages, risks. */
export const programmeContent = z.object({
  passport: z.array(z.object({ title: z.string().min(1).max(300), text })).max(40),
  tasks: z.array(text.min(1)).max(40),
  results: z.array(z.object({ text: text.min(1), indicators: z.array(z.string()) })).max(40),
  indicators: z.array(indicator).max(60),
  stages: z
    .array(z.object({ key: z.string().min(1).max(40), title: text.min(1), from: z.string(), to: z.string(), text }))
    .max(20),
  risks: z
    .array(
      z.object({
        kind: z.enum(RISK_KINDS),
        wording: text.min(1),
        probability: z.enum(PROBABILITIES),
        owner: text,
        ways: text,
      }),
    )
    .max(40),
});
export type ProgrammeContent = z.infer<typeof programmeContent>;

/** What became of a stage, by its key. */
export const stageProgress = z.record(z.string(), z.object({ state: z.enum(STAGE_STATES), report: text }));
export type StageProgress = z.infer<typeof stageProgress>;

export type Programme = {
  readonly id: string;
  readonly rootId: string;
  readonly edition: number;
  /** Null: the municipality's own. */
  readonly schoolId: string | null;
  readonly schoolName: string | null;
  readonly kind: ProgrammeKind;
  readonly title: string;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly content: ProgrammeContent;
  readonly progress: StageProgress;
  readonly state: ProgrammeState;
  readonly version: number;
  readonly roadmapId: string | null;
  readonly roadmapTitle: string | null;
  readonly orderNumber: string;
  readonly orderDate: Day | null;
};

export type ProgrammeLine = Omit<Programme, 'content' | 'progress' | 'version' | 'roadmapId' | 'roadmapTitle'>;

/** Both years included. */
export const yearsOf = ({ firstYear, lastYear }: Pick<Programme, 'firstYear' | 'lastYear'>): readonly number[] =>
  Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);

export const yearsWords = ({ firstYear, lastYear }: Pick<Programme, 'firstYear' | 'lastYear'>): string =>
  firstYear === lastYear ? `${firstYear}\u00a0год` : `${firstYear}–${lastYear}\u00a0годы`;

/** «4» means the indicator 4 and its parts 4.1, 4.2 … */
export const isNamedBy = (named: string, number: string): boolean => number === named || number.startsWith(`${named}.`);

/** Numbers that results name and no indicator has: an order must not approve them. */
export function missingIndicators({ results, indicators }: Pick<ProgrammeContent, 'results' | 'indicators'>) {
  const named = new Set(results.flatMap((result) => result.indicators));
  return [...named].filter((one) => !indicators.some(({ number: own }) => isNamedBy(one, own)));
}

const word = z.string().trim().max(200).optional().catch(undefined);

/** The list of programmes, as its address says. */
export const programmeSearch = z.object({
  q: word,
  kind: z.enum(PROGRAMME_KINDS).optional().catch(undefined),
  state: z.enum(PROGRAMME_STATES).optional().catch(undefined),
  sort: z.enum(['title', '-title', 'school', '-school', 'years', '-years']).optional().catch(undefined),
});
export type ProgrammeSearch = z.infer<typeof programmeSearch>;
