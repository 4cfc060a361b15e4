import { type Column, DataTable } from '@/components/table/data-table';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import type { CoursesPage } from '@/lib/development/course-queries';
import { COURSE_FORM_WORDS, RECORD_FORMS } from '@/lib/development/words';
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { testWords } from './course-test';
import { DevelopmentTabs } from './development-tabs';
import { ListHead } from './list-head';
import { CourseBadge } from './state-badges';
import { yearFilter } from './year-filter';

const COLUMNS: readonly Column<CoursesPage['rows'][number]>[] = [
  {
    key: 'title',
    title: 'Курс',
    main: true,
    cell: (row) => (
      <>
        <SiteLink href={links.course(row.id)} className="link font-medium">
          {row.title}
        </SiteLink>
        <span className="block text-sm font-normal text-ink-soft">
          {row.organisation}, {row.hours} ч, {COURSE_FORM_WORDS[row.form]}
        </span>
      </>
    ),
  },
  { key: 'days', title: 'Когда', cell: ({ startsOn, endsOn }) => `${formatDay(startsOn)} – ${formatDay(endsOn)}` },
  { key: 'seats', title: 'Мест', align: 'end', cell: ({ seats }) => seats },
  { key: 'finished', title: 'Закончили', align: 'end', cell: (row) => (row.state === 'DONE' ? row.finished : '–') },
  { key: 'test', title: 'Тест: до и после', cell: ({ test }) => testWords(test) },
  { key: 'state', title: 'Состояние', cell: ({ state }) => <CourseBadge state={state} /> },
];

/** Courses of a school year; of a school those it has seats on. */
export function CoursesScreen({ page, address }: { page: CoursesPage; address: ListAddress }) {
  return (
    <>
      <PageHeader
        title="Курсы"
        lead={
          page.isSchool
            ? 'Курсы, на которых у вашей школы есть места.'
            : 'Курсы повышения квалификации с местами по школам и итогами.'
        }
        actions={
          page.canChange && (
            <ButtonLink href={links.newCourse()} icon="plus">
              Новый курс
            </ButtonLink>
          )
        }
      />
      <DevelopmentTabs now="courses" year={page.search.year} />
      <FilterBar address={address} filters={[yearFilter(page.years)]} />
      <ListHead
        found={count(page.rows.length, RECORD_FORMS)}
        list="courses"
        what="курсы"
        address={address}
        isEmpty={page.rows.length === 0}
      />
      <DataTable
        caption="Курсы"
        columns={COLUMNS}
        rows={page.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="Курсов за этот год нет" icon="event">
            {page.isSchool
              ? 'Курс появится здесь, когда центр назначит школе места.'
              : 'Соберите заявки школ в пакет и создайте по нему курс.'}
          </EmptyState>
        }
      />
    </>
  );
}
