import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { firstPage, type ListAddress, listHref } from '@/components/table/list-address';
import { Pagination } from '@/components/table/pagination';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Stat } from '@/components/ui/stat';
import { Columns } from '@/components/ui/surface';
import type { EventsPage } from '@/lib/events/event-queries';
import type { PlanAndFact } from '@/lib/events/plan-and-fact';
import { EVENT_FORMS, placeWords, SCHOOL_FORMS, standingWords, timeWords } from '@/lib/events/words';
import { links } from '@/lib/kernel/links';
import { count, formatNumber } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { listFilters } from './event-filters';
import { EventState } from './event-state';
import { EventTabs } from './event-tabs';

type Row = EventsPage['events'][number];

/** «12 из 30», and who waits. */
function seatWords({ seats, capacity }: Row): string {
  const taken =
    capacity === null ? formatNumber(seats.taken) : `${formatNumber(seats.taken)} из ${formatNumber(capacity)}`;
  return seats.waiting === 0 ? taken : `${taken}, ждут: ${count(seats.waiting, SCHOOL_FORMS)}`;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: 'date', title: 'Когда', sortable: true, width: '11rem', cell: ({ time }) => <When time={time} /> },
  {
    key: 'title',
    title: 'Тема',
    sortable: true,
    main: true,
    cell: (event) => (
      <>
        <SiteLink href={links.event(event.id)} className="link">
          {event.title}
        </SiteLink>
        {event.audience && <span className="block text-sm font-normal text-ink-soft">{event.audience}</span>}
      </>
    ),
  },
  { key: 'form', title: 'Форма', cell: ({ formName }) => formName },
  { key: 'place', title: 'Где', cell: (event) => placeWords(event) || (event.link ? 'онлайн' : '–') },
  {
    key: 'state',
    title: 'Состояние',
    cell: (event) => <EventState event={event} isUnmarked={event.isUnmarked} />,
  },
];
/** The day over the hours, neither broken. */
const When = ({ time }: Pick<Row, 'time'>) =>
  time.kind === 'TERM'
    ? time.term
    : timeWords(time)
        .split(', ')
        .map((part) => (
          <span key={part} className="block whitespace-nowrap">
            {part}
          </span>
        ));

const SEATS: Column<Row> = { key: 'seats', title: 'Записано', align: 'end', cell: seatWords };
const OWN: Column<Row> = {
  key: 'own',
  title: 'Моя школа',
  cell: ({ own }) => (own ? standingWords(own) : 'не записана'),
};

const OUTLOOK: Readonly<Record<PlanAndFact['outlook'], string>> = {
  HELD: 'норма выполнена',
  PLANNED: 'норма будет выполнена по плану',
  SHORT: 'в плане меньше нормы',
};
const range = ({ min, max }: PlanAndFact) => (min === max ? `${min}` : `${min}–${max}`);

/** The list of events of a year with its norms: what is planned, and what has been held already. */
export function EventsScreen({ page, address }: { page: EventsPage; address: ListAddress }) {
  const { canChange, canCount, isSchool } = page;
  return (
    <>
      <PageHeader
        title="Мероприятия"
        lead={
          isSchool
            ? 'Что центр проводит для вашей школы. Откройте мероприятие, чтобы записаться.'
            : 'Площадки, семинары и другие мероприятия центра: план, запись школ и итоги.'
        }
        actions={
          canChange && (
            <ButtonLink href={links.newEvent()} icon="plus">
              Запланировать
            </ButtonLink>
          )
        }
      />
      <EventTabs now="list" canChange={canChange} canCount={canCount} />
      {page.norms.length > 0 && (
        <div className="mb-6">
          <Columns count={3}>
            {page.norms.map((norm) => (
              <Stat
                key={norm.form.id}
                label={`${norm.form.name}, ${formatSchoolYear(page.year)}: прошло`}
                value={`${norm.fact} из ${norm.plan}`}
                note={`Норма в год: ${range(norm)}; ${OUTLOOK[norm.outlook]}`}
              />
            ))}
          </Columns>
        </div>
      )}
      <FilterBar address={address} filters={listFilters(page)} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status">
          {page.search.month ? 'Найдено' : `Учебный год ${formatSchoolYear(page.year)}, найдено`}:{' '}
          {count(page.total, EVENT_FORMS)}
        </p>
        {page.events.length > 0 && (
          <DownloadLink href={listHref({ ...address, path: links.eventsExport() }, firstPage)} what="мероприятия" />
        )}
      </div>
      <DataTable
        caption="Мероприятия"
        columns={[...COLUMNS, isSchool ? OWN : SEATS]}
        rows={page.events}
        rowKey={(event) => event.id}
        address={address}
        defaultSort="date"
        empty={<NothingFound page={page} address={address} />}
      />
      {page.events.length > 0 && (
        <Pagination
          address={address}
          after={page.after}
          before={page.before}
          shown={page.events.length}
          total={page.total}
          forms={EVENT_FORMS}
        />
      )}
    </>
  );
}

function NothingFound({ page, address }: { page: EventsPage; address: ListAddress }) {
  const { q, form, direction, school, state, month } = page.search;
  if (page.total > 0) {
    return (
      <EmptyState
        title="Дальше мероприятий нет"
        actions={<ButtonLink href={listHref(address, firstPage)}>К началу списка</ButtonLink>}
      >
        <p>Список с тех пор изменился. Откройте его сначала.</p>
      </EmptyState>
    );
  }
  if (q || form || direction || school || state || month) {
    return (
      <EmptyState
        icon="search"
        title="Таких мероприятий не нашлось"
        actions={
          <ButtonLink href={links.events()} variant="secondary">
            Показать весь год
          </ButtonLink>
        }
      >
        <p>Снимите часть условий или посмотрите другой учебный год.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="event"
      title="В этом учебном году мероприятий нет"
      actions={page.canChange && <ButtonLink href={links.newEvent()}>Запланировать</ButtonLink>}
    >
      <p>
        {page.canChange
          ? 'Запланируйте первое: дата, место и для каких школ.'
          : 'Когда центр что-то запланирует для вашей школы, оно появится здесь.'}
      </p>
    </EmptyState>
  );
}
