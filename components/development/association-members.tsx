import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/surface';
import { addAssociationMember, removeAssociationMember } from '@/lib/development/association-actions';
import type { AssociationPage } from '@/lib/development/association-queries';
import { formatSchoolYear } from '@/lib/kernel/school-year';

type Row = AssociationPage['members'][number];

const columnsOf = ({ keeps, association }: AssociationPage): readonly Column<Row>[] => [
  { key: 'school', title: 'Школа', main: true, cell: ({ schoolName }) => schoolName },
  { key: 'position', title: 'Должность', cell: ({ position }) => position },
  { key: 'people', title: 'Человек', align: 'end', cell: ({ people }) => people },
  ...(keeps
    ? [
        {
          key: 'remove',
          title: 'Убрать',
          cell: (row: Row) => (
            <ActionForm
              action={removeAssociationMember}
              label={`Убрать из состава: ${row.schoolName}, ${row.position}`}
            >
              <input type="hidden" name="associationId" value={association.id} />
              <input type="hidden" name="memberId" value={row.id} />
              <SubmitButton variant="quiet" size="small">
                Убрать
              </SubmitButton>
            </ActionForm>
          ),
        },
      ]
    : []),
];

/** Who is in it: counts by school and position. */
export function AssociationMembers({ page }: { page: AssociationPage }) {
  const { association, members, keeps, schools, year } = page;
  return (
    <Section title={`Состав, ${formatSchoolYear(year)}`}>
      <DataTable
        caption="Состав"
        columns={columnsOf(page)}
        rows={members}
        rowKey={(row) => row.id}
        empty={<p className="text-ink-soft">Состав на этот год ещё не записан.</p>}
      />
      {keeps && (
        <Disclosure title="Добавить в состав" open={members.length === 0}>
          <ActionForm action={addAssociationMember} label="Добавить в состав" resetOnSuccess>
            <input type="hidden" name="associationId" value={association.id} />
            <input type="hidden" name="year" value={year} />
            {schools.length > 0 && (
              <Select
                name="memberSchool"
                label="Школа"
                empty="Школа-база"
                options={schools.map(({ id, shortName }) => ({ value: id, label: shortName }))}
              />
            )}
            <TextInput name="position" label="Должность" required maxLength={150} width="half" />
            <TextInput name="people" label="Сколько человек" required inputMode="numeric" width="tiny" />
            <SubmitButton variant="secondary">Добавить</SubmitButton>
          </ActionForm>
        </Disclosure>
      )}
    </Section>
  );
}
