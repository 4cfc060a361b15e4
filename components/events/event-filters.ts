import type { Filter } from '@/components/table/filter-bar';
import { EVENT_DIRECTIONS, type EventForm } from '@/lib/events/event';
import type { EventState } from '@/lib/events/event-search';
import { monthsOfYear } from '@/lib/events/event-time';
import { DIRECTION_WORDS, monthWords } from '@/lib/events/words';
import { formatSchoolYear } from '@/lib/kernel/school-year';

const STATE_WORDS: Readonly<Record<EventState, string>> = {
  planned: 'Запланированы',
  unmarked: 'Ждут отметки',
  held: 'Прошли',
  cancelled: 'Отменены',
  draft: 'Черновики',
  own: 'Моя школа записана',
};

type Choices = {
  readonly forms: readonly EventForm[];
  readonly schools: readonly { id: string; name: string }[];
  readonly isSchool: boolean;
  readonly canChange: boolean;
};

/** What list and calendar are filtered by alike; a school has no other school to ask for and no drafts. */
function sharedFilters({ forms, schools, isSchool, canChange }: Choices): readonly Filter[] {
  const states: readonly EventState[] = isSchool
    ? ['own', 'planned', 'held', 'cancelled']
    : canChange
      ? ['planned', 'unmarked', 'held', 'cancelled', 'draft']
      : ['planned', 'held', 'cancelled'];
  return [
    { kind: 'search', name: 'q', label: 'Тема, место или для кого', placeholder: 'Современный урок' },
    {
      ...{ kind: 'select', name: 'form', label: 'Форма', all: 'Все формы' },
      options: forms.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      ...{ kind: 'select', name: 'direction', label: 'Направление', all: 'Все направления' },
      options: EVENT_DIRECTIONS.map((value) => ({ value, label: DIRECTION_WORDS[value] })),
    },
    ...(schools.length > 0
      ? [
          {
            ...{ kind: 'select' as const, name: 'school', label: 'Школа', all: 'Все школы' },
            options: schools.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
    {
      ...{ kind: 'select', name: 'state', label: 'Состояние', all: 'Любое' },
      options: states.map((value) => ({ value, label: STATE_WORDS[value] })),
    },
  ];
}

type ListChoices = Choices & { readonly year: number; readonly presentYear: number; readonly years: readonly number[] };

export function listFilters(page: ListChoices): readonly Filter[] {
  const years = [...new Set([page.presentYear, page.presentYear + 1, page.year, ...page.years])].sort((a, b) => b - a);
  return [
    ...sharedFilters(page),
    {
      ...{ kind: 'select', name: 'year', label: 'Учебный год', all: `Текущий, ${formatSchoolYear(page.presentYear)}` },
      options: years
        .filter((year) => year !== page.presentYear)
        .map((year) => ({ value: String(year), label: formatSchoolYear(year) })),
    },
    {
      ...{ kind: 'select', name: 'month', label: 'Месяц', all: 'Весь год' },
      options: monthsOfYear(page.year).map((value) => ({ value, label: monthWords(value) })),
    },
  ];
}

export const calendarFilters = (page: Choices): readonly Filter[] => sharedFilters(page);
