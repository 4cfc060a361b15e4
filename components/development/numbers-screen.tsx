import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { type Column, DataTable } from '@/components/table/data-table';
import { FilterBar } from '@/components/table/filter-bar';
import type { ListAddress } from '@/components/table/list-address';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import type { NumbersPage } from '@/lib/development/development-queries';
import { reportNumbers } from '@/lib/development/school-actions';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { countWords } from '@/lib/kernel/small-count';
import { DevelopmentTabs } from './development-tabs';
import { ListHead } from './list-head';
import { yearFilter } from './year-filter';

type Row = NumbersPage['rows'][number];

const known = (n: number | null) => n ?? 'нет данных';

const columnsOf = (page: NumbersPage): readonly Column<Row>[] => [
  {
    key: 'school',
    title: 'Школа',
    main: true,
    cell: ({ schoolId, schoolName }) =>
      page.canReport && !page.isSchool ? (
        <SiteLink
          href={links.schoolNumbers({ year: String(page.year), school: schoolId })}
          className="link font-medium"
        >
          {schoolName}
        </SiteLink>
      ) : (
        schoolName
      ),
  },
  { key: 'teachers', title: 'Педагогов', align: 'end', cell: ({ teachers }) => known(teachers) },
  {
    key: 'risk',
    title: 'Из них «группа риска»',
    align: 'end',
    cell: ({ riskTeachers }) => (riskTeachers === null ? 'нет данных' : countWords(riskTeachers)),
  },
  { key: 'well', title: 'ИОМ: успешные', align: 'end', cell: ({ routesSuccessful }) => known(routesSuccessful) },
  { key: 'hard', title: 'ИОМ: в затруднении', align: 'end', cell: ({ routesDifficulty }) => known(routesDifficulty) },
  { key: 'source', title: 'Откуда известно', cell: ({ source }) => source || '–' },
];

/** What schools count once a year; the denominators of the programme's indicators. */
export function NumbersScreen({ page, address }: { page: NumbersPage; address: ListAddress }) {
  const chosen = page.isSchool ? page.rows[0] : page.rows.find(({ schoolId }) => schoolId === page.school);
  return (
    <>
      <PageHeader
        title={page.isSchool ? 'Данные школы за год' : 'Данные школ за год'}
        lead="Сколько педагогов, сколько из них в «группе риска» и сколько индивидуальных образовательных маршрутов (ИОМ). Из этих чисел считаются показатели программы."
      />
      <DevelopmentTabs now="numbers" year={page.year} />
      <FilterBar address={address} filters={[yearFilter(page.years)]} />
      <Stack>
        {page.canReport && chosen && <ReportForm page={page} row={chosen} />}
        {!page.isSchool && (
          <div>
            <ListHead
              found={`школ ${page.rows.length}, сообщили ${page.rows.filter(({ version }) => version > 0).length}`}
              list="numbers"
              what="данные школ"
              address={address}
              isEmpty={page.rows.length === 0}
            />
            <DataTable
              caption="Данные школ за год"
              columns={columnsOf(page)}
              rows={page.rows}
              rowKey={({ schoolId }) => schoolId}
              empty={<EmptyState title="Школ ещё нет">Загрузите список школ в разделе «Школы».</EmptyState>}
            />
          </div>
        )}
      </Stack>
    </>
  );
}

function ReportForm({ page, row }: { page: NumbersPage; row: Row }) {
  const text = (n: Row['riskTeachers']) => (n === null || n === 'small' ? undefined : String(n));
  return (
    <Section
      title={page.isSchool ? formatSchoolYear(page.year) : `${row.schoolName}, ${formatSchoolYear(page.year)}`}
      lead="Чего не знаете, оставьте пустым: это «нет данных», а не ноль."
    >
      <Surface>
        <ActionForm key={row.version} action={reportNumbers} label="Данные за год">
          <input type="hidden" name="schoolId" value={row.schoolId} />
          <input type="hidden" name="year" value={page.year} />
          <input type="hidden" name="version" value={row.version} />
          <Columns count={2}>
            <TextInput
              name="teachers"
              label="Педагогов"
              inputMode="numeric"
              width="short"
              defaultValue={text(row.teachers)}
            />
            <TextInput
              name="riskTeachers"
              label="Из них в «группе риска»"
              inputMode="numeric"
              width="short"
              defaultValue={text(row.riskTeachers)}
            />
            <TextInput
              name="routesSuccessful"
              label="ИОМ успешных обучающихся"
              inputMode="numeric"
              width="short"
              defaultValue={text(row.routesSuccessful)}
            />
            <TextInput
              name="routesDifficulty"
              label="ИОМ испытывающих затруднения в обучении и социализации"
              inputMode="numeric"
              width="short"
              defaultValue={text(row.routesDifficulty)}
            />
          </Columns>
          <TextInput name="source" label="Откуда известно" maxLength={300} defaultValue={row.source} />
          <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}
