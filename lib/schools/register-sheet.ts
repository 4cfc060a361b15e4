import type { SchoolContext, SchoolKind, SchoolPlace } from '@/lib/schools/codes';
import { levelsOf } from '@/lib/schools/school';
import { CONTEXT_WORDS, gradesInWords, KIND_WORDS, LEVEL_WORDS, PLACE_WORDS } from '@/lib/schools/words';

type Line = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: SchoolKind;
  readonly place: SchoolPlace;
  readonly grades: readonly number[];
  readonly pupils: number | null;
  readonly contexts: readonly SchoolContext[];
  readonly closedOn: string | null;
};

/** Columns of the downloaded register, in the order of `registerCells`. */
export const REGISTER_COLUMNS = [
  { title: 'Код', width: 10, kind: 'text' },
  { title: 'Краткое название', width: 30, kind: 'text' },
  { title: 'Полное название', width: 70, kind: 'text' },
  { title: 'Вид', width: 12, kind: 'text' },
  { title: 'Место', width: 24, kind: 'text' },
  { title: 'Классы', width: 12, kind: 'text' },
  { title: 'Уровни образования', width: 44, kind: 'text' },
  { title: 'Обучающихся', width: 14, kind: 'integer' },
  { title: 'Тип по условиям', width: 44, kind: 'text' },
  { title: 'Закрыта', width: 12, kind: 'date' },
] as const;

/** A school as a row of the file; an unknown number of pupils is an empty cell, not 0. */
export const registerCells = (school: Line): readonly (string | number | null)[] => [
  school.code,
  school.shortName,
  school.name,
  KIND_WORDS[school.kind],
  PLACE_WORDS[school.place],
  gradesInWords(school.grades),
  levelsOf(school.grades)
    .map((level) => LEVEL_WORDS[level])
    .join(', '),
  school.pupils,
  school.contexts.map((context) => CONTEXT_WORDS[context]).join(', '),
  school.closedOn,
];
