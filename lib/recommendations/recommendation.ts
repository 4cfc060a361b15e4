import type { Day } from '@/lib/kernel/day';
import { isOpen, type RecommendationState } from '@/lib/recommendations/recommendation-moves';
import type { AdviceWords, Point } from '@/lib/recommendations/remedy';

/** To whom in the school, or of the district, it is addressed; the school answers for all of them. */
export const ADDRESSEES = ['HEAD', 'DEPUTY', 'SCHOOL_TEAM', 'DISTRICT_TEAM'] as const;
export type Addressee = (typeof ADDRESSEES)[number];

/** The point of a card as it stood when the recommendation was written. */
export type Ground = Pick<Point, 'code' | 'wording' | 'reason'>;

export type Recommendation = AdviceWords & {
  readonly id: string;
  readonly schoolId: string;
  readonly schoolName: string;
  /** The school year it belongs to. */
  readonly year: number;
  readonly state: RecommendationState;
  readonly addressee: Addressee;
  /** The last day; null in a draft that has none yet. */
  readonly due: Day | null;
  readonly grounds: readonly Ground[];
  /** The card whose points it answers to. */
  readonly cardId: string | null;
  /** The measure of the catalogue it was made from, and the version of its words. */
  readonly remedyId: string | null;
  readonly remedyVersion: number | null;
  /** Grows with each change; a save names the one it saw. */
  readonly version: number;
  readonly sentAt: Date | null;
  readonly updatedAt: Date;
};

/** What the school still has to do and its last day is over. */
export const isLate = ({ state, due }: Pick<Recommendation, 'state' | 'due'>, today: Day): boolean =>
  isOpen(state) && due !== null && due < today;

/** «А1, А3»; empty where it answers to no point. */
export const groundCodes = ({ grounds }: Pick<Recommendation, 'grounds'>): string =>
  grounds.map(({ code }) => code).join(', ');
