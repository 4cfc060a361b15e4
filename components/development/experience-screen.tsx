import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import type { ExperiencePage } from '@/lib/development/development-queries';
import { addAppearance, removeAppearance } from '@/lib/development/school-actions';
import {
  APPEARANCE_KIND_WORDS,
  APPEARANCE_KINDS,
  APPEARANCE_LEVEL_WORDS,
  APPEARANCE_LEVELS,
  RECORD_FORMS,
} from '@/lib/development/words';
import { count } from '@/lib/kernel/russian';
import { DevelopmentTabs } from './development-tabs';
import { ListHead } from './list-head';
import { SchoolAndYear } from './school-and-year';
import { schoolFilter, yearFilter } from './year-filter';

type Row = ExperiencePage['rows'][number];

const columnsOf = ({ isSchool, canReport }: ExperiencePage): readonly Column<Row>[] => [
  {
    key: 'name',
    title: 'Название',
    main: true,
    sortable: true,
    cell: ({ number, title, theme }) => (
      <>
        {[number, title].filter(Boolean).join(' ')}
        {theme && <span className="block text-sm font-normal text-ink-soft">{theme}</span>}
      </>
    ),
  },
  ...(isSchool ? [] : [{ key: 'school', title: 'Школа', sortable: true, cell: ({ schoolName }: Row) => schoolName }]),
  { key: 'kind', title: 'Что это', cell: ({ kind }) => APPEARANCE_KIND_WORDS[kind] },
  { key: 'number', title: 'Уровень', sortable: true, cell: ({ level }) => APPEARANCE_LEVEL_WORDS[level] },
  { key: 'form', title: 'Форма', cell: ({ form }) => form || '–' },
  { key: 'who', title: 'Кто', cell: ({ who }) => who || '–' },
  { key: 'result', title: 'Результат', cell: ({ result }) => result || '–' },
  ...(canReport
    ? [
        {
          key: 'remove',
          title: 'Удалить',
          cell: (row: Row) => (
            <ActionForm action={removeAppearance} label={`Удалить: ${row.title}`}>
              <input type="hidden" name="appearanceId" value={row.id} />
              <input type="hidden" name="version" value={row.version} />
              <SubmitButton variant="quiet" size="small">
                Удалить
              </SubmitButton>
            </ActionForm>
          ),
        },
      ]
    : []),
];

/** Experience shown to colleagues, competitions and projects. */
export function ExperienceScreen({ page, address }: { page: ExperiencePage; address: ListAddress }) {
  return (
    <>
      <PageHeader
        title="Опыт и конкурсы"
        lead="Где школы показали свой опыт и в каких конкурсах и проектах участвовали. Люди – только по должностям."
      />
      <DevelopmentTabs now="experience" year={page.search.year} />
      <FilterBar
        address={address}
        filters={[
          { kind: 'search', name: 'q', label: 'Название, тема или школа' },
          ...schoolFilter(page.schools),
          {
            kind: 'select',
            name: 'kind',
            label: 'Что это',
            all: 'Всё',
            options: APPEARANCE_KINDS.map((value) => ({ value, label: APPEARANCE_KIND_WORDS[value] })),
          },
          {
            kind: 'select',
            name: 'level',
            label: 'Уровень',
            all: 'Любой',
            options: APPEARANCE_LEVELS.map((value) => ({ value, label: APPEARANCE_LEVEL_WORDS[value] })),
          },
          yearFilter(page.years),
        ]}
      />
      <ListHead
        found={count(page.rows.length, RECORD_FORMS)}
        list="experience"
        what="опыт и конкурсы"
        address={address}
        isEmpty={page.rows.length === 0}
      />
      <Stack>
        <DataTable
          caption="Опыт и конкурсы"
          columns={columnsOf(page)}
          rows={page.rows}
          rowKey={(row) => row.id}
          address={address}
          defaultSort="school"
          empty={
            <EmptyState title="Записей нет" icon="event">
              {page.canReport
                ? 'Запишите в форме ниже, где школа показала опыт или в каком конкурсе участвовала.'
                : 'Школы и центр ещё ничего не записали, или условия слишком строгие.'}
            </EmptyState>
          }
        />
        {page.canReport && <NewAppearance page={page} />}
      </Stack>
    </>
  );
}

function NewAppearance({ page }: { page: ExperiencePage }) {
  return (
    <Section title="Новая запись">
      <Surface>
        <ActionForm action={addAppearance} label="Новая запись">
          <SchoolAndYear
            schools={page.schools}
            years={page.years}
            year={page.search.year}
            school={page.search.school}
          />
          <Columns count={2}>
            <Select
              name="kind"
              label="Что это"
              required
              defaultValue={page.search.kind ?? 'EXPERIENCE'}
              options={APPEARANCE_KINDS.map((value) => ({ value, label: APPEARANCE_KIND_WORDS[value] }))}
            />
            <Select
              name="level"
              label="Уровень"
              required
              defaultValue="MUNICIPAL"
              options={APPEARANCE_LEVELS.map((value) => ({ value, label: APPEARANCE_LEVEL_WORDS[value] }))}
            />
          </Columns>
          <TextInput name="title" label="Название мероприятия или конкурса" required maxLength={300} />
          <Columns count={2}>
            <TextInput name="number" label="Номер, как он пишется" maxLength={100} placeholder="XXIV Международная" />
            <TextInput name="form" label="Форма" maxLength={150} placeholder="доклад, мастер-класс" />
            <TextInput name="who" label="Кто, по должности" maxLength={200} placeholder="учитель физики" />
            <TextInput name="result" label="Результат" maxLength={300} placeholder="призёр, публикация" />
          </Columns>
          <TextInput name="theme" label="Тема" maxLength={500} />
          <SubmitButton>Записать</SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}
