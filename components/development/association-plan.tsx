import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { Columns, Section } from '@/components/ui/surface';
import { planRowState } from '@/lib/development/association';
import { addPlanRow, markPlanRow } from '@/lib/development/association-actions';
import type { AssociationPage } from '@/lib/development/association-queries';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { PlanRowBadge } from './state-badges';

type Row = AssociationPage['plan'][number];

function Mark({ page, row }: { page: AssociationPage; row: Row }) {
  const marks = row.doneOn
    ? ([['undone', 'Снять отметку']] as const)
    : ([
        ['done', 'Проведено'],
        ['remove', 'Удалить'],
      ] as const);
  return (
    <div className="flex flex-wrap gap-2">
      {marks.map(([mark, words]) => (
        <ActionForm key={mark} action={markPlanRow} label={`${words}: ${row.theme}`}>
          <input type="hidden" name="associationId" value={page.association.id} />
          <input type="hidden" name="planRowId" value={row.id} />
          <input type="hidden" name="mark" value={mark} />
          <SubmitButton variant={mark === 'done' ? 'secondary' : 'quiet'} size="small">
            {words}
          </SubmitButton>
        </ActionForm>
      ))}
    </div>
  );
}

const columnsOf = (page: AssociationPage): readonly Column<Row>[] => [
  { key: 'theme', title: 'Тема', main: true, cell: ({ theme }) => theme },
  { key: 'term', title: 'Срок', cell: ({ term }) => term || 'не указан' },
  { key: 'form', title: 'Форма', cell: ({ form }) => form || '–' },
  { key: 'place', title: 'Место', cell: ({ place }) => place || '–' },
  { key: 'state', title: 'Состояние', cell: (row) => <PlanRowBadge state={planRowState(row, page.today)} /> },
  ...(page.keeps ? [{ key: 'mark', title: 'Отметить', cell: (row: Row) => <Mark page={page} row={row} /> }] : []),
];

/** The plan of the year: what is done, what is late. */
export function AssociationPlan({ page }: { page: AssociationPage }) {
  const { association, plan, keeps, year } = page;
  return (
    <Section title={`План на ${formatSchoolYear(year)}`}>
      <DataTable
        caption="План"
        columns={columnsOf(page)}
        rows={plan}
        rowKey={(row) => row.id}
        empty={<p className="text-ink-soft">Плана на этот год ещё нет.</p>}
      />
      {keeps && (
        <Disclosure title="Добавить строку плана" open={plan.length === 0}>
          <ActionForm action={addPlanRow} label="Строка плана" resetOnSuccess>
            <input type="hidden" name="associationId" value={association.id} />
            <input type="hidden" name="year" value={year} />
            <TextInput name="theme" label="Тема" required maxLength={500} />
            <Columns count={3}>
              <TextInput name="term" label="Срок, как вы его пишете" maxLength={200} placeholder="ноябрь" />
              <TextInput name="form" label="Форма" maxLength={100} placeholder="семинар" />
              <TextInput name="place" label="Место" maxLength={200} />
            </Columns>
            <SubmitButton variant="secondary">Добавить</SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </Section>
  );
}
