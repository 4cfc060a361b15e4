import type { Day } from '@/lib/kernel/day';
import { fold } from '@/lib/kernel/russian';
import { isHeading, isLate, organisationsOf, type PlanRow, sectionsOf } from '@/lib/roadmaps/plan';
import type { RowSearch } from '@/lib/roadmaps/roadmap';

/**
 * The rows that a search leaves, in the order of the plan, with the headings they stand under and the rows their sub-rows
 * belong to. A search that says nothing leaves everything.
 */
export function chooseRows(rows: readonly PlanRow[], search: RowSearch, today: Day): readonly PlanRow[] {
  if (Object.values(search).every((value) => value === undefined)) return rows;
  const wanted = new Set(rows.filter((row) => !isHeading(row) && suits(row, search, today)).map(({ id }) => id));
  const chosen = new Set<string>();
  for (const { heading, rows: own } of sectionsOf(rows)) {
    if (search.section !== undefined && heading?.id !== search.section) continue;
    let parent: PlanRow | undefined;
    for (const row of own) {
      if (row.kind === 'ROW') parent = row;
      if (!wanted.has(row.id)) continue;
      if (heading) chosen.add(heading.id);
      if (row.kind === 'SUBROW' && parent) chosen.add(parent.id);
      chosen.add(row.id);
    }
  }
  return rows.filter(({ id }) => chosen.has(id));
}

function suits(row: PlanRow, { q, organisation, state, month }: RowSearch, today: Day): boolean {
  if (q !== undefined && !fold(`${row.number} ${row.measure} ${row.result} ${row.form}`).includes(fold(q)))
    return false;
  if (organisation !== undefined && !organisationsOf(row.responsible).includes(organisation)) return false;
  if (month !== undefined && !row.months.includes(month)) return false;
  if (state === undefined) return true;
  if (state === 'late') return isLate(row, today);
  if (state === 'open') return row.state !== 'DONE' && row.state !== 'CANCELLED';
  return row.state === state;
}
