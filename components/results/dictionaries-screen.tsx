import { ResultTabs } from '@/components/results/result-tabs';
import { type Column, DataTable } from '@/components/table/data-table';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { type MarkScale, VPR_SCALES } from '@/lib/results/dictionaries/mark-scales';
import { EGE_MINIMA } from '@/lib/results/dictionaries/minimum-scores';
import { SUBJECT_CODES } from '@/lib/results/dictionaries/subject-codes';
import { PROFILES } from '@/lib/results/layouts/profiles';
import type { Subject } from '@/lib/results/result';
import { SUBJECTS } from '@/lib/results/result';
import { EXAM_WORDS, SUBJECT_WORDS, UNIT_WORDS } from '@/lib/results/words';

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
export function DictionariesScreen({ page: { canImport } }: { page: { canImport: boolean } }) {
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
