import { formatSchoolYear } from '@/lib/kernel/school-year';
import { FIGURES } from '@/lib/results/figure';
import type { ResultImportStatus } from '@/lib/results/import-view';
import type { Profile, Role } from '@/lib/results/layouts/profile';
import type { Stage } from '@/lib/results/reading/about';
import type { Part, ProblemCode } from '@/lib/results/reading/reading';
import type { Exam, Subject } from '@/lib/results/result';
import type { CheckLevel } from '@/lib/results/screening';
import type { MatchKey } from '@/lib/schools/import/school-index';

export const EXAM_WORDS: Record<Exam, string> = { VPR: 'ВПР', OGE: 'ОГЭ', EGE: 'ЕГЭ' };

export const SUBJECT_WORDS: Record<Subject, string> = {
  russian: 'русский язык',
  math: 'математика',
  math_basic: 'математика (базовая)',
  physics: 'физика',
  chemistry: 'химия',
  informatics: 'информатика',
  biology: 'биология',
  history: 'история',
  geography: 'география',
  social: 'обществознание',
  literature: 'литература',
  english: 'английский язык',
  german: 'немецкий язык',
  french: 'французский язык',
  spanish: 'испанский язык',
  chinese: 'китайский язык',
  world: 'окружающий мир',
};

/** Codes as methods write them, with their quotes: «"OGE"» is «ОГЭ», «"debt"» a figure of the centre's form. */
export const CODE_TITLES: ReadonlyMap<string, string> = new Map(
  [
    ...Object.entries(EXAM_WORDS),
    ...Object.entries(SUBJECT_WORDS),
    ...Object.entries(FIGURES).map(([code, { title }]) => [code, title] as const),
  ].map(([code, title]) => [`"${code}"`, title]),
);

export const PART_WORDS: Record<Part, string> = {
  PUPILS: 'полные данные',
  MARKS: 'отметки',
  SCORES: 'распределение баллов',
  JOURNAL: 'сравнение с журналом',
};

export const STAGE_WORDS: Record<Stage, string> = {
  school: 'школьный этап',
  municipal: 'муниципальный этап',
  regional: 'региональный этап',
};

type Named = { exam: Exam; subject: Subject; grade: number; year: number };

/** «ВПР: русский язык, 5 класс, 2021/22». */
export const procedureWords = ({ exam, subject, grade, year }: Named): string =>
  `${workWords({ exam, subject, grade })}, ${formatSchoolYear(year)}`;

/** «ВПР: русский язык, 5 класс»; ОГЭ and ЕГЭ are of one grade only. */
export const workWords = ({ exam, subject, grade }: Omit<Named, 'year'>): string =>
  `${EXAM_WORDS[exam]}: ${SUBJECT_WORDS[subject]}${exam === 'VPR' ? `, ${grade}\u00a0класс` : ''}`;

export const PROBLEM_CHECKS: Record<ProblemCode, { level: 'warn' | 'fail'; title: string }> = {
  'no-school': { level: 'fail', title: 'В строке не названа школа' },
  'no-score': { level: 'warn', title: 'Нет первичного балла' },
  'bad-number': { level: 'fail', title: 'Вместо числа стоит другое' },
  'bad-mark': { level: 'warn', title: 'Отметка не из «2»–«5»: не учтена' },
  'no-year': { level: 'fail', title: 'Не назван учебный год' },
  'no-grade': { level: 'fail', title: 'Не назван класс' },
  'no-subject': { level: 'fail', title: 'Не назван предмет' },
  shares: { level: 'fail', title: 'Проценты не складываются в 100' },
  'shares-off': { level: 'warn', title: 'Проценты не соответствуют целому числу участников' },
  sum: { level: 'fail', title: 'Баллы за задания не складываются в итог' },
  'over-max': { level: 'fail', title: 'Балл больше, чем можно получить' },
  'zero-absent': { level: 'warn', title: 'Отсутствующим стоит 0 баллов: это не результат, они посчитаны отдельно' },
  partial: { level: 'warn', title: 'Писали только одну часть работы: посчитаны отсутствующими' },
  twice: { level: 'fail', title: 'Один и тот же участник или школа встречается дважды' },
  'unknown-status': { level: 'warn', title: 'Незнакомый статус участника: не победитель и не призёр' },
  'part-over-whole': { level: 'fail', title: 'Часть больше целого' },
  'two-grades': { level: 'warn', title: 'В одной работе разные классы' },
};

export const IMPORT_STATUS_WORDS: Record<ResultImportStatus, string> = {
  READING: 'читается',
  MAPPING: 'ждёт столбцов',
  CHECK: 'ждёт подтверждения',
  APPLIED: 'загружен',
  REPLACED: 'заменён',
  UNDONE: 'отменён',
  FAILED: 'не прочитан',
  CANCELLED: 'не загружен',
};

/** A reading whose process has died. */
export const DEAD_WORDS = 'прерван, загрузите снова';

export const CHECK_WORDS: Record<CheckLevel, string> = { pass: 'в порядке', warn: 'проверьте', fail: 'ошибка' };

export const BY_WORDS: Record<MatchKey | 'decision', string> = {
  fisOko: 'по логину ФИС ОКО',
  inn: 'по ИНН',
  code: 'по коду ГИА',
  name: 'по наименованию',
  decision: 'вы выбрали',
};

export const ROLE_WORDS: Partial<Record<Role, string>> = {
  login: 'Логин школы (ФИС ОКО)',
  inn: 'ИНН школы',
  code: 'Код школы в ГИА',
  school: 'Наименование школы',
  class: 'Класс с литерой',
  variant: 'Вариант (там пишут «отсутствовал»)',
  journal: 'Отметка в журнале',
  score: 'Первичный балл',
  test: 'Тестовый балл',
  mark: 'Отметка за работу',
  year: 'Учебный год',
  grade: 'Параллель работы',
  subject: 'Предмет',
  count: 'Число участников',
  two: 'Доля «2», %',
  three: 'Доля «3», %',
  four: 'Доля «4», %',
  five: 'Доля «5», %',
  status: 'Статус участника олимпиады',
  pupil: 'Код участника (не сохраняется)',
};

export const UNIT_WORDS: Record<Profile['unit'], string> = {
  PUPILS: 'Один участник',
  SHARES: 'Школа и доли отметок',
  JOURNAL: 'Сравнение с журналом',
  MARKERS: 'Школа и признаки',
  OLYMPIAD: 'Одна работа на олимпиаде',
  FIGURES: 'Школа и её показатели',
};
