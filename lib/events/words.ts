import type { EventDirection, EventStatus, MaterialKind } from '@/lib/events/event';
import { clockOf, dayOf, type EventTime } from '@/lib/events/event-time';
import type { Month } from '@/lib/events/month-grid';
import type { SeriesUnit } from '@/lib/events/series';
import type { Standing } from '@/lib/events/waiting-list';
import { formatDay } from '@/lib/kernel/day';
import { count } from '@/lib/kernel/russian';

export const EVENT_FORMS = ['мероприятие', 'мероприятия', 'мероприятий'] as const;
export const PEOPLE_FORMS = ['участник', 'участника', 'участников'] as const;
export const PLACE_FORMS = ['место', 'места', 'мест'] as const;
export const SCHOOL_FORMS = ['школа', 'школы', 'школ'] as const;

export const STATUS_WORDS: Readonly<Record<EventStatus, string>> = {
  PLANNED: 'запланировано',
  HELD: 'прошло',
  CANCELLED: 'отменено',
};

/** The directions as the statute of the centre calls them (C1.7–C1.10), and shorter for a table. */
export const DIRECTION_WORDS: Readonly<Record<EventDirection, string>> = {
  LEGAL: 'Нормативно-правовое обеспечение',
  PROJECT: 'Проектная и инновационная деятельность',
  NETWORK: 'Сетевое взаимодействие',
  COMPETENCE: 'Компетентность педагогов и психолого-педагогическое сопровождение',
};
export const directionWords = (direction: EventDirection | null): string =>
  direction === null ? 'не указано' : DIRECTION_WORDS[direction];

export const MATERIAL_WORDS: Readonly<Record<MaterialKind, string>> = {
  PROTOCOL: 'Протокол',
  MATERIAL: 'Материалы',
  PHOTO: 'Фотографии',
};

export const UNIT_WORDS: Readonly<Record<SeriesUnit, string>> = { WEEK: 'недель', MONTH: 'месяцев' };

const MONTHS = [
  ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь'],
  ...['июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
];

/** «ноябрь 2026». */
export const monthWords = (month: Month): string => `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;

/** «23.11.2026, 10:00–12:00», «23.11.2026», «23.11.2026–25.11.2026», or the term as it was written. */
export function timeWords(time: EventTime): string {
  if (time.kind === 'TERM') return time.term;
  if (time.kind === 'DAYS')
    return time.first === time.last ? formatDay(time.first) : `${formatDay(time.first)}–${formatDay(time.last)}`;
  const { starts, ends } = time;
  return dayOf(starts) === dayOf(ends)
    ? `${formatDay(dayOf(starts))}, ${clockOf(starts)}–${clockOf(ends)}`
    : `${formatDay(dayOf(starts))}, ${clockOf(starts)} – ${formatDay(dayOf(ends))}, ${clockOf(ends)}`;
}

/** Where it is, in one line: «Гимназия № 4, актовый зал». */
export const placeWords = ({ baseName, place }: { readonly baseName: string; readonly place: string }): string =>
  [baseName, place].filter(Boolean).join(', ');

export function standingWords(standing: Standing): string {
  if (standing.state === 'SEATED') return 'записана';
  return standing.ahead === 0
    ? 'в листе ожидания, первая в очереди'
    : `в листе ожидания, впереди ${count(standing.ahead, SCHOOL_FORMS)}`;
}
