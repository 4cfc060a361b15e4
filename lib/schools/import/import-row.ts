import { count } from '@/lib/kernel/russian';
import type { SchoolYear } from '@/lib/kernel/school-year';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { FieldChange } from '@/lib/schools/import/field-changes';
import type { SchoolContent } from '@/lib/schools/import/known-school';
import type { Candidate, SchoolMatch } from '@/lib/schools/import/match-schools';
import type { MatchKey } from '@/lib/schools/import/school-index';
import type { ParsedSchools, RowIssue, SchoolRow } from '@/lib/schools/import/school-row';
import { gradesInWords, KIND_WORDS, PLACE_WORDS } from '@/lib/schools/words';

export const IMPORT_RESULTS = ['NEW', 'CHANGED', 'UNCHANGED', 'AMBIGUOUS', 'ERROR', 'SKIPPED'] as const;
export type ImportResult = (typeof IMPORT_RESULTS)[number];

/** A remark about a row: the column as the person sees it, empty when the whole row is meant. */
export type RowRemark = {
  readonly column: string;
  readonly message: string;
  readonly severity: RowIssue['severity'];
};

/** What the screen shows of one row. */
export type ImportRowContent = {
  /** The school as the file calls it; the text of a skipped row. */
  readonly title: string;
  readonly schoolId?: string;
  /** By what the school was recognised. */
  readonly by?: MatchKey | 'decision' | 'year';
  /** A new school in one line. */
  readonly summary?: string;
  readonly changes: readonly FieldChange[];
  readonly remarks: readonly RowRemark[];
  readonly candidates: readonly Candidate[];
};

export type ImportRow = {
  readonly row: number;
  readonly result: ImportResult;
  readonly hasWarning: boolean;
  readonly parsed: SchoolRow | null;
  readonly content: ImportRowContent;
};

const RESULT: Record<SchoolMatch['result'], ImportResult> = {
  new: 'NEW',
  changed: 'CHANGED',
  unchanged: 'UNCHANGED',
  ambiguous: 'AMBIGUOUS',
  error: 'ERROR',
};

const remarkOf = ({ column, message, severity }: RowIssue): RowRemark => ({
  column: column ? `${column.letter} «${column.title}»` : '',
  message,
  severity,
});

/** Every row of the file that is not empty, in its order, with what would become of it. */
export function importRows(parsed: ParsedSchools, matches: readonly SchoolMatch[]): ImportRow[] {
  const issues = new Map<number, RowRemark[]>();
  for (const issue of parsed.issues) {
    const known = issues.get(issue.row);
    if (known) known.push(remarkOf(issue));
    else issues.set(issue.row, [remarkOf(issue)]);
  }
  const schools = new Map(parsed.schools.map((school) => [school.row, school]));
  const rows = matches.map((match) => matchedRow(match, schools.get(match.row) ?? null, issues.get(match.row) ?? []));
  const skipped = parsed.skipped.map(
    ({ row, text, reason }): ImportRow => ({
      row,
      result: 'SKIPPED',
      hasWarning: false,
      parsed: null,
      content: {
        title: text,
        changes: [],
        candidates: [],
        remarks: [{ column: '', message: `Пропущена: ${reason}.`, severity: 'warning' }],
      },
    }),
  );
  return [...rows, ...skipped].sort((a, b) => a.row - b.row);
}

function matchedRow(match: SchoolMatch, parsed: SchoolRow | null, issues: readonly RowRemark[]): ImportRow {
  const own = match.result === 'error' || match.result === 'ambiguous' ? match.message : undefined;
  const isKnown = own === undefined || issues.some(({ message }) => message === own);
  const severity = match.result === 'error' ? 'error' : 'warning';
  const remarks = isKnown || own === undefined ? issues : [...issues, { column: '', message: own, severity } as const];
  const school = 'schoolId' in match ? { schoolId: match.schoolId } : {};
  return {
    row: match.row,
    result: RESULT[match.result],
    hasWarning: issues.some((issue) => issue.severity === 'warning'),
    parsed,
    content: {
      title: parsed?.shortName ?? parsed?.name ?? '',
      ...school,
      ...(match.result === 'new' ? { summary: summaryOf(match.school) } : {}),
      ...(match.result === 'changed' && match.by ? { by: match.by } : {}),
      changes: match.result === 'changed' ? match.changes : [],
      remarks,
      candidates: match.result === 'ambiguous' ? match.candidates : [],
    },
  };
}

const yearWords = ({ kind, grades, pupils }: Pick<SchoolContent, 'kind' | 'grades' | 'pupils'>): string =>
  [
    KIND_WORDS[kind],
    `классы ${gradesInWords(grades)}`,
    ...(pupils === null ? [] : [count(pupils, ['обучающийся', 'обучающихся', 'обучающихся'])]),
  ].join(', ');

const summaryOf = (school: SchoolContent): string =>
  `код ${school.code}, ${PLACE_WORDS[school.place]}, ${yearWords(school)}`;

/**
 * A list given for a school year records kind, grades and pupils of every school it names, also of one that has nothing
 * else to change: a school at work without a record of that year is «changed» by getting it.
 */
export function withYearRecords(
  matches: readonly SchoolMatch[],
  known: ReadonlyMap<string, SchoolContent & { readonly hasYear: boolean; readonly isClosed: boolean }>,
  year: SchoolYear,
): SchoolMatch[] {
  return matches.map((match): SchoolMatch => {
    const school = match.result === 'unchanged' ? known.get(match.schoolId) : undefined;
    if (match.result !== 'unchanged' || !school || school.hasYear || school.isClosed) return match;
    const after = yearWords(school);
    const changes = [{ field: 'year', label: `сведения за ${formatSchoolYear(year)} учебный год`, before: '—', after }];
    return { ...match, result: 'changed', by: 'year', changes, school };
  });
}

/** What is compared to know that the register has not changed since the preview: one line for each row. */
export const fingerprintLine = ({ row, result, content }: ImportRow): string =>
  JSON.stringify([row, result, content.schoolId ?? '', content.changes]);
