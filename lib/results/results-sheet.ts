import { formatSchoolYear } from '@/lib/kernel/school-year';
import { FIGURE_CODES, FIGURES } from '@/lib/results/figure';
import type { Result } from '@/lib/results/result';
import { EXAM_WORDS, SUBJECT_WORDS } from '@/lib/results/words';

type Cell = string | number | null;
type Column = {
  readonly title: string;
  readonly kind: 'text' | 'integer' | 'number' | 'percent';
  readonly width?: number;
};

export const RESULT_COLUMNS: readonly Column[] = [
  { title: 'Школа', kind: 'text', width: 40 },
  { title: 'Учебный год', kind: 'text', width: 12 },
  { title: 'Экзамен', kind: 'text', width: 10 },
  { title: 'Предмет', kind: 'text', width: 24 },
  { title: 'Класс', kind: 'integer' },
  { title: 'Участников', kind: 'integer' },
  { title: 'Отсутствовали', kind: 'integer' },
  { title: '«2»', kind: 'integer' },
  { title: '«3»', kind: 'integer' },
  { title: '«4»', kind: 'integer' },
  { title: '«5»', kind: 'integer' },
  { title: '«2» или ниже минимума', kind: 'integer' },
  { title: 'Доля «2» или ниже минимума', kind: 'percent', width: 14 },
  { title: 'Средний балл', kind: 'number' },
  { title: 'Стандартное отклонение', kind: 'number' },
  { title: 'Наибольший балл', kind: 'integer' },
  { title: 'Ранговая корреляция с журналом', kind: 'number' },
  { title: 'Понизили', kind: 'integer' },
  { title: 'Подтвердили', kind: 'integer' },
  { title: 'Повысили', kind: 'integer' },
  { title: 'Файл', kind: 'text', width: 40 },
];

type Row = {
  readonly schoolName: string;
  readonly result: Result;
  readonly sources: readonly { readonly name: string }[];
};

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);

/** A result as cells of a file, in the order of `RESULT_COLUMNS`; what is not known stays empty. */
export function resultCells({ schoolName, result, sources }: Row): Cell[] {
  const { marks, below, participants, againstJournal } = result;
  return [
    ...[
      schoolName,
      formatSchoolYear(result.year),
      EXAM_WORDS[result.exam],
      SUBJECT_WORDS[result.subject],
      result.grade,
    ],
    ...[participants, result.absent],
    ...(marks ? [marks.two, marks.three, marks.four, marks.five] : [null, null, null, null]),
    ...[below, below === null || participants === 0 ? null : below / participants],
    ...[rounded(result.mean), rounded(result.sd), result.maxScore, rounded(result.rankCorrelation)],
    ...(againstJournal
      ? [againstJournal.lowered, againstJournal.confirmed, againstJournal.raised]
      : [null, null, null]),
    sources.map(({ name }) => name).join('; '),
  ];
}

type FormSchool = { readonly login: string; readonly shortName: string };

/** The book of the centre's form: a sheet to fill with its schools in it, and a sheet that explains. */
export function formSheet({ year, schools }: { readonly year: number; readonly schools: readonly FormSchool[] }) {
  const codes = FIGURE_CODES.filter((code) => FIGURES[code].unit === 'count');
  return [
    {
      name: 'Итоги года',
      columns: [
        { title: 'Учебный год', kind: 'text' as const, width: 12 },
        { title: 'Логин ФИС ОКО', kind: 'text' as const, width: 16 },
        { title: 'Школа', kind: 'text' as const, width: 40 },
        ...codes.map((code) => ({ title: FIGURES[code].title, kind: 'integer' as const, width: 18 })),
      ],
      rows: schools.map(({ login, shortName }) => [formatSchoolYear(year), login, shortName, ...codes.map(() => null)]),
    },
    {
      name: 'Пояснения',
      columns: [{ title: 'Как заполнять', kind: 'text' as const, width: 110 }],
      rows: [
        ['Одна строка – одна школа за один учебный год. Учебный год пишите полностью: 2024/25.'],
        ['Заполняйте только то, что известно. Пустая ячейка – это «нет данных», а не ноль.'],
        ['Ноль пишите цифрой: «0 обучающихся с задолженностью» – это результат.'],
        ['Фамилии и имена не нужны: портал хранит только числа по школам.'],
        ['Лишние столбцы можно удалить. Названия столбцов, которые остались, не меняйте.'],
      ],
    },
  ];
}
