import 'server-only';
import type { Viewer } from '@/lib/access/viewer';
import type { DevelopmentSearch, YearSearch } from '@/lib/development/development-search';
import { type Day, dayAt } from '@/lib/kernel/day';
import { schoolYearAt } from '@/lib/kernel/school-year';

/** The clock of the viewer's municipality as the lists need it. */
export const clockOf = (viewer: Viewer): { readonly today: Day; readonly present: number } => {
  const now = new Date();
  return { today: dayAt(now, viewer.timeZone), present: schoolYearAt(now, viewer.timeZone) };
};

/** The search in its school year: the present one where the address names none. A school does not choose among schools. */
export const inYear = (viewer: Viewer, search: DevelopmentSearch): YearSearch => ({
  ...search,
  ...(viewer.schoolId ? { school: undefined } : {}),
  year: search.year ?? clockOf(viewer).present,
});

/** Years that a list offers: the one shown, the present one, the next one and four before. */
export const yearsAround = (present: number, shown: number): readonly number[] =>
  [...new Set([present + 1, present, present - 1, present - 2, present - 3, present - 4, shown])].toSorted(
    (a, b) => b - a,
  );
