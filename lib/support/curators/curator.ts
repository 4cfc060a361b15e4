/** A curator or tutor whom a school may be given, with what speaks against it. */
export type Candidate = {
  readonly membershipId: string;
  readonly name: string;
  /** Schools he follows now. */
  readonly schools: number;
  readonly isAssigned: boolean;
  /** The same person is director or deputy in this school. */
  readonly worksHere: boolean;
  /** Why he must not be given this school («не назначать»); null: nothing is declared. */
  readonly conflict: string | null;
};

export type Verdict =
  | { readonly kind: 'free' }
  /** May be given after a second look: he has as many schools as the limit or more. */
  | { readonly kind: 'busy'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Whether a school may be given to a curator. Conflict of interest refuses; load asks. `limit` is how many schools one curator
 * usually follows (an experienced principal has one to three).
 */
export function judgeCandidate(candidate: Candidate, limit: number): Verdict {
  const { name, worksHere, conflict, schools, isAssigned } = candidate;
  if (worksHere)
    return { kind: 'refused', message: `${name} работает в администрации этой школы: это конфликт интересов.` };
  if (conflict !== null) return { kind: 'refused', message: `${name}: не назначать в эту школу. Причина: ${conflict}` };
  if (!isAssigned && schools >= limit)
    return {
      kind: 'busy',
      message: `${name} уже сопровождает школ: ${schools}, обычный предел – ${limit}. Отметьте «Назначить, несмотря на нагрузку», если это обдумано.`,
    };
  return { kind: 'free' };
}
