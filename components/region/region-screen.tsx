import { BarChart } from '@/components/chart/bar-chart';
import { DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack } from '@/components/ui/surface';
import { Tabs } from '@/components/ui/tabs';
import type { RegionPage } from '@/lib/diagnostics/overviews/region-queries';
import type { RegionRow } from '@/lib/diagnostics/overviews/region-store';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { acceptedWords, coverageWords, listedWords, orderWords, supportedWords } from './region-columns';

const isApproved = (row: RegionRow) => row.orderNumber !== null;

function sentence(rows: readonly RegionRow[]): string {
  const approved = rows.filter(isApproved);
  const listed = approved.reduce((sum, row) => sum + row.listed, 0);
  const schools = approved.reduce((sum, row) => sum + row.schools, 0);
  if (approved.length === 0) return 'Утверждённых списков за этот год ещё нет.';
  return `Списки утвердили ${count(approved.length, ['муниципалитет', 'муниципалитета', 'муниципалитетов'])}: ${listed} из ${count(schools, ['школы', 'школ', 'школ'])}.`;
}

/** The region sees counts and approved lists, never a card; municipalities stand alphabetically. */
export function RegionScreen({ page, regionName }: { page: RegionPage; regionName: string }) {
  const { year, years, rows } = page;
  if (year === undefined) {
    return (
      <Stack>
        <PageHeader title="Муниципалитеты рядом" overline={regionName} />
        <EmptyState title="Кампаний ещё не было" icon="region">
          Когда муниципальный центр откроет кампанию, здесь появится её охват.
        </EmptyState>
      </Stack>
    );
  }
  return (
    <Stack>
      <PageHeader
        overline={regionName}
        title="Муниципалитеты рядом"
        lead="Охват – по всем кампаниям, число школ – только по утверждённым спискам. Порядок алфавитный: это не рейтинг."
      />
      <Tabs
        label="Учебный год"
        tabs={years.map((one) => ({
          href: links.regionYear(one),
          title: formatSchoolYear(one),
          current: one === year,
        }))}
      />
      <Section
        title={formatSchoolYear(year)}
        actions={<DownloadLink href={links.regionExport(year)} what="сравнение муниципалитетов" />}
      >
        <DataTable
          caption={`Муниципалитеты в ${formatSchoolYear(year)} учебном году`}
          rowKey={(row) => `${row.municipalityId}-${row.campaignId ?? ''}`}
          rows={rows}
          columns={[
            { key: 'municipality', title: 'Муниципалитет', main: true, cell: (row) => row.municipality },
            {
              key: 'schools',
              title: 'Школ в кампании',
              align: 'end',
              cell: (row) => (row.campaignId === null ? '–' : row.schools),
            },
            { key: 'coverage', title: 'Отправили карту', cell: coverageWords },
            { key: 'accepted', title: 'Принято', cell: acceptedWords },
            {
              key: 'listed',
              title: 'В утверждённом списке',
              cell: (row) =>
                isApproved(row) ? (
                  <SiteLink className="link" href={links.lists()}>
                    {listedWords(row)}
                  </SiteLink>
                ) : (
                  listedWords(row)
                ),
            },
            { key: 'supported', title: 'Поддержка без списка', align: 'end', cell: supportedWords },
            { key: 'order', title: 'Приказ', cell: orderWords },
          ]}
        />
      </Section>
      <Section title="Школы в утверждённых списках">
        <BarChart
          title={`Число школ, ${formatSchoolYear(year)}`}
          sentence={sentence(rows)}
          categoryTitle="Муниципалитет"
          valueTitle="Школ в списке"
          bars={rows.filter(isApproved).map((row) => ({ label: row.municipality, value: row.listed, of: row.schools }))}
        />
      </Section>
    </Stack>
  );
}
