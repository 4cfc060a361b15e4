import { DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { Pagination } from '@/components/table/pagination';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import type { JournalPage } from '@/lib/access/journal-queries';
import { detailWords, roleWords } from '@/lib/access/journal-words';
import { actionWords, faultWords } from '@/lib/audit/words';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { count } from '@/lib/kernel/russian';

type Props = { page: JournalPage; params: ListAddress['params'] };

/** Who did what and when. The lines cannot be changed; the check says whether somebody tried past the portal. */
export function JournalScreen({ page, params }: Props) {
  const address = { path: links.journal(), params };
  const isFiltered = ['action', 'person', 'from', 'to'].some((name) => Boolean(params[name]));
  return (
    <>
      <PageHeader
        title="Журнал"
        lead="Кто, что и когда сделал. Записи нельзя изменить или удалить, ответов школ в них нет."
        actions={
          <ButtonLink href={listHref(address, { check: '1' })} variant="secondary" icon="lock">
            Проверить целостность
          </ButtonLink>
        }
      />
      {page.checked && <ChainCheck checked={page.checked} />}
      <FilterBar
        address={{ ...address, params: { ...params, check: undefined } }}
        filters={[
          {
            kind: 'select',
            name: 'action',
            label: 'Действие',
            all: 'Все действия',
            options: page.actions
              .map((action) => ({ value: action, label: actionWords(action) }))
              .sort((a, b) => a.label.localeCompare(b.label, 'ru')),
          },
          {
            kind: 'select',
            name: 'person',
            label: 'Кто',
            all: 'Все',
            options: page.people.map((person) => ({ value: person.id, label: person.name })),
          },
          { kind: 'date', name: 'from', label: 'С даты' },
          { kind: 'date', name: 'to', label: 'По дату' },
        ]}
      />
      <DataTable
        caption="Журнал"
        rows={page.rows}
        rowKey={(row) => row.seq}
        columns={[
          { key: 'at', title: 'Когда', cell: (row) => formatMoment(row.at, page.timeZone) },
          { key: 'action', title: 'Что', main: true, cell: (row) => actionWords(row.action) },
          { key: 'actor', title: 'Кто', cell: (row) => row.actorName ?? roleWords(row.actorRole) },
          { key: 'role', title: 'Роль', cell: (row) => roleWords(row.actorRole) },
          {
            key: 'details',
            title: 'Подробности',
            cell: (row) => <span className="break-words">{detailWords(row.details, page.timeZone) || '–'}</span>,
          },
          { key: 'seq', title: '№', align: 'end', cell: (row) => row.seq },
        ]}
        empty={
          <EmptyState title="Записей нет" icon="journal">
            {isFiltered
              ? 'За эти дни и с этим отбором ничего не происходило. Сбросьте отбор, чтобы увидеть всё.'
              : 'Здесь появится каждое действие: кто, что и когда сделал.'}
          </EmptyState>
        }
      />
      <Pagination
        address={{ ...address, params: { ...params, check: undefined } }}
        after={page.after}
        before={page.before}
        shown={page.rows.length}
        forms={['запись', 'записи', 'записей']}
      />
      <div className="mt-4">
        <DownloadLink
          href={listHref({ ...address, path: links.journalExport() }, { check: undefined })}
          what="журнал"
        />
      </div>
    </>
  );
}

function ChainCheck({ checked }: { checked: NonNullable<JournalPage['checked']> }) {
  return (
    <div className="mb-6">
      {checked.faults.length === 0 ? (
        <Notice tone="success" title="Целостность журнала подтверждена">
          Проверено: {count(checked.lines, ['запись', 'записи', 'записей'])}. Ни одна не изменена и не удалена.
        </Notice>
      ) : (
        <Notice tone="error" title="Целостность журнала нарушена">
          <p>Сообщите об этом оператору портала и сохраните файл журнала:</p>
          <ul className="list-disc pl-5">
            {checked.faults.map((fault) => (
              <li key={`${fault.seq}-${fault.fault}`}>
                запись {fault.seq}: {faultWords(fault.fault)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
