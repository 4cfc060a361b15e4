import type { Role } from '@/lib/access/role';
import { isSchoolRole } from '@/lib/access/role';
import {
  type CardMoveCode,
  type CardStatus,
  type CardView,
  canFill,
  movesFor,
  viewOf,
} from '@/lib/diagnostics/cards/card';

/** The view of every role of the portal: a curator reads accepted cards of his schools whole, and nothing before. */
export function viewFor(status: CardStatus, role: Role): CardView {
  if (role === 'CURATOR') return status === 'ACCEPTED' || status === 'CLOSED' ? 'ALL' : 'COVERAGE';
  return role === 'ADMIN' ? 'AGGREGATES' : viewOf(status, role);
}

type Shown = { readonly status: CardStatus; readonly revision: number; readonly submittedRevision: number };

/** The round whose answers a view shows; null where it shows none. Above the school nothing unsent is ever shown. */
export function roundShown(card: Shown, role: Role): number | null {
  const view = viewFor(card.status, role);
  if (view === 'ALL' && isSchoolRole(role)) return card.revision;
  if (view !== 'ALL' && view !== 'SUBMITTED' && view !== 'OUTCOME') return null;
  return card.submittedRevision > 0 ? card.submittedRevision : null;
}

/** Whether the role may change answers in this state; the term is asked apart. */
export const mayFill = (status: CardStatus, role: Role): boolean =>
  role !== 'CURATOR' && role !== 'ADMIN' && canFill(status, role);

/** The buttons of the card for a role; a school has none outside its term. */
export function movesOf(status: CardStatus, role: Role, isOpen: boolean): readonly CardMoveCode[] {
  if (role === 'CURATOR' || role === 'ADMIN' || (isSchoolRole(role) && !isOpen)) return [];
  return movesFor(status, role).map((move) => move.code);
}
