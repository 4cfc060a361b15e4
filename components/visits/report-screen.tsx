import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { FilterBar } from '@/components/table/filter-bar';
import { firstPage, type ListAddress, listHref } from '@/components/table/list-address';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { meanDays, type ThemeMonth } from '@/lib/visits/consultation';
import type { ConsultationReport } from '@/lib/visits/consultation-queries';
import { CONSULTATION_FORMS } from '@/lib/visits/words';
import { VisitTabs } from './visit-tabs';

const MONTH = new Intl.DateTimeFormat('ru-RU', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthWords = (month: string) => MONTH.format(new Date(`${month}-01T00:00:00Z`)).replace(/\s*г\.$/, '');

const COLUMNS: readonly Column<ThemeMonth>[] = [
  { key: 'theme', title: 'Тема', main: true, cell: ({ theme }) => theme },
  { key: 'month', title: 'Месяц', cell: ({ month }) => monthWords(month) },
  { key: 'asked', title: 'Запросов', align: 'end', cell: ({ asked }) => asked },
  { key: 'answered', title: 'С ответом', align: 'end', cell: ({ answered }) => answered },
  {
    key: 'days',
    title: 'Дней до ответа в среднем',
    align: 'end',
    cell: (row) => (row.answered === 0 ? '–' : `${meanDays(row)} (n = ${row.answered})`),
  },
];

/** Requests of a school year by theme and month, with the mean wait beside the number of answers. */
export function ReportScreen({ page, address }: { page: ConsultationReport; address: ListAddress }) {
  const asked = page.rows.reduce((sum, row) => sum + row.asked, 0);
  const answered = page.rows.reduce((sum, row) => sum + row.answered, 0);
  return (
    <>
      <PageHeader
        title="Консультации по темам и месяцам"
        lead={`${formatSchoolYear(page.year)} учебный год: ${count(asked, CONSULTATION_FORMS)}, с ответом ${answered}. Снятые школой не считаются.`}
      />
      <VisitTabs now="report" canReport canSet={page.canSet} />
      <FilterBar
        address={address}
        filters={[
          {
            kind: 'select',
            name: 'year',
            label: 'Учебный год',
            all: formatSchoolYear(page.present),
            options: [1, 2, 3].map((back) => ({
              value: String(page.present - back),
              label: formatSchoolYear(page.present - back),
            })),
          },
        ]}
      />
      {page.rows.length > 0 && (
        <div className="mb-3 flex justify-end">
          <DownloadLink
            href={listHref({ ...address, path: links.consultationReportExport() }, firstPage)}
            what="отчёт"
          />
        </div>
      )}
      <DataTable
        caption="Запросы по темам и месяцам"
        columns={COLUMNS}
        rows={page.rows}
        rowKey={(row) => `${row.month} ${row.theme}`}
        empty={
          <EmptyState title="За этот год запросов нет" icon="chart">
            Отчёт соберётся сам, когда школы начнут спрашивать, а специалисты – отвечать.
          </EmptyState>
        }
      />
    </>
  );
}
