import type { Method } from '@/lib/methodology/method';
import { findVerdict } from '@/lib/methodology/method-words';

export const LIST_DECISIONS = ['INCLUDE', 'SUPPORT', 'EXCLUDE'] as const;
export type ListDecision = (typeof LIST_DECISIONS)[number];
export type ListStatus = 'DRAFT' | 'PROPOSED' | 'APPROVED';

/** The current outcome of a card that the centre has accepted. */
export type AcceptedAssessment = {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly assessmentId: string;
  readonly verdict: string;
};

export type ProposedEntry = {
  readonly schoolId: string;
  readonly schoolName: string;
  /** Null for a school that is supported without an accepted card. */
  readonly assessmentId: string | null;
  /** Code of the computed verdict; empty where nothing was computed. */
  readonly verdict: string;
  readonly decision: ListDecision;
  readonly reason: string;
};

/** What the method itself says of a school: whether a verdict puts it before the commission is data of the version. */
export function computedDecision(method: Method, verdict: string): 'INCLUDE' | 'EXCLUDE' {
  return verdict !== '' && findVerdict(method, verdict).proposes ? 'INCLUDE' : 'EXCLUDE';
}

/** A decision of the commission that is not the computed one must say why, and so must every support (C1.3). */
export function differsNeedsReason(method: Method, verdict: string, decision: ListDecision): boolean {
  return decision !== computedDecision(method, verdict);
}

/**
 * The rows of a list from accepted cards. A decision already taken stays while the verdict it was taken about stays; a
 * changed verdict asks the commission anew. A school supported without an assessment stays as it was entered.
 */
export function proposeEntries(
  method: Method,
  assessments: readonly AcceptedAssessment[],
  decided: readonly ProposedEntry[] = [],
): readonly ProposedEntry[] {
  const before = new Map(decided.map((entry) => [entry.schoolId, entry]));
  const computed = assessments.map((assessment): ProposedEntry => {
    const known = before.get(assessment.schoolId);
    const kept = known !== undefined && (known.verdict === assessment.verdict || known.decision === 'SUPPORT');
    return {
      ...assessment,
      decision: kept ? known.decision : computedDecision(method, assessment.verdict),
      reason: kept ? known.reason : '',
    };
  });
  const assessed = new Set(assessments.map((assessment) => assessment.schoolId));
  const others = decided.filter((entry) => !assessed.has(entry.schoolId) && entry.decision === 'SUPPORT');
  return [...computed, ...others.map((entry) => ({ ...entry, assessmentId: null, verdict: '' }))];
}

export type ListShare = { readonly numerator: number; readonly denominator: number };

/**
 * Number and share of listed schools: those that the latest approved list includes, of the roster frozen at opening
 * («Method», 9). Without an approved list nobody is listed, so there is no share.
 */
export function shareOfList(
  lists: readonly { readonly number: number; readonly status: ListStatus; readonly included: number }[],
  roster: number,
): ListShare | undefined {
  const approved = lists.filter((list) => list.status === 'APPROVED').sort((a, b) => b.number - a.number);
  const latest = approved[0];
  return latest && { numerator: latest.included, denominator: roster };
}

export type ListMove = 'propose' | 'giveBack' | 'approve';

const MOVES: Record<ListMove, { from: ListStatus; to: ListStatus; role: 'CENTRE' | 'OFFICIAL' }> = {
  propose: { from: 'DRAFT', to: 'PROPOSED', role: 'CENTRE' },
  giveBack: { from: 'PROPOSED', to: 'DRAFT', role: 'OFFICIAL' },
  approve: { from: 'PROPOSED', to: 'APPROVED', role: 'OFFICIAL' },
};

/** Whether a role can make this move with a list in this state. */
export const canMoveList = (move: ListMove, status: ListStatus, role: string): boolean =>
  MOVES[move].from === status && MOVES[move].role === role;

/** Decisions are written by whoever holds the list: the centre while it is a draft, the department once proposed. */
export const canDecide = (status: ListStatus, role: string): boolean =>
  (status === 'DRAFT' && role === 'CENTRE') || (status === 'PROPOSED' && role === 'OFFICIAL');
