import { Select } from '@/components/form/select';
import { formatSchoolYear } from '@/lib/kernel/school-year';

type Props = {
  schools: readonly { readonly id: string; readonly shortName: string }[];
  years: readonly number[];
  year: number;
  school?: string | undefined;
};

/** Of which school and school year a report is; a school reports of itself. */
export function SchoolAndYear({ schools, years, year, school }: Props) {
  return (
    <>
      {schools.length > 0 && (
        <Select
          name="schoolId"
          label="Школа"
          required
          empty="Выберите школу"
          defaultValue={school}
          options={schools.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        />
      )}
      <Select
        name="year"
        label="Учебный год"
        required
        defaultValue={String(year)}
        options={years.map((one) => ({ value: String(one), label: formatSchoolYear(one) }))}
      />
    </>
  );
}
