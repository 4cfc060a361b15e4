import type { CardStatus } from '@/lib/diagnostics/cards/card';

export type CampaignState = 'PLANNED' | 'OPEN' | 'CLOSED';

/** Where a campaign stands at `now`, the database's clock; it is open from its opening until just before its closing. */
export function campaignState(campaign: { opensAt: Date; closesAt: Date }, now: Date): CampaignState {
  if (now < campaign.opensAt) return 'PLANNED';
  return now < campaign.closesAt ? 'OPEN' : 'CLOSED';
}

/** What coverage knows of a card: that it is begun, how far, where it stands; never an answer or a sum. */
export type CoverageCard = {
  readonly status: CardStatus;
  readonly submittedRevision: number;
  readonly startedAt: Date | null;
  readonly answered: number;
  readonly applicable: number;
  /** An extension for this school alone. */
  readonly dueAt: Date | null;
};

export const COVERAGE_STATES = ['NOT_STARTED', 'IN_WORK', 'TO_CHECK', 'RETURNED', 'ACCEPTED', 'CLOSED'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** A card as the campaign sees it: a draft is either not begun or in work. */
export function coverageState(card: Pick<CoverageCard, 'status' | 'startedAt' | 'answered'>): CoverageState {
  if (card.status === 'DRAFT') return card.startedAt === null && card.answered === 0 ? 'NOT_STARTED' : 'IN_WORK';
  return card.status === 'SUBMITTED' ? 'TO_CHECK' : card.status;
}

/** Until when a school may fill: the later of the campaign's closing and its own extension. */
export function dueOf(card: Pick<CoverageCard, 'dueAt'>, closesAt: Date): Date {
  return card.dueAt !== null && card.dueAt > closesAt ? card.dueAt : closesAt;
}

/** Late: the school still owes the first submission or the corrections, and its time is over. */
export function isLate(card: CoverageCard, closesAt: Date, now: Date): boolean {
  const owes = card.status === 'DRAFT' || card.status === 'RETURNED';
  return owes && now >= dueOf(card, closesAt);
}

export type Coverage = {
  readonly total: number;
  /** Schools that have sent their card at least once, whatever became of it: the numerator of coverage. */
  readonly submitted: number;
  readonly late: number;
  readonly byState: Readonly<Record<CoverageState, number>>;
};

/** Counts a campaign's roster: the denominator is every school of it («Method», 9). */
export function coverageOf(cards: readonly CoverageCard[], closesAt: Date, now: Date): Coverage {
  const byState: Record<CoverageState, number> = {
    NOT_STARTED: 0,
    IN_WORK: 0,
    TO_CHECK: 0,
    RETURNED: 0,
    ACCEPTED: 0,
    CLOSED: 0,
  };
  for (const card of cards) byState[coverageState(card)] += 1;
  return {
    total: cards.length,
    submitted: cards.filter((card) => card.submittedRevision > 0).length,
    late: cards.filter((card) => isLate(card, closesAt, now)).length,
    byState,
  };
}
