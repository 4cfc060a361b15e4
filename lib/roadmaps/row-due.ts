import type { Day } from '@/lib/kernel/day';
import type { RowWords } from '@/lib/roadmaps/plan';
import { isHeading } from '@/lib/roadmaps/plan';
import { readTerm } from '@/lib/roadmaps/read-term';
import { lastDayOfTerm, monthsOfTerm, type TermCalendar } from '@/lib/roadmaps/term';

/** What the term of a row means in its calendar; a heading has none. */
export function dueOfRow(
  row: Pick<RowWords, 'kind' | 'term'>,
  calendar: TermCalendar,
): { readonly months: readonly string[]; readonly due: Day | null } {
  if (isHeading(row) || row.term.trim() === '') return { months: [], due: null };
  const term = readTerm(row.term, calendar);
  return { months: monthsOfTerm(term), due: lastDayOfTerm(term) };
}
