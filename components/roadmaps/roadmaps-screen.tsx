import { DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { type ListAddress, listHref } from '@/components/table/list-address';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { links } from '@/lib/kernel/links';
import { formatShareOf } from '@/lib/kernel/percent';
import { count } from '@/lib/kernel/russian';
import { spanWords } from '@/lib/roadmaps/roadmap';
import type { RoadmapsPage } from '@/lib/roadmaps/roadmap-queries';
import { ROADMAP_STATUS_WORDS, ROADMAP_STATUSES } from '@/lib/roadmaps/words';
import { RoadmapStatusBadge } from './state-badge';

const FORMS = ['дорожная карта', 'дорожные карты', 'дорожных карт'] as const;

/** Plans of the municipality and of its schools, with how far they are. */
export function RoadmapsScreen({ page, params }: { page: RoadmapsPage; params: ListAddress['params'] }) {
  const address = { path: links.roadmaps(), params };
  return (
    <>
      <PageHeader
        title="Дорожные карты"
        lead={
          page.isSchool
            ? 'Планы вашей школы и муниципалитета. Отчёт о выполнении отправляют со страницы строки.'
            : 'Планы муниципалитета и школ: что сделать, к какому сроку и кто отвечает.'
        }
        actions={
          <>
            {page.canChange && (
              <ButtonLink href={links.newRoadmap()} icon="plus">
                Новая дорожная карта
              </ButtonLink>
            )}
            <ButtonLink href={links.roadmapRows({ state: 'open' })} variant="secondary" icon="list">
              Строки всех карт по срокам
            </ButtonLink>
          </>
        }
      />
      <FilterBar
        address={address}
        filters={[
          { kind: 'search', name: 'q', label: 'Название или школа' },
          {
            kind: 'select',
            name: 'of',
            label: 'Чья',
            all: 'Все',
            options: [
              { value: 'municipality', label: 'Муниципалитета' },
              { value: 'schools', label: 'Школ' },
            ],
          },
          ...(page.isSchool
            ? []
            : [
                {
                  kind: 'select' as const,
                  name: 'status',
                  label: 'Состояние',
                  all: 'Любое',
                  options: ROADMAP_STATUSES.map((value) => ({ value, label: ROADMAP_STATUS_WORDS[value] })),
                },
              ]),
        ]}
      />
      <DataTable
        caption="Дорожные карты"
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
              <SiteLink href={links.roadmap(line.id)} className="link font-medium">
                {line.title}
              </SiteLink>
            ),
          },
          { key: 'school', title: 'Чья', sortable: true, cell: (line) => line.schoolName ?? 'муниципалитета' },
          { key: 'year', title: 'Год', cell: spanWords },
          { key: 'status', title: 'Состояние', cell: (line) => <RoadmapStatusBadge status={line.status} /> },
          {
            key: 'done',
            title: 'Выполнено',
            align: 'end',
            cell: ({ progress }) => (progress.total === 0 ? '–' : formatShareOf(progress.done, progress.total)),
          },
          {
            key: 'late',
            title: 'Срок прошёл',
            align: 'end',
            cell: ({ id, progress }) =>
              progress.late === 0 ? (
                '0'
              ) : (
                <SiteLink href={links.roadmap(id, { state: 'late' })} className="link">
                  {progress.late}
                </SiteLink>
              ),
          },
        ]}
        empty={
          <EmptyState title="Дорожных карт не нашлось" icon="roadmap">
            {page.canChange
              ? 'Загрузите план из Word или Excel или начните с пустого. Если карта была, измените отбор.'
              : 'Здесь появятся планы, которые утвердит управление.'}
          </EmptyState>
        }
      />
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <p className="text-sm text-ink-soft">{count(page.lines.length, FORMS)}</p>
        {page.lines.length > 0 && (
          <DownloadLink href={listHref({ ...address, path: links.roadmapsExport() }, {})} what="дорожных карт" />
        )}
      </div>
    </>
  );
}
