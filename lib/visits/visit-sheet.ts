import { type Day, formatDay } from '@/lib/kernel/day';
import { type Consultation, daysOfAnswer, meanDays, type ThemeMonth } from '@/lib/visits/consultation';
import type { Visit } from '@/lib/visits/visit';
import { CONSULTATION_KIND_WORDS, CONSULTATION_STATE_WORDS, LEVEL_WORDS, MARK_WORDS } from '@/lib/visits/words';

const text = (title: string, width: number) => ({ title, width, kind: 'text' as const });
const whole = (title: string, width: number) => ({ title, width, kind: 'integer' as const });
const day = (value: Day | null) => (value === null ? '' : formatDay(value));

/** Columns of the downloaded list of visits, in the order of `visitCells`. */
export const VISIT_COLUMNS = [
  ...[text('Дата', 12), text('Школа', 24), text('Вид', 28), text('Что смотрели', 50), text('Участники', 40)],
  ...[text('Чек-лист', 60), text('Протокол', 80), whole('Договорённостей', 14), whole('Выполнено', 12)],
  ...[whole('Просрочено', 12), text('Открыт школе', 12), text('Кто записал', 28)],
];

type Listed = Visit & { readonly actions: number; readonly done: number; readonly late: number };

export const visitCells = (one: Listed): readonly (string | number)[] => [
  ...[day(one.on), one.schoolName, one.kind, one.object, one.participants],
  one.rubric.map(({ line, mark, note }) => `${line}: ${MARK_WORDS[mark]}${note ? ` (${note})` : ''}`).join('\n'),
  ...[one.protocol, one.actions, one.done, one.late, one.publishedAt ? 'да' : 'нет', one.author],
];

export const CONSULTATION_COLUMNS = [
  ...[
    text('Школа', 24),
    text('Тема', 40),
    text('Вид', 26),
    text('Кому', 28),
    text('Вопрос', 60),
    text('Состояние', 16),
  ],
  ...[
    text('Спросили', 12),
    text('Взят', 12),
    text('Специалист', 28),
    text('Ответ дан', 12),
    whole('Дней ожидания', 14),
  ],
  text('Ответ', 80),
];

export const consultationCells = (one: Consultation, today: Day): readonly (string | number)[] => [
  ...[one.schoolName, one.theme, CONSULTATION_KIND_WORDS[one.kind], LEVEL_WORDS[one.level], one.text],
  ...[CONSULTATION_STATE_WORDS[one.state], day(one.askedOn), day(one.takenOn), one.specialist, day(one.answeredOn)],
  ...[daysOfAnswer(one, today) ?? '', one.answer],
];

export const REPORT_COLUMNS = [
  ...[text('Месяц', 12), text('Тема', 50), whole('Запросов', 12), whole('С ответом', 12)],
  text('Дней до ответа в среднем', 16),
];
export const reportCells = (row: ThemeMonth): readonly (string | number)[] => [
  ...[row.month, row.theme, row.asked, row.answered, meanDays(row)],
];
