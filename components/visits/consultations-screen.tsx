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
import { formatDay } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { CONSULTATION_KINDS, CONSULTATION_STATES, daysOfAnswer } from '@/lib/visits/consultation';
import type { ConsultationsPage } from '@/lib/visits/consultation-queries';
import { CONSULTATION_FORMS, CONSULTATION_KIND_WORDS, CONSULTATION_STATE_WORDS, DAY_FORMS } from '@/lib/visits/words';
import { ConsultationBadge } from './consultation-badge';
import { VisitTabs } from './visit-tabs';

type Row = ConsultationsPage['rows'][number];

function columnsOf({ isSchool, today, ahead }: ConsultationsPage): readonly Column<Row>[] {
  const waited = (row: Row) => {
    const days = daysOfAnswer(row, today);
    return days === null ? '–' : count(days, DAY_FORMS);
  };
  return [
    {
      key: 'theme',
      title: 'Тема',
      main: true,
      cell: (row) => (
        <SiteLink className="link font-medium" href={links.consultation(row.id)}>
          {row.theme}
        </SiteLink>
      ),
    },
    ...(isSchool ? [] : [{ key: 'school', title: 'Школа', sortable: true, cell: (row: Row) => row.schoolName }]),
    { key: 'kind', title: 'Вид', cell: (row) => CONSULTATION_KIND_WORDS[row.kind] },
    { key: 'asked', title: 'Спросили', sortable: true, cell: (row) => formatDay(row.askedOn) },
    { key: 'waited', title: 'Ждали ответа', cell: waited },
    ...(isSchool
      ? [{ key: 'ahead', title: 'Перед вами в очереди', cell: (row: Row) => ahead.get(row.id) ?? '–' }]
      : [{ key: 'specialist', title: 'Отвечает', cell: (row: Row) => row.specialist || 'ещё никто' }]),
    { key: 'state', title: 'Состояние', cell: (row) => <ConsultationBadge state={row.state} /> },
  ];
}

/** The queue of requests: who waits longest stands first. A school sees its own and how many are before them. */
export function ConsultationsScreen({ page, address }: { page: ConsultationsPage; address: ListAddress }) {
  const next = (page.search.after ?? 0) + page.rows.length;
  return (
    <>
      <PageHeader
        title="Консультации"
        lead={
          page.isSchool
            ? 'Спросите центр: ответ придёт сюда. Видно, сколько запросов перед вашим.'
            : 'Очередь запросов школ: первым стоит тот, кто ждёт дольше всех.'
        }
        actions={
          (page.canAsk || page.canAnswer) && (
            <ButtonLink href={links.newConsultation()} icon="plus">
              {page.canAsk ? 'Попросить консультацию' : 'Записать проведённую'}
            </ButtonLink>
          )
        }
      />
      <VisitTabs now="consultations" canReport={page.canReport} canSet={page.canSet} />
      <div className="mb-6">
        <Columns count={2}>
          <Stat label="Ждут ответа" value={page.waiting} href={links.consultations()} />
          <Stat label="Ещё никто не взял" value={page.untaken} href={links.consultations({ state: 'ASKED' })} />
        </Columns>
      </div>
      <FilterBar
        address={address}
        filters={[
          { kind: 'search', name: 'q', label: page.isSchool ? 'Слова вопроса или ответа' : 'Школа или слова вопроса' },
          {
            kind: 'select',
            name: 'theme',
            label: 'Тема',
            all: 'Любая',
            options: page.themes.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            kind: 'select',
            name: 'kind',
            label: 'Вид',
            all: 'Любой',
            options: CONSULTATION_KINDS.map((kind) => ({ value: kind, label: CONSULTATION_KIND_WORDS[kind] })),
          },
          {
            kind: 'select',
            name: 'state',
            label: 'Состояние',
            all: page.isSchool ? 'Все' : 'Ждут ответа',
            options: [
              ...CONSULTATION_STATES.map((state) => ({ value: state, label: CONSULTATION_STATE_WORDS[state] })),
              ...(page.isSchool ? [] : [{ value: 'all', label: 'все' }]),
            ],
          },
        ]}
      />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <p role="status">Найдено: {count(page.total, CONSULTATION_FORMS)}</p>
        {page.rows.length > 0 && (
          <DownloadLink href={listHref({ ...address, path: links.consultationsExport() }, firstPage)} what="запросы" />
        )}
      </div>
      <DataTable
        caption="Запросы консультаций"
        columns={columnsOf(page)}
        rows={page.rows}
        rowKey={(row) => row.id}
        address={address}
        defaultSort="asked"
        empty={
          <EmptyState title={page.isSchool ? 'Вопросов ещё нет' : 'Очередь пуста'} icon="comment">
            {page.isSchool
              ? 'Если что-то в карте, плане или отчёте непонятно – спросите. Это не проверка.'
              : 'Запросов под этими условиями нет. Полученные по телефону записывайте кнопкой выше.'}
          </EmptyState>
        }
      />
      {page.rows.length > 0 && (
        <Pagination
          address={address}
          {...(next < page.total && { after: String(next) })}
          {...(page.search.after && { before: '0' })}
          shown={page.rows.length}
          total={page.total}
          forms={CONSULTATION_FORMS}
        />
      )}
    </>
  );
}
