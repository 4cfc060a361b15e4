import { ActionForm } from '@/components/form/action-form';
import { Select } from '@/components/form/select';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { ResultTabs } from '@/components/results/result-tabs';
import { SeenResultImport } from '@/components/results/seen-import';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatNumber } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { ReferencesPage } from '@/lib/results/queries';
import { dropReference, saveReference } from '@/lib/results/reference-actions';
import { EXAMS } from '@/lib/results/result';
import { EXAM_WORDS, workWords } from '@/lib/results/words';
import { GradeSelect, SubjectSelect, YearSelect } from './work-fields';

type Row = ReferencesPage['references'][number];

const decimal = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 3 });
const shown = (value: number | null) => (value === null ? '–' : decimal.format(value));

/** Values of the region: one municipality is too small for most statistics. */
export function ReferencesScreen({ page: { references, canChange, presentYear } }: { page: ReferencesPage }) {
  return (
    <>
      <PageHeader
        title="Показатели региона"
        lead="С ними сравниваются результаты школ: в одном муниципалитете участников слишком мало для большинства расчётов."
        crumbs={[{ href: links.results(), title: 'Результаты' }]}
      />
      <ResultTabs now="reference" canImport={canChange} />
      <Stack>
        <DataTable
          caption="Показатели региона"
          columns={columnsOf(canChange)}
          rows={references}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title="Показателей региона ещё нет">
              <p>Загрузите файл, где есть строка региона, или внесите числа из опубликованных таблиц.</p>
            </EmptyState>
          }
        />
        {canChange && <NewReference presentYear={presentYear} />}
      </Stack>
    </>
  );
}

const columnsOf = (canChange: boolean): readonly Column<Row>[] => [
  { key: 'work', title: 'Работа', main: true, cell: (row) => workWords(row) },
  { key: 'year', title: 'Учебный год', cell: ({ year }) => formatSchoolYear(year) },
  { key: 'n', title: 'Участников', align: 'end', cell: ({ participants }) => formatNumber(participants) },
  { key: 'mean', title: 'Средний балл', align: 'end', cell: ({ mean }) => shown(mean) },
  { key: 'sd', title: 'Отклонение', align: 'end', cell: ({ sd }) => shown(sd) },
  {
    key: 'marks',
    title: '«2» / «3» / «4» / «5»',
    align: 'end',
    cell: ({ marks }) => (marks.length === 4 ? marks.map(formatNumber).join(' / ') : '–'),
  },
  {
    key: 'histogram',
    title: 'Распределение',
    cell: ({ histogram }) => (histogram.length > 0 ? `0–${histogram.length - 1} баллов` : '–'),
  },
  {
    key: 'ratio',
    title: 'Квартили K',
    align: 'end',
    cell: ({ ratioLow, ratioHigh, ratioSchools }) =>
      ratioLow === null
        ? '–'
        : `${shown(ratioLow)} – ${shown(ratioHigh)}${ratioSchools === null ? '' : `, школ ${ratioSchools}`}`,
  },
  { key: 'source', title: 'Откуда', cell: ({ source }) => source },
  ...(canChange
    ? [
        {
          key: 'remove',
          title: 'Что сделать',
          cell: (row: Row) => (
            <ActionForm action={dropReference} label={`Удаление: ${workWords(row)}, ${formatSchoolYear(row.year)}`}>
              <SeenResultImport found={row} />
              <SubmitButton variant="quiet" size="small">
                Удалить
              </SubmitButton>
            </ActionForm>
          ),
        },
      ]
    : []),
];

function NewReference({ presentYear }: { presentYear: number }) {
  return (
    <Section
      title="Внести показатели"
      lead="Что не знаете, оставьте пустым. Если показатели этой работы уже есть, пустые поля их не изменят."
    >
      <Surface>
        <ActionForm action={saveReference} label="Показатели региона">
          <Columns count={4}>
            <Select
              name="exam"
              label="Экзамен"
              required
              options={EXAMS.map((value) => ({ value, label: EXAM_WORDS[value] }))}
            />
            <SubjectSelect />
            <GradeSelect from={1} to={11} />
            <YearSelect presentYear={presentYear} />
            <TextInput name="participants" label="Участников" required inputMode="numeric" />
            <TextInput name="mean" label="Средний балл" inputMode="decimal" />
            <TextInput name="sd" label="Стандартное отклонение" inputMode="decimal" />
            <TextInput name="maxScore" label="Наибольший балл" inputMode="numeric" />
            <TextInput name="ratioLow" label="K: нижний квартиль" inputMode="decimal" />
            <TextInput name="ratioHigh" label="K: верхний квартиль" inputMode="decimal" />
            <TextInput name="ratioSchools" label="K: сколько школ" inputMode="numeric" />
          </Columns>
          <TextInput name="marks" label="Получили «2», «3», «4», «5»" hint="Четыре числа через пробел." />
          <TextInput
            name="histogram"
            label="Распределение первичных баллов"
            hint="Сколько участников получили 0 баллов, 1 балл, 2 балла и так далее: целые числа через пробел."
          />
          <TextInput name="source" label="Откуда эти числа" required maxLength={300} />
          <SubmitButton pendingText="Записываем…">Записать показатели</SubmitButton>
        </ActionForm>
      </Surface>
    </Section>
  );
}
