import { type Column, DataTable } from '@/components/table/data-table';
import type { ListAddress } from '@/components/table/list-address';
import { Badge } from '@/components/ui/badge';
import { CardState, type CardStateKey } from '@/components/ui/card-state';
import { EmptyState } from '@/components/ui/empty-state';
import { Progress } from '@/components/ui/progress';
import { SiteLink } from '@/components/ui/site-link';
import type { CampaignPage, CoverageRow } from '@/lib/diagnostics/campaigns/campaign-queries';
import { COVERAGE_WORDS, LATE_WORDS } from '@/lib/diagnostics/campaigns/campaign-words';
import type { CoverageState } from '@/lib/diagnostics/campaigns/coverage';
import { COVERAGE_COLUMNS } from '@/lib/diagnostics/campaigns/coverage-columns';
import { links } from '@/lib/kernel/links';

const LOOK: Record<CoverageState, CardStateKey> = {
  NOT_STARTED: 'absent',
  IN_WORK: 'draft',
  TO_CHECK: 'submitted',
  RETURNED: 'returned',
  ACCEPTED: 'accepted',
  CLOSED: 'closed',
};

const WIDTHS: Readonly<Record<string, string>> = { school: '22%', progress: '14%' };
const SORTABLE = new Set(['school', 'state', 'progress', 'submitted']);

type Props = { page: CampaignPage; address: ListAddress };

/** Who of the roster is where; an official is led to a card only once it is accepted. */
export function CoverageTable({ page, address }: Props) {
  const { campaign, timeZone, mayChange } = page;
  const opens = (row: CoverageRow) =>
    mayChange ? row.submittedRevision > 0 : row.status === 'ACCEPTED' || row.status === 'CLOSED';
  const cells: Readonly<Record<string, (row: CoverageRow) => React.ReactNode>> = {
    school: (row) =>
      opens(row) ? (
        <SiteLink href={links.card(row.id)} className="link">
          {row.schoolName}
        </SiteLink>
      ) : (
        row.schoolName
      ),
    state: (row) => (
      <span className="inline-flex flex-wrap gap-1.5">
        <CardState state={LOOK[row.state]} word={COVERAGE_WORDS[row.state]} />
        {row.late && <CardState state="late" word={LATE_WORDS} />}
      </span>
    ),
    progress: (row) => (
      <Progress compact label={`${row.schoolName}: заполнено вопросов`} value={row.answered} max={row.applicable} />
    ),
  };
  const columns: Column<CoverageRow>[] = COVERAGE_COLUMNS.map((column) => ({
    key: column.key,
    title: column.title,
    sortable: SORTABLE.has(column.key),
    main: column.key === 'school',
    width: WIDTHS[column.key],
    cell: cells[column.key] ?? ((row) => column.text(row, timeZone) || '–'),
  }));
  if (mayChange && page.state !== 'PLANNED')
    columns.push({
      key: 'extend',
      title: 'Продление',
      cell: (row) =>
        row.status === 'DRAFT' || row.status === 'RETURNED' ? (
          <SiteLink
            href={links.extendCard(campaign.id, row.id)}
            className="link print:hidden"
            aria-label={`Продлить срок: ${row.schoolName}`}
          >
            Продлить
          </SiteLink>
        ) : row.dueAt ? (
          <Badge>продлён</Badge>
        ) : (
          '–'
        ),
    });
  return (
    <DataTable
      caption="Школы кампании"
      columns={columns}
      rows={page.rows}
      rowKey={(row) => row.id}
      address={address}
      defaultSort="school"
      empty={
        <EmptyState title="Таких школ нет" icon="school">
          Измените отбор или нажмите «Сбросить», чтобы увидеть весь состав.
        </EmptyState>
      }
    />
  );
}
