import { COVERAGE_WORDS, LATE_WORDS } from '@/lib/diagnostics/campaigns/campaign-words';
import type { CoverageState } from '@/lib/diagnostics/campaigns/coverage';
import { formatDate, formatMoment } from '@/lib/kernel/moment';

/** What the coverage table says of one school. */
export type CoverageLine = {
  readonly schoolName: string;
  readonly state: CoverageState;
  readonly late: boolean;
  readonly answered: number;
  readonly applicable: number;
  readonly submittedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly due: Date;
  readonly dueReason: string;
};

export type CoverageColumn = {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly text: (line: CoverageLine, timeZone: string) => string;
};

const day = (at: Date | null, timeZone: string) => (at ? formatDate(at, timeZone) : '');

/** The columns of the screen and of the spreadsheet: one list of words, so that the two are equal to the digit. */
export const COVERAGE_COLUMNS: readonly CoverageColumn[] = [
  { key: 'school', title: 'Школа', width: 36, text: (line) => line.schoolName },
  {
    key: 'state',
    title: 'Состояние',
    width: 24,
    text: (line) => COVERAGE_WORDS[line.state] + (line.late ? `, ${LATE_WORDS}` : ''),
  },
  { key: 'progress', title: 'Заполнено', width: 14, text: (line) => `${line.answered} из ${line.applicable}` },
  { key: 'submitted', title: 'Отправлена', width: 20, text: (line, timeZone) => day(line.submittedAt, timeZone) },
  { key: 'accepted', title: 'Принята', width: 20, text: (line, timeZone) => day(line.acceptedAt, timeZone) },
  {
    key: 'due',
    title: 'Срок',
    width: 30,
    text: (line, timeZone) =>
      formatMoment(line.due, timeZone) + (line.dueReason ? ` (продлён: ${line.dueReason})` : ''),
  },
];
