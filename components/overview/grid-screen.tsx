import { levelValue } from '@/components/cards/level-value';
import { CriteriaGrid } from '@/components/chart/criteria-grid';
import { DownloadLink } from '@/components/table/download-link';
import { Pagination } from '@/components/table/pagination';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/surface';
import { type SchoolsSearch, searchParams } from '@/lib/diagnostics/overviews/overview-filter';
import type { OverviewGridPage } from '@/lib/diagnostics/overviews/overview-queries';
import { cellState } from '@/lib/diagnostics/overviews/overview-shape';
import { SCHOOLS_LIST_FORMS } from '@/lib/diagnostics/overviews/overview-words';
import { links } from '@/lib/kernel/links';
import { OverviewFrame } from './overview-frame';

/** Schools × criteria: which point each school has, and what is not known. */
export function GridScreen({ page, search }: { page: OverviewGridPage; search: SchoolsSearch }) {
  const params = searchParams(search);
  const address = { path: links.overviewGrid({}), params };
  return (
    <OverviewFrame head={page} search={search} current="grid" title="Школы и критерии">
      <Section
        title="Баллы школ по критериям"
        actions={<DownloadLink href={links.overviewGridExport(params)} what="школы и критерии" />}
      >
        {page.rows.length === 0 ? (
          <EmptyState title="Показывать пока нечего" icon="grid">
            Школы появятся здесь, когда их карты примут.
          </EmptyState>
        ) : (
          <CriteriaGrid
            caption="Школы и критерии"
            columns={page.items.map((item) => ({
              key: item.code,
              code: item.code,
              title: item.wording,
              href: links.methodVersion(page.method.versionId, item.code),
            }))}
            rows={page.rows.map((row) => ({
              key: row.cardId,
              title: row.schoolName,
              href: links.card(row.cardId),
              sum: `${row.sum} из ${row.max}`,
              level: { value: levelValue(row.level), word: row.verdictText },
              cells: Object.fromEntries(
                page.items.map((item) => [item.code, { state: cellState(row.points[item.position]) }]),
              ),
            }))}
          />
        )}
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
