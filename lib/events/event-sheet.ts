import type { CentreEvent } from '@/lib/events/event';
import type { Seats } from '@/lib/events/waiting-list';
import { directionWords, placeWords, STATUS_WORDS, timeWords } from '@/lib/events/words';
import { formatSchoolYear } from '@/lib/kernel/school-year';

/** Columns of the downloaded list, in the order of `eventCells`. */
export const EVENT_COLUMNS = [
  { title: 'Тема', width: 60, kind: 'text' },
  { title: 'Форма', width: 22, kind: 'text' },
  { title: 'Направление', width: 40, kind: 'text' },
  { title: 'Учебный год', width: 12, kind: 'text' },
  { title: 'Когда', width: 26, kind: 'text' },
  { title: 'Где', width: 36, kind: 'text' },
  { title: 'Для кого', width: 40, kind: 'text' },
  { title: 'Состояние', width: 16, kind: 'text' },
  { title: 'Причина отмены', width: 30, kind: 'text' },
  { title: 'Мест', width: 8, kind: 'integer' },
  { title: 'Записано участников', width: 12, kind: 'integer' },
  { title: 'Школ ждёт места', width: 12, kind: 'integer' },
] as const;

/** An event as a row of the file; no limit of places is an empty cell. */
export const eventCells = (event: CentreEvent, seats: Seats): readonly (string | number | null)[] => [
  event.title,
  event.formName,
  directionWords(event.direction),
  formatSchoolYear(event.year),
  timeWords(event.time),
  placeWords(event) || event.link,
  event.audience,
  event.isPublished ? STATUS_WORDS[event.status] : 'черновик',
  event.cancelReason,
  event.capacity,
  seats.taken,
  seats.waiting,
];
