import { type Column, DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { SiteLink } from '@/components/ui/site-link';
import { links } from '@/lib/kernel/links';
import type { ResultImportPage } from '@/lib/results/import-queries';
import { procedureWords } from '@/lib/results/words';

type Row = ResultImportPage['rows'][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'school',
    title: 'Школа',
    main: true,
    cell: ({ schoolId, schoolName }) => (
      <SiteLink href={links.school(schoolId)} className="link">
        {schoolName}
      </SiteLink>
    ),
  },
  { key: 'work', title: 'Работа', cell: ({ result }) => procedureWords(result) },
  { key: 'n', title: 'Участников', align: 'end', cell: ({ result }) => result.participants },
  {
    key: 'below',
    title: '«2» или ниже минимума',
    align: 'end',
    cell: ({ result }) => result.below ?? '–',
  },
  {
    key: 'mean',
    title: 'Средний балл',
    align: 'end',
    cell: ({ result: { mean } }) => (mean === null ? '–' : mean.toFixed(2).replace('.', ',')),
  },
  {
    key: 'now',
    title: 'Действует',
    cell: ({ isCurrent }) =>
      isCurrent ? (
        <Badge tone="success" icon="check">
          да
        </Badge>
      ) : (
        <Badge>в истории</Badge>
      ),
  },
];

/** Counts that one file wrote, and which of them speak today. */
export function WrittenTable({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      caption="Записано из файла"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ schoolId, result }) => `${schoolId} ${procedureWords(result)}`}
    />
  );
}
