import { type Column, DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { SiteLink } from '@/components/ui/site-link';
import { DECIDED_WORDS, DECISION_WORDS } from '@/lib/diagnostics/campaigns/campaign-words';
import type { CampaignListPage, ListRow } from '@/lib/diagnostics/lists/list-queries';
import { links } from '@/lib/kernel/links';
import { ComputedVerdict, ResultsSumCell, SumCell } from './list-row-cells';

/** The commission's table. Alphabetical inside the two groups: a list is not a ranking, so rows have no numbers. */
export function ListTable({ page }: { page: CampaignListPage }) {
  const { campaign, list, mayDecide, publicLabel } = page;
  const isApproved = list?.status === 'APPROVED';
  const columns: Column<ListRow>[] = [
    {
      key: 'school',
      title: 'Школа',
      main: true,
      width: '18%',
      cell: (row) => (
        <span id={`school-${row.schoolId}`} className="scroll-mt-20">
          {row.outcome ? (
            <SiteLink href={links.card(row.outcome.cardId)} className="link">
              {row.schoolName}
            </SiteLink>
          ) : (
            row.schoolName
          )}
          {isApproved && row.decision === 'INCLUDE' && (
            <>
              {' '}
              <Badge tone="accent">{publicLabel}</Badge>
            </>
          )}
        </span>
      ),
    },
    { key: 'verdict', title: 'Вычислено', width: '28%', cell: (row) => <ComputedVerdict row={row} /> },
    { key: 'sum', title: 'Сумма баллов', align: 'end', cell: (row) => <SumCell row={row} /> },
    {
      key: 'results',
      title: 'Без зоны объективности',
      align: 'end',
      cell: (row) => <ResultsSumCell row={row} />,
    },
    {
      key: 'decision',
      title: 'Решение комиссии',
      cell: (row) => (
        <div className="space-y-1">
          <p className="font-medium">{(isApproved ? DECIDED_WORDS : DECISION_WORDS)[row.decision]}</p>
          {row.differs && <Badge tone="warning">отличается от вычисленного</Badge>}
          {row.reason && <p className="text-sm text-ink-soft">Причина: {row.reason}</p>}
        </div>
      ),
    },
  ];
  if (mayDecide)
    columns.push({
      key: 'change',
      title: 'Действие',
      cell: (row) => (
        <SiteLink
          href={links.listDecision(campaign.id, row.schoolId)}
          className="link print:hidden"
          aria-label={`Изменить решение: ${row.schoolName}`}
        >
          Изменить
        </SiteLink>
      ),
    });
  const caption = isApproved ? 'Утверждённый список' : 'Проект списка';
  return <DataTable caption={caption} columns={columns} rows={page.rows} rowKey={(row) => row.schoolId} />;
}
