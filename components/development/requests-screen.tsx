import { ActionForm } from '@/components/form/action-form';
import { CheckboxGroup } from '@/components/form/choices';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import { addCoursePackage } from '@/lib/development/course-actions';
import type { CourseRequestsPage } from '@/lib/development/course-queries';
import { REQUEST_STATES } from '@/lib/development/course-request';
import {
  COURSE_FORM_WORDS,
  PACKAGE_STATE_WORDS,
  PEOPLE_FORMS,
  REQUEST_FORMS,
  REQUEST_STATE_WORDS,
} from '@/lib/development/words';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { countWords } from '@/lib/kernel/small-count';
import { DevelopmentTabs } from './development-tabs';
import { ListHead } from './list-head';
import { RequestBadge } from './state-badges';
import { schoolFilter, yearFilter } from './year-filter';

type Row = CourseRequestsPage['rows'][number];

const columnsOf = ({ isSchool }: CourseRequestsPage): readonly Column<Row>[] => [
  {
    key: 'name',
    title: 'Тема',
    main: true,
    sortable: true,
    cell: (row) => (
      <SiteLink href={links.courseRequest(row.id)} className="link font-medium">
        {row.theme}
      </SiteLink>
    ),
  },
  ...(isSchool ? [] : [{ key: 'school', title: 'Школа', sortable: true, cell: ({ schoolName }: Row) => schoolName }]),
  { key: 'form', title: 'Форма', cell: ({ form }) => COURSE_FORM_WORDS[form] },
  { key: 'number', title: 'Человек', sortable: true, align: 'end', cell: ({ people }) => people },
  { key: 'risk', title: '«Группа риска»', align: 'end', cell: ({ atRisk }) => countWords(atRisk) },
  { key: 'term', title: 'Срок', cell: ({ term }) => term || 'любой' },
  { key: 'state', title: 'Состояние', cell: ({ state }) => <RequestBadge state={state} /> },
];

/** What schools ask to be taught, and the packages their requests went into. */
export function RequestsScreen({ page, address }: { page: CourseRequestsPage; address: ListAddress }) {
  const ask = page.canAsk && (
    <ButtonLink href={links.newCourseRequest()} icon="plus">
      Подать заявку на курсы
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Заявки на курсы"
        lead={
          page.isSchool
            ? 'Что вы просили и что с этим стало: пакет в институт, места, итог.'
            : 'Заявки школ собирают в пакет для института, потом назначают места на курсе.'
        }
        actions={ask}
      />
      <DevelopmentTabs now="requests" year={page.search.year} />
      <FilterBar
        address={address}
        filters={[
          { kind: 'search', name: 'q', label: page.isSchool ? 'Тема' : 'Школа или тема' },
          ...schoolFilter(page.schools),
          {
            kind: 'select',
            name: 'state',
            label: 'Состояние',
            all: 'Любое',
            options: REQUEST_STATES.map((state) => ({ value: state, label: REQUEST_STATE_WORDS[state] })),
          },
          yearFilter(page.years),
        ]}
      />
      <ListHead
        found={count(page.rows.length, REQUEST_FORMS)}
        list="requests"
        what="заявки"
        address={address}
        isEmpty={page.rows.length === 0}
      />
      <Stack>
        <DataTable
          caption="Заявки на курсы"
          columns={columnsOf(page)}
          rows={page.rows}
          rowKey={(row) => row.id}
          address={address}
          defaultSort="school"
          empty={
            <EmptyState title="Заявок нет" icon="list" actions={ask}>
              {page.isSchool
                ? 'Подайте заявку: тема, форма и сколько человек. Центр соберёт её в пакет для института.'
                : 'Школы подают их сами на этой же странице. Снимите часть условий, если ждали другого.'}
            </EmptyState>
          }
        />
        {!page.isSchool && <Packages page={page} />}
      </Stack>
    </>
  );
}

function Packages({ page }: { page: CourseRequestsPage }) {
  const free = page.rows.filter(({ state }) => state === 'SENT');
  return (
    <Section title="Пакеты для института" lead="Список заявок с документами: заявки, анкеты, приказ.">
      {page.packages.length > 0 && (
        <TaskList
          tasks={page.packages.map((one) => ({
            href: links.coursePackage(one.id),
            title: one.title,
            note: `${one.institute} · ${count(one.requests, REQUEST_FORMS)}, ${count(one.people, PEOPLE_FORMS)}`,
            status: <Badge tone={one.state === 'SENT' ? 'success' : 'info'}>{PACKAGE_STATE_WORDS[one.state]}</Badge>,
          }))}
        />
      )}
      {page.canChange && free.length > 0 && (
        <Surface>
          <ActionForm action={addCoursePackage} label="Новый пакет">
            <input type="hidden" name="year" value={page.search.year} />
            <TextInput
              name="title"
              label="Название пакета"
              required
              maxLength={200}
              placeholder="Весна: русский язык"
            />
            <TextInput name="institute" label="Куда идёт" required maxLength={200} />
            <CheckboxGroup
              name="requests[]"
              label="Заявки, которые ждут"
              required
              options={free.map(({ id, theme, schoolName, people }) => ({
                value: id,
                label: theme,
                hint: `${schoolName}, ${count(people, PEOPLE_FORMS)}`,
              }))}
            />
            <SubmitButton pendingText="Собираем…">Собрать пакет</SubmitButton>
          </ActionForm>
        </Surface>
      )}
      {page.packages.length === 0 && free.length === 0 && (
        <p className="text-ink-soft">Пакетов нет, и заявки, которые можно собрать, ещё не поступили.</p>
      )}
    </Section>
  );
}
