import { ActionForm } from '@/components/form/action-form';
import { Checkbox } from '@/components/form/choices';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { ASSOCIATION_KINDS } from '@/lib/development/association';
import { addAssociation } from '@/lib/development/association-actions';
import type { AssociationsPage } from '@/lib/development/association-queries';
import { ASSOCIATION_FORMS, ASSOCIATION_KIND_WORDS } from '@/lib/development/words';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { DevelopmentTabs } from './development-tabs';
import { ListHead } from './list-head';
import { yearFilter } from './year-filter';

type Row = AssociationsPage['rows'][number];

const columnsOf = (year: number): readonly Column<Row>[] => [
  {
    key: 'subject',
    title: 'Методобъединение',
    main: true,
    cell: (row) => (
      <>
        <SiteLink href={links.association(row.id, { year: String(year) })} className="link font-medium">
          {ASSOCIATION_KIND_WORDS[row.kind]}: {row.subject}
        </SiteLink>{' '}
        {row.archivedAt && <Badge>в архиве</Badge>}
      </>
    ),
  },
  { key: 'base', title: 'База', cell: ({ schoolName }) => schoolName ?? 'муниципалитет' },
  { key: 'head', title: 'Руководитель', cell: ({ headPosition }) => headPosition || 'не указан' },
  { key: 'people', title: 'В составе', align: 'end', cell: ({ people }) => people },
  {
    key: 'plan',
    title: 'План',
    cell: ({ planned, done, late }) =>
      planned === 0 ? 'нет плана' : `${done} из ${planned}${late > 0 ? `, срок прошёл: ${late}` : ''}`,
  },
  { key: 'meetings', title: 'Протоколов', align: 'end', cell: ({ meetings }) => meetings },
];

/** РМО, ГМО and ШМО with how their year goes. */
export function AssociationsScreen({ page, address }: { page: AssociationsPage; address: ListAddress }) {
  return (
    <>
      <PageHeader
        title="Методобъединения"
        lead="РМО, ГМО и ШМО: состав по должностям, план на год, протоколы и что просрочено."
      />
      <DevelopmentTabs now="associations" year={page.search.year} />
      <FilterBar
        address={address}
        filters={[{ kind: 'search', name: 'q', label: 'Предмет или школа' }, yearFilter(page.years)]}
      />
      <ListHead
        found={count(page.rows.length, ASSOCIATION_FORMS)}
        list="associations"
        what="методобъединения"
        address={address}
        isEmpty={page.rows.length === 0}
      />
      <Stack>
        <DataTable
          caption="Методобъединения"
          columns={columnsOf(page.search.year)}
          rows={page.rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title="Методобъединений не нашлось" icon="people">
              {page.canReport ? 'Добавьте первое в форме ниже.' : 'Их записывают центр и школы.'}
            </EmptyState>
          }
        />
        {page.canReport && (
          <Section title={page.isSchool ? 'Новое ШМО' : 'Новое методобъединение'}>
            <Surface>
              <ActionForm action={addAssociation} label="Новое методобъединение">
                {page.isSchool ? (
                  <input type="hidden" name="kind" value="SCHOOL" />
                ) : (
                  <Select
                    name="kind"
                    label="Вид"
                    required
                    options={ASSOCIATION_KINDS.map((value) => ({ value, label: ASSOCIATION_KIND_WORDS[value] }))}
                  />
                )}
                <AssociationFields schools={page.schools} />
                <SubmitButton>Добавить</SubmitButton>
              </ActionForm>
            </Surface>
          </Section>
        )}
      </Stack>
    </>
  );
}

type Fields = { schools: AssociationsPage['schools']; of?: Row };

export function AssociationFields({ schools, of }: Fields) {
  return (
    <>
      <TextInput name="subject" label="Предмет или направление" required maxLength={200} defaultValue={of?.subject} />
      {schools.length > 0 && (
        <Select
          name="baseSchool"
          label="База"
          empty="Муниципалитет"
          defaultValue={of?.schoolId ?? ''}
          options={schools.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        />
      )}
      <TextInput
        name="headPosition"
        label="Руководитель: должность и место работы"
        maxLength={200}
        hint="Без имени: «учитель математики СШ № 3»"
        defaultValue={of?.headPosition}
      />
      <Checkbox
        name="forProject"
        label="Решает задачи проекта"
        hint="Такие РМО и ГМО входят в показатель 12 программы"
        defaultChecked={of?.isForProject ?? false}
      />
    </>
  );
}
