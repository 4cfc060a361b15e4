import { type Day, formatDay } from '@/lib/kernel/day';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { CaseLine } from '@/lib/support/cases/case-list-store';
import { isOverdue, type Study, type StudyMethod } from '@/lib/support/studies/study';
import type { MatrixRow } from '@/lib/support/surveys/survey';
import { METHOD_WORDS, STATUS_WORDS, STUDY_STATE_WORDS } from '@/lib/support/words';

const text = (title: string, width: number) => ({ title, width, kind: 'text' as const });
const integer = (title: string, width: number) => ({ title, width, kind: 'integer' as const });

/** Columns of the downloaded list of cases, in the order of `caseCells`. */
export const CASE_COLUMNS = [
  text('Школа', 24),
  text('Учебный год', 12),
  text('Состояние', 18),
  text('Кризисный режим с', 18),
  text('Основание', 50),
  text('Кураторы', 36),
  integer('Причин', 10),
  integer('Из них подтверждено', 14),
  integer('Просрочено', 12),
];

export const caseCells = (line: CaseLine, year: number): readonly (string | number)[] => [
  line.schoolName,
  formatSchoolYear(year),
  STATUS_WORDS[line.status],
  line.crisisSince ? formatDay(line.crisisSince) : '',
  line.ground,
  line.curators.join(', '),
  line.causes,
  line.confirmed,
  line.late,
];

/** Columns of the downloaded studies, in the order of `studyCells`. */
export const STUDY_COLUMNS = [
  text('Школа', 24),
  text('Учебный год', 12),
  text('Обследование', 30),
  text('Способ', 30),
  text('Дата', 12),
  text('Состояние', 14),
  text('День прошёл', 12),
  text('Кто провёл', 30),
  text('Тема или объект', 40),
  text('Участники', 30),
  text('Изученные документы', 50),
  text('Вывод', 60),
];

export const studyCells = (study: Study, today: Day): readonly string[] => [
  study.schoolName,
  formatSchoolYear(study.year),
  study.surveyTitle ?? '',
  METHOD_WORDS[study.method],
  formatDay(study.day),
  STUDY_STATE_WORDS[study.state],
  isOverdue(study, today) ? 'да' : '',
  study.heldBy,
  study.object,
  study.participants,
  study.documents.join('\n'),
  study.conclusion,
];

/** Columns of the downloaded matrix of a survey, in the order of `matrixCells`. */
export const matrixColumns = (methods: readonly StudyMethod[]) => [
  text('Школа', 24),
  ...methods.map((method) => text(METHOD_WORDS[method], 26)),
];

export const matrixCells = ({ schoolName, cells }: MatrixRow, methods: readonly StudyMethod[]): readonly string[] => [
  schoolName,
  ...methods.map((method) => {
    const cell = cells[method];
    return cell ? `${STUDY_STATE_WORDS[cell.state]} ${formatDay(cell.day)}` : '';
  }),
];
