import { DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { yearsWords } from '@/lib/programmes/programme';
import type { ProgrammesPage } from '@/lib/programmes/programme-queries';
import { KIND_WORDS, PROGRAMME_KINDS, PROGRAMME_STATES, STATE_WORDS } from '@/lib/programmes/words';
import { ProgrammeStateBadge } from './state-badge';

/** Programmes of the municipality and of its schools; past editions stand at the end. */
export function ProgrammesScreen({ page, params }: { page: ProgrammesPage; params: ListAddress['params'] }) {
  const address = { path: links.programmes(), params };
  return (
    <>
      <PageHeader
        title="Программы"
        lead={
          page.isSchool
            ? 'Программы вашей школы и муниципалитета. Черновик правит школа, отправляет директор, принимает центр.'
            : 'Зачем мы это делаем и чего хотим достичь: цель, задачи, показатели по годам, риски.'
        }
        actions={
          page.canCreate && (
            <ButtonLink href={links.newProgramme()} icon="plus">
              Создать из образца
            </ButtonLink>
          )
        }
      />
      <FilterBar
        address={address}
        filters={[
          { kind: 'search', name: 'q', label: 'Название или школа' },
          {
            kind: 'select',
            name: 'kind',
            label: 'Вид',
            all: 'Все',
            options: PROGRAMME_KINDS.map((value) => ({ value, label: KIND_WORDS[value] })),
          },
          {
            kind: 'select',
            name: 'state',
            label: 'Состояние',
            all: 'Любое',
            options: PROGRAMME_STATES.map((value) => ({ value, label: STATE_WORDS[value] })),
          },
        ]}
      />
      <DataTable
        caption="Программы"
        address={address}
        rows={page.lines}
        rowKey={(line) => line.id}
        columns={[
          {
            key: 'title',
            title: 'Название',
            main: true,
            sortable: true,
            cell: (line) => (
              <SiteLink href={links.programme(line.id)} className="link font-medium">
                {line.title}
              </SiteLink>
            ),
          },
          { key: 'school', title: 'Чья', sortable: true, cell: (line) => line.schoolName ?? 'муниципалитета' },
          { key: 'kind', title: 'Вид', cell: (line) => KIND_WORDS[line.kind] },
          { key: 'years', title: 'Годы', sortable: true, cell: yearsWords },
          { key: 'edition', title: 'Редакция', align: 'end', cell: (line) => line.edition },
          { key: 'state', title: 'Состояние', cell: (line) => <ProgrammeStateBadge state={line.state} /> },
        ]}
        empty={
          <EmptyState title="Программ не нашлось" icon="file">
            {page.canCreate
              ? 'Создайте программу из образца: муниципальную – одну, школьные – сразу для отмеченных школ. Если программа была, измените отбор.'
              : 'Черновик программы для школы создаёт центр. Муниципальная программа появится здесь, когда её утвердят приказом.'}
          </EmptyState>
        }
      />
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <p className="text-sm text-ink-soft">{count(page.lines.length, ['программа', 'программы', 'программ'])}</p>
        {page.lines.length > 0 && (
          <DownloadLink href={listHref({ ...address, path: links.programmesExport() }, {})} what="программ" />
        )}
      </div>
    </>
  );
}
