import { levelValue } from '@/components/cards/level-value';
import { DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { Pagination } from '@/components/table/pagination';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Level } from '@/components/ui/level';
import { SiteLink } from '@/components/ui/site-link';
import { Section } from '@/components/ui/surface';
import { type SchoolsSearch, searchParams } from '@/lib/diagnostics/overviews/overview-filter';
import type { OverviewSchoolRow, OverviewSchoolsPage } from '@/lib/diagnostics/overviews/overview-queries';
import { SCHOOLS_LIST_FORMS } from '@/lib/diagnostics/overviews/overview-words';
import { links } from '@/lib/kernel/links';
import { OverviewFrame } from './overview-frame';
import { chosenWords } from './schools-columns';

type Props = { page: OverviewSchoolsPage; search: SchoolsSearch };

const sumWords = (row: OverviewSchoolRow) => `${row.sum} из ${row.max}`;

/** The list behind a number: alphabetical; by sum only where a person asks, and without places. */
export function SchoolsListScreen({ page, search }: Props) {
  const params = searchParams(search);
  const address = { path: links.overviewSchools({}), params };
  const earlier = page.earlier;
  return (
    <OverviewFrame head={page} search={search} current="schools" title="Школы">
      <Section
        title={chosenWords(page, search)}
        actions={<DownloadLink href={links.overviewSchoolsExport(params)} what="перечень школ" />}
      >
        <FilterBar
          address={address}
          filters={[
            { kind: 'search', name: 'q', label: 'Школа', placeholder: 'Название или номер' },
            {
              kind: 'select',
              name: 'verdict',
              label: 'Вывод',
              all: 'Любой',
              options: page.method.verdicts.map((verdict) => ({ value: verdict.code, label: verdict.words })),
            },
          ]}
        />
        <DataTable
          caption="Школы с расчётом"
          address={address}
          defaultSort="school"
          rows={page.rows}
          rowKey={(row) => row.cardId}
          empty={
            <EmptyState
              title="Таких школ нет"
              icon="search"
              actions={
                <ButtonLink href={links.overviewSchools({ campaign: page.campaign.id })}>Показать все школы</ButtonLink>
              }
            >
              Ни одна школа не подходит под выбранное.
            </EmptyState>
          }
          columns={[
            {
              key: 'school',
              title: 'Школа',
              main: true,
              sortable: true,
              cell: (row) => (
                <SiteLink className="link" href={links.card(row.cardId, search.item)}>
                  {row.schoolName}
                </SiteLink>
              ),
            },
            { key: 'sum', title: 'Сумма', sortable: true, align: 'end', cell: sumWords },
            {
              key: 'range',
              title: 'С пропусками',
              align: 'end',
              cell: (row) => (row.extra > 0 ? `до ${row.sum + row.extra}` : '–'),
            },
            {
              key: 'verdict',
              title: 'Вывод',
              cell: (row) => <Level level={levelValue(row.level)} word={row.verdictText} />,
            },
            ...(earlier
              ? [
                  {
                    key: 'earlier',
                    title: 'Раньше',
                    cell: (row: OverviewSchoolRow) =>
                      row.earlierSum === null
                        ? '–'
                        : `${row.earlierSum} из ${row.earlierMax}, ${row.earlierVerdictText ?? ''}`,
                  },
                ]
              : []),
            { key: 'listed', title: 'По приказу', cell: (row) => (row.listed ? page.publicLabel : '–') },
          ]}
        />
        <Pagination
          address={address}
          {...(page.after ? { after: page.after } : {})}
          shown={page.rows.length}
          total={page.total}
          forms={SCHOOLS_LIST_FORMS}
        />
      </Section>
    </OverviewFrame>
  );
}
