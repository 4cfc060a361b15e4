import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextInput } from '@/components/form/text-input';
import { ResultTabs } from '@/components/results/result-tabs';
import { SeenResultImport } from '@/components/results/seen-import';
import { type Column, DataTable } from '@/components/table/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { PageHeader } from '@/components/ui/page-header';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { type MarkScale, VPR_SCALES } from '@/lib/results/dictionaries/mark-scales';
import { EGE_MINIMA } from '@/lib/results/dictionaries/minimum-scores';
import { SUBJECT_CODES } from '@/lib/results/dictionaries/subject-codes';
import { PROFILES } from '@/lib/results/layouts/profiles';
import type { DictionariesPage } from '@/lib/results/queries';
import { dropScale, saveScale } from '@/lib/results/reference-actions';
import type { Subject } from '@/lib/results/result';
import { SUBJECTS } from '@/lib/results/result';
import { EXAM_WORDS, SUBJECT_WORDS, UNIT_WORDS } from '@/lib/results/words';
import { TaskPlans } from './task-plans';
import { GradeSelect, SubjectSelect, YearSelect } from './work-fields';

type ScaleRow = MarkScale & { subject: Subject; grade: number; years: string };
const SCALES: readonly ScaleRow[] = VPR_SCALES.flatMap(({ from, to, scales }) =>
  scales.map((scale) => ({ ...scale, years: `${formatSchoolYear(from)}–${formatSchoolYear(to)}` })),
);

const range = (from: number, to: number) => `${from}–${to}`;

const SCALE_COLUMNS: readonly Column<ScaleRow>[] = [
  {
    key: 'work',
    title: 'Работа',
    main: true,
    cell: ({ subject, grade }) => `${SUBJECT_WORDS[subject]}, ${grade} класс`,
  },
  { key: 'years', title: 'Учебные годы', cell: ({ years }) => years },
  { key: 'two', title: '«2»', align: 'end', cell: ({ three }) => range(0, three - 1) },
  { key: 'three', title: '«3»', align: 'end', cell: ({ three, four }) => range(three, four - 1) },
  { key: 'four', title: '«4»', align: 'end', cell: ({ four, five }) => range(four, five - 1) },
  { key: 'five', title: '«5»', align: 'end', cell: ({ five, maxScore }) => range(five, maxScore) },
];

type MinimumRow = { subject: Subject; least: number; from: number };
const MINIMA: readonly MinimumRow[] = EGE_MINIMA.flatMap(({ from, minima }) =>
  SUBJECTS.flatMap((subject) => {
    const least = minima[subject];
    return least === undefined ? [] : [{ subject, least, from }];
  }),
);

type CodeRow = { exam: 'OGE' | 'EGE'; code: string; subject: Subject; from: number };
const CODES: readonly CodeRow[] = (['OGE', 'EGE'] as const).flatMap((exam) =>
  SUBJECT_CODES[exam].flatMap(({ from, codes }, place, all) =>
    Object.entries(codes)
      .filter(([code, subject]) => all[place - 1]?.codes[code] !== subject)
      .map(([code, subject]) => ({ exam, code, subject, from }))
      .sort((a, b) => a.code.localeCompare(b.code)),
  ),
);

const since = (year: number) => (year <= 2000 ? 'всегда' : `с ${formatSchoolYear(year)}`);

/** What files are read and judged by: scales, minimum scores, codes of subjects, layouts. */
export function DictionariesScreen({ page }: { page: DictionariesPage }) {
  const { canImport } = page;
  return (
    <>
      <PageHeader
        title="Справочники результатов"
        lead="По ним портал переводит баллы в отметки, считает не преодолевших минимум и узнаёт предметы и файлы."
        crumbs={[{ href: links.results(), title: 'Результаты' }]}
      />
      <ResultTabs now="dictionaries" canImport={canImport} />
      <Stack>
        <Section
          title="Шкалы ВПР"
          lead="Рекомендованные шкалы. Для других лет берётся ближайшая, и отчёт о файле об этом предупреждает."
        >
          <DataTable
            caption="Шкалы перевода первичных баллов ВПР в отметки"
            columns={SCALE_COLUMNS}
            rows={SCALES}
            rowKey={({ subject, grade, years }) => `${subject} ${grade} ${years}`}
          />
        </Section>
        <OwnScales page={page} />
        <TaskPlans page={page} />
        <Section title="Минимальные баллы ЕГЭ" lead="Базовая математика оценивается отметкой: не сдали те, у кого «2».">
          <DataTable
            caption="Минимальные тестовые баллы ЕГЭ"
            columns={[
              { key: 'subject', title: 'Предмет', main: true, cell: ({ subject }) => SUBJECT_WORDS[subject] },
              { key: 'least', title: 'Минимум', align: 'end', cell: ({ least }) => least },
              { key: 'from', title: 'Действует', cell: ({ from }) => since(from) },
            ]}
            rows={MINIMA}
            rowKey={({ subject, from }) => `${subject} ${from}`}
          />
        </Section>
        <Section
          title="Коды предметов"
          lead="У ОГЭ и ЕГЭ они разные: 09 – обществознание на ОГЭ и английский язык на ЕГЭ."
        >
          <DataTable
            caption="Коды предметов РИС ГИА"
            columns={[
              { key: 'exam', title: 'Экзамен', cell: ({ exam }) => EXAM_WORDS[exam] },
              { key: 'code', title: 'Код', main: true, cell: ({ code }) => code },
              { key: 'subject', title: 'Предмет', cell: ({ subject }) => SUBJECT_WORDS[subject] },
              { key: 'from', title: 'Действует', cell: ({ from }) => since(from) },
            ]}
            rows={CODES}
            rowKey={({ exam, code, from }) => `${exam} ${code} ${from}`}
          />
        </Section>
        <Section title="Формы файлов" lead="Файлы, которые портал узнаёт сам.">
          <DataTable
            caption="Формы файлов"
            columns={[
              { key: 'title', title: 'Форма', main: true, cell: ({ title }) => title },
              { key: 'unit', title: 'Строка файла', cell: ({ unit }) => UNIT_WORDS[unit] },
            ]}
            rows={PROFILES}
            rowKey={({ code }) => code}
          />
        </Section>
      </Stack>
    </>
  );
}

type Own = DictionariesPage['scales'][number];

/** Scales of the municipality's region, entered by the centre: they win over the table above for their year. */
function OwnScales({ page: { scales, canImport, presentYear } }: { page: DictionariesPage }) {
  if (scales.length === 0 && !canImport) return null;
  return (
    <Section title="Свои шкалы ВПР" lead="Для своего года они важнее рекомендованных. Загруженное раньше не меняется.">
      {scales.length > 0 && (
        <DataTable
          caption="Свои шкалы ВПР"
          columns={canImport ? [...OWN_COLUMNS, REMOVE] : OWN_COLUMNS}
          rows={scales}
          rowKey={({ id }) => id}
        />
      )}
      {canImport && (
        <Disclosure title="Внести шкалу">
          <Surface>
            <ActionForm action={saveScale} label="Шкала ВПР">
              <Columns count={4}>
                <SubjectSelect />
                <GradeSelect from={4} to={11} />
                <YearSelect presentYear={presentYear} />
                <TextInput name="maxScore" label="Наибольший балл" required inputMode="numeric" />
                <TextInput name="three" label="«3» – от скольких баллов" required inputMode="numeric" />
                <TextInput name="four" label="«4» – от скольких баллов" required inputMode="numeric" />
                <TextInput name="five" label="«5» – от скольких баллов" required inputMode="numeric" />
              </Columns>
              <TextInput name="source" label="Откуда шкала" required maxLength={300} />
              <SubmitButton pendingText="Записываем…">Записать шкалу</SubmitButton>
            </ActionForm>
          </Surface>
        </Disclosure>
      )}
    </Section>
  );
}

const OWN_COLUMNS: readonly Column<Own>[] = [
  {
    key: 'work',
    title: 'Работа',
    main: true,
    cell: ({ subject, grade }) => `${SUBJECT_WORDS[subject]}, ${grade} класс`,
  },
  { key: 'year', title: 'Учебный год', cell: ({ year }) => formatSchoolYear(year) },
  { key: 'two', title: '«2»', align: 'end', cell: ({ three }) => range(0, three - 1) },
  { key: 'three', title: '«3»', align: 'end', cell: ({ three, four }) => range(three, four - 1) },
  { key: 'four', title: '«4»', align: 'end', cell: ({ four, five }) => range(four, five - 1) },
  { key: 'five', title: '«5»', align: 'end', cell: ({ five, maxScore }) => range(five, maxScore) },
  { key: 'source', title: 'Откуда', cell: ({ source }) => source },
];

const REMOVE: Column<Own> = {
  key: 'remove',
  title: 'Что сделать',
  cell: (scale) => (
    <ActionForm
      action={dropScale}
      label={`Удаление шкалы: ${SUBJECT_WORDS[scale.subject]}, ${scale.grade} класс, ${formatSchoolYear(scale.year)}`}
    >
      <SeenResultImport found={scale} />
      <SubmitButton variant="quiet" size="small">
        Удалить
      </SubmitButton>
    </ActionForm>
  ),
};
