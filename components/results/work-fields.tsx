import { Select } from '@/components/form/select';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { SUBJECTS } from '@/lib/results/result';
import { SUBJECT_WORDS } from '@/lib/results/words';

export const SubjectSelect = () => (
  <Select
    name="subject"
    label="Предмет"
    required
    options={SUBJECTS.map((value) => ({ value, label: SUBJECT_WORDS[value] }))}
  />
);

/** Grades from the first to the last of those in which the work is written. */
export const GradeSelect = ({ from, to }: { from: number; to: number }) => (
  <Select
    name="grade"
    label="Класс"
    required
    defaultValue="5"
    options={Array.from({ length: to - from + 1 }, (_, at) => ({ value: String(from + at), label: String(from + at) }))}
  />
);

/** The present school year and those before it. */
export const YearSelect = ({ presentYear }: { presentYear: number }) => (
  <Select
    name="year"
    label="Учебный год"
    required
    options={Array.from({ length: 12 }, (_, back) => presentYear - back).map((value) => ({
      value: String(value),
      label: formatSchoolYear(value),
    }))}
  />
);
