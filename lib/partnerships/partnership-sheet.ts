import { formatDay } from '@/lib/kernel/day';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { MentoringPair, Partnership, Resource } from '@/lib/partnerships/partnership';
import { MENTORING_WORDS, MODEL_WORDS, RESOURCE_WORDS, STATE_WORDS } from '@/lib/partnerships/words';

const text = (title: string, width: number) => ({ title, width, kind: 'text' as const });
const day = (value: string | null) => (value === null ? '' : formatDay(value));

/** Columns of the downloaded list, in the order of `partnershipCells`. */
export const PARTNERSHIP_COLUMNS = [
  ...[text('Школа', 24), text('Партнёр', 30), text('Учебный год', 12), text('Модель', 30), text('Тема', 40)],
  ...[text('Какая помощь нужна', 60), text('Состояние', 22), text('Соглашение №', 16), text('Дата соглашения', 16)],
  ...[text('Стороны', 40), text('Начало', 12), text('Окончание', 12)],
  { title: 'Встреч', width: 10, kind: 'integer' as const },
  text('Последняя встреча', 16),
];

type Listed = Partnership & { readonly works: number; readonly lastWork: string | null };

export const partnershipCells = (one: Listed): readonly (string | number)[] => [
  ...[one.schoolName, one.partnerName, formatSchoolYear(one.year), MODEL_WORDS[one.model], one.theme, one.ask],
  ...[STATE_WORDS[one.state], one.agreementNumber, day(one.agreementDate), one.parties, day(one.starts), day(one.ends)],
  ...[one.works, day(one.lastWork)],
];

export const RESOURCE_COLUMNS = [text('Что', 16), text('Название', 50), text('Условия', 50), text('Чей', 30)];
export const resourceCells = (one: Resource): readonly string[] => [
  ...[RESOURCE_WORDS[one.kind], one.title, one.terms, one.ownerName],
];

export const PAIR_COLUMNS = [
  ...[text('Модель', 28), text('Школа наставника', 24), text('Наставник', 30), text('Школа подопечного', 24)],
  ...[text('Подопечный', 30), text('План', 60), text('Начало', 12), text('Окончание', 12), text('Завершено', 12)],
  text('Результат', 60),
];
export const pairCells = (one: MentoringPair): readonly string[] => [
  ...[MENTORING_WORDS[one.model], one.mentorSchoolName, one.mentorPosition, one.menteeSchoolName, one.menteePosition],
  ...[one.plan, day(one.starts), day(one.ends), day(one.endedOn), one.result],
];
