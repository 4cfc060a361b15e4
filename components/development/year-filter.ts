import type { Filter } from '@/components/table/filter-bar';
import { formatSchoolYear } from '@/lib/kernel/school-year';

/** The school year of a list; without one in the address it is the present one. */
export const yearFilter = (years: readonly number[]): Filter => ({
  kind: 'select',
  name: 'year',
  label: 'Учебный год',
  all: 'Текущий',
  options: years.map((year) => ({ value: String(year), label: formatSchoolYear(year) })),
});

export const schoolFilter = (
  schools: readonly { readonly id: string; readonly shortName: string }[],
): readonly Filter[] =>
  schools.length === 0
    ? []
    : [
        {
          kind: 'select',
          name: 'school',
          label: 'Школа',
          all: 'Все школы',
          options: schools.map(({ id, shortName }) => ({ value: id, label: shortName })),
        },
      ];
