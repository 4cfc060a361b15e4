import { formatDay } from '@/lib/kernel/day';
import { formatMoment } from '@/lib/kernel/moment';
import { NOTICE_KIND_WORDS } from '@/lib/notices/words';
import { letterState, type SentLine } from '@/lib/notifications/notification';
import { LETTER_STATE_WORDS } from '@/lib/notifications/words';

/** Columns of the downloaded list, in the order of `sentCells`. */
export const SENT_COLUMNS = [
  { title: 'Когда', width: 18, kind: 'text' as const },
  { title: 'Кому', width: 32, kind: 'text' as const },
  { title: 'О чём', width: 26, kind: 'text' as const },
  { title: 'Уведомление', width: 50, kind: 'text' as const },
  { title: 'Подробности', width: 60, kind: 'text' as const },
  { title: 'Срок', width: 12, kind: 'text' as const },
  { title: 'Прочитано', width: 18, kind: 'text' as const },
  { title: 'Письмо', width: 24, kind: 'text' as const },
  { title: 'Почему не ушло', width: 40, kind: 'text' as const },
];

export const sentCells = (line: SentLine, timeZone: string): readonly string[] => [
  formatMoment(line.createdAt, timeZone),
  line.personName,
  NOTICE_KIND_WORDS[line.kind],
  line.title,
  line.text,
  line.due ? formatDay(line.due) : '',
  line.readAt ? formatMoment(line.readAt, timeZone) : '',
  LETTER_STATE_WORDS[letterState(line)],
  line.fault,
];
