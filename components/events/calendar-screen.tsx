import { FilterBar } from '@/components/table/filter-bar';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import type { CentreEvent } from '@/lib/events/event';
import type { EventsCalendar } from '@/lib/events/event-queries';
import { clockOf, dayOf } from '@/lib/events/event-time';
import { type GridDay, monthBeside, monthGrid } from '@/lib/events/month-grid';
import { EVENT_FORMS, monthWords } from '@/lib/events/words';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { calendarFilters } from './event-filters';
import { EventTabs } from './event-tabs';

type Listed = EventsCalendar['dated'][number];

const WEEKDAYS = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'] as const;
const SHORT = ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'] as const;

/** A month as a table of weeks; on a phone the days that have something stand one under another. */
export function CalendarScreen({ page, address }: { page: EventsCalendar; address: ListAddress }) {
  const to = (month: string) => listHref(address, { month });
  return (
    <>
      <PageHeader title="Календарь мероприятий" crumbs={[{ href: links.events(), title: 'Мероприятия' }]} />
      <EventTabs now="calendar" canChange={page.canChange} canCount={page.canCount} />
      <FilterBar
        address={{ ...address, params: { ...address.params, month: page.month } }}
        filters={calendarFilters(page)}
      />
      <Stack gap="medium">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-xl first-letter:uppercase">{monthWords(page.month)}</h2>
          <ButtonRow>
            <ButtonLink href={to(monthBeside(page.month, -1))} variant="secondary" size="small" icon="left">
              {monthWords(monthBeside(page.month, -1))}
            </ButtonLink>
            <ButtonLink href={to(page.today.slice(0, 7))} variant="quiet" size="small">
              Сегодня
            </ButtonLink>
            <ButtonLink href={to(monthBeside(page.month, 1))} variant="secondary" size="small">
              {monthWords(monthBeside(page.month, 1))}
              <Icon name="right" />
            </ButtonLink>
          </ButtonRow>
        </div>
        <p role="status">
          {page.dated.length === 0
            ? 'В этом месяце мероприятий нет.'
            : `Всего: ${count(page.dated.length, EVENT_FORMS)}.`}
        </p>
        <Month page={page} />
        {page.undated.length > 0 && <Undated events={page.undated} />}
      </Stack>
    </>
  );
}

function Month({ page }: { page: EventsCalendar }) {
  return (
    <table className="w-full table-fixed border-collapse rounded-lg bg-surface text-sm max-md:block">
      <caption className="sr-only">Мероприятия: {monthWords(page.month)}</caption>
      <thead className="max-md:hidden">
        <tr>
          {WEEKDAYS.map((name, index) => (
            <th
              key={name}
              scope="col"
              abbr={name}
              className="border border-line bg-sunken px-2 py-2 text-left font-semibold"
            >
              {SHORT[index]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {monthGrid(page.month, page.dated).map((week) => (
          <tr key={week[0]?.day} className="max-md:block">
            {week.map((day) => (
              <Day key={day.day} day={day} isToday={day.day === page.today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, isToday }: { day: GridDay<Listed>; isToday: boolean }) {
  const isEmpty = day.events.length === 0;
  return (
    <td
      className={`h-28 border border-line p-1.5 align-top max-md:h-auto max-md:p-3 ${isEmpty || !day.isOfMonth ? 'max-md:hidden' : 'max-md:block'} ${day.isOfMonth ? '' : 'bg-sunken text-ink-soft'} ${isToday ? 'outline-2 -outline-offset-2 outline-accent' : ''}`}
    >
      <time dateTime={day.day} className="block text-right tabular-nums max-md:text-left max-md:font-semibold">
        <span className="md:hidden">{formatDay(day.day)}</span>
        <span className="max-md:hidden">{Number(day.day.slice(8))}</span>
        {isToday && <span className="sr-only"> (сегодня)</span>}
      </time>
      {!isEmpty && (
        <ul className="mt-1 space-y-1.5">
          {day.events.map((event) => (
            <li key={event.id} className="break-words leading-snug">
              <SiteLink
                href={links.event(event.id)}
                className={`link inline-block min-h-6 ${event.status === 'CANCELLED' ? 'line-through' : ''}`}
              >
                {clockAt(event, day.day)}
                {event.title}
              </SiteLink>
              {event.status === 'CANCELLED' && <span className="block text-danger">отменено</span>}
              {!event.isPublished && <span className="block text-ink-soft">черновик</span>}
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}

/** «10:00 » on the day it begins. */
const clockAt = ({ time }: CentreEvent, day: string): string =>
  time.kind === 'HOURS' && dayOf(time.starts) === day ? `${clockOf(time.starts)} ` : '';

function Undated({ events }: { events: readonly CentreEvent[] }) {
  return (
    <Section title="Без точной даты" lead="Срок написан словами; в календаре телефона таких мероприятий нет.">
      <Surface>
        <ul className="space-y-2">
          {events.map((event) => (
            <li key={event.id}>
              <SiteLink href={links.event(event.id)} className="link">
                {event.title}
              </SiteLink>
              <span className="text-ink-soft">
                {' – '}
                {event.time.kind === 'TERM' && event.time.term}
              </span>
            </li>
          ))}
        </ul>
      </Surface>
    </Section>
  );
}
