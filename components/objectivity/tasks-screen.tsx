import { ResultTabs } from '@/components/results/result-tabs';
import { type Column, DataTable } from '@/components/table/data-table';
import { DownloadLink } from '@/components/table/download-link';
import { type Filter, FilterBar } from '@/components/table/filter-bar';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Columns, Section, Stack, Surface } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { Picture } from '@/lib/objectivity/picture';
import type { Field } from '@/lib/objectivity/task-levels';
import type { TaskDone, TaskRow } from '@/lib/objectivity/task-page';
import type { TaskSearch, TasksPage } from '@/lib/objectivity/task-queries';
import { workKey } from '@/lib/results/view';
import { workWords } from '@/lib/results/words';
import { BesideChart } from './beside-chart';
import { LEVEL_WORDS, percentWords, STATE_WORDS, THRESHOLD_SENTENCE } from './task-words';

type Props = { page: TasksPage; search: TaskSearch };

/** How each task of a work was done, and which fields of content and skill that shows to be problems. */
export function TasksScreen({ page, search }: Props) {
  const { work, year, rows } = page;
  return (
    <>
      <PageHeader
        title="Выполнение заданий"
        lead={
          page.isSchool
            ? 'Как ваши ученики выполнили каждое задание и какие темы просят внимания.'
            : 'Какие темы и умения просят внимания в муниципалитете и в школе. Данные служат для адресной методической помощи.'
        }
        crumbs={[{ href: links.results(), title: 'Результаты' }]}
      />
      {!page.isSchool && <ResultTabs now="tasks" canImport={page.canImport} />}
      {rows.length === 0 || !work || year === undefined ? (
        <EmptyState
          title="Результатов по заданиям ещё нет"
          icon="list"
          actions={page.canImport && <ButtonLink href={links.resultImports()}>Загрузить файлы</ButtonLink>}
        >
          Они есть в полных выгрузках ВПР и в протоколах ГИА, где баллы записаны по каждому заданию.
        </EmptyState>
      ) : (
        <Stack>
          <div>
            <FilterBar
              address={{ path: links.resultTasks(), params: { ...search, year: search.year?.toString() } }}
              filters={filtersOf(page)}
            />
            <p className="max-w-measure text-ink-soft">{THRESHOLD_SENTENCE}</p>
          </div>
          {page.absentSchool && (
            <Notice title={`Заданий этой работы у школы нет: ${page.absentSchool}`}>
              <p>
                Школа не писала эту работу, или её файл без баллов по заданиям. Ниже – {AROUND[aroundOf(page)].of}.
                Выберите другую работу или школу.
              </p>
            </Notice>
          )}
          {page.unknown > 0 && <Unknown page={page} />}
          <Fields page={page} />
          <BesideChart picture={pictureOf(page)} names={namesOf(page)} />
          <Tasks page={page} search={search} />
          {!page.isSchool && page.schools.length > 0 && <Schools page={page} />}
        </Stack>
      )}
    </>
  );
}

/** Whose results stand beside the school's: the municipality's, or those of the schools assigned to a curator. */
const AROUND = {
  whole: {
    name: 'Муниципалитет',
    others: 'Муниципалитет без школы',
    of: 'все школы муниципалитета',
    fields: 'Проблемные поля муниципалитета',
  },
  part: {
    name: 'Ваши школы',
    others: 'Остальные ваши школы',
    of: 'закреплённые за вами школы',
    fields: 'Проблемные поля ваших школ',
  },
} as const;
const aroundOf = ({ isPart }: TasksPage) => (isPart ? 'part' : 'whole');
const aroundName = (page: TasksPage) => AROUND[aroundOf(page)][page.schoolName ? 'others' : 'name'];

const namesOf = (page: TasksPage) => ({
  school: page.schoolName,
  territory: page.isSchool ? undefined : aroundName(page).toLowerCase(),
});

function filtersOf({ years, works, schools, isSchool }: TasksPage): Filter[] {
  const of = [
    {
      kind: 'select' as const,
      name: 'year',
      label: 'Учебный год',
      all: 'Последний',
      options: years.map((one) => ({ value: String(one), label: formatSchoolYear(one) })),
    },
    {
      kind: 'select' as const,
      name: 'work',
      label: 'Работа',
      all: 'Первая по списку',
      options: works.map((one) => ({ value: workKey(one), label: workWords(one) })),
    },
  ];
  if (isSchool) return of;
  const named = schools.map(({ schoolId, name }) => ({ value: schoolId, label: name }));
  return [...of, { kind: 'select', name: 'school', label: 'Школа', all: 'Все школы', options: named }];
}

function Unknown({ page: { unknown, canImport } }: { page: TasksPage }) {
  return (
    <Notice tone="warning" title={`Уровень не указан: ${count(unknown, ['задание', 'задания', 'заданий'])}`}>
      <p>
        Оценить задание можно, когда известен его уровень.{' '}
        {canImport ? (
          <SiteLink href={links.resultDictionaries()} className="link">
            Внесите задания из описания работы в справочник
          </SiteLink>
        ) : (
          'Центр может внести задания из описания работы в справочник'
        )}
        .
      </p>
    </Notice>
  );
}

function Fields({ page }: { page: TasksPage }) {
  const { content, activity, schoolName } = page;
  if (content.length + activity.length === 0) return null;
  const problems = [...content, ...activity].filter(({ isProblem }) => isProblem);
  return (
    <Section
      title={schoolName ? `Проблемные поля: ${schoolName}` : AROUND[aroundOf(page)].fields}
      lead={
        problems.length === 0
          ? 'Ни в одном поле большинство заданий не выполнено недостаточно.'
          : `Просят внимания: ${problems.map(({ name }) => `«${name}»`).join(', ')}.`
      }
    >
      <Columns count={2}>
        <FieldList title="По содержанию" fields={content} />
        <FieldList title="По умению" fields={activity} />
      </Columns>
    </Section>
  );
}

function FieldList({ title, fields }: { title: string; fields: readonly Field[] }) {
  if (fields.length === 0) return null;
  return (
    <Surface>
      <h3 className="text-lg">{title}</h3>
      <ul className="mt-3 divide-y divide-line">
        {fields.map(({ name, tasks, insufficient, judged, isProblem }) => (
          <li key={name} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0">
              {name} <span className="text-sm text-ink-soft">({tasks.map(({ code }) => code).join(', ')})</span>
            </span>
            <span className="flex items-baseline gap-2 text-sm">
              {judged === 0 ? 'не оценивается' : `недостаточно ${insufficient} из ${judged}`}
              {isProblem && <Badge tone="warning">проблемное поле</Badge>}
            </span>
          </li>
        ))}
      </ul>
    </Surface>
  );
}

function pictureOf(page: TasksPage): Picture {
  const { rows, work, year, schoolName, isSchool } = page;
  const of = work && year !== undefined ? `${workWords(work)}, ${formatSchoolYear(year)}` : '';
  const least = rows
    .flatMap(({ code, all, school }) => {
      const percent = (school ?? all).percent;
      return percent === null ? [] : [{ code, percent }];
    })
    .sort((a, b) => a.percent - b.percent)[0];
  return {
    title: `Выполнение заданий: ${of}`,
    sentence: least
      ? `${schoolName ?? AROUND[aroundOf(page)].name}: труднее всего далось задание ${least.code} – ${percentWords(least.percent)} возможных баллов.`
      : 'Баллов по заданиям нет.',
    axis: 'Задание',
    categories: rows.map(({ code, all, school }) => ({
      label: code,
      school: school?.percent ?? null,
      territory: isSchool ? null : all.percent,
    })),
    borders: [],
  };
}

function Tasks({ page, search }: Props) {
  const { rows, schoolName, isSchool } = page;
  const columns: Column<TaskRow>[] = [
    { key: 'code', title: 'Задание', main: true, cell: ({ code }) => code },
    { key: 'max', title: 'Баллов', align: 'end', cell: ({ maxScore }) => maxScore },
    { key: 'level', title: 'Уровень', cell: ({ about }) => (about ? LEVEL_WORDS[about.level] : '–') },
    { key: 'content', title: 'Содержание', cell: ({ about }) => about?.content || '–' },
    { key: 'activity', title: 'Умение', cell: ({ about }) => about?.activity || '–' },
    ...(schoolName ? [doneColumn('school', schoolName, ({ school }) => school)] : []),
    ...(isSchool ? [] : [doneColumn('all', aroundName(page), ({ all }) => all)]),
  ];
  return (
    <Section
      title="Задания"
      actions={
        <DownloadLink href={links.resultTasksExport({ ...search, year: search.year?.toString() })} what="задания" />
      }
    >
      <DataTable caption="Задания работы" columns={columns} rows={rows} rowKey={({ code }) => code} />
    </Section>
  );
}

const doneColumn = (key: string, title: string, of: (row: TaskRow) => TaskDone | null): Column<TaskRow> => ({
  key,
  title,
  align: 'end',
  cell: (row) => {
    const done = of(row);
    if (!done) return 'не писала';
    return (
      <>
        <span className={done.state === 'INSUFFICIENT' ? 'font-semibold' : ''}>{percentWords(done.percent)}</span>
        <span className="block text-sm text-ink-soft">
          {STATE_WORDS[done.state]}, n&nbsp;=&nbsp;{done.attempted}
        </span>
      </>
    );
  },
});

type SchoolRow = TasksPage['schools'][number];

function Schools({ page: { schools, work, year } }: { page: TasksPage }) {
  const address = (school: string) =>
    links.resultTasks({ work: work && workKey(work), year: year === undefined ? undefined : String(year), school });
  const columns: Column<SchoolRow>[] = [
    {
      key: 'name',
      title: 'Школа',
      main: true,
      cell: ({ name, schoolId }) => (
        <SiteLink href={address(schoolId)} className="link">
          {name}
        </SiteLink>
      ),
    },
    { key: 'n', title: 'Писали', align: 'end', cell: ({ participants }) => participants },
    {
      key: 'insufficient',
      title: 'Недостаточно выполнено заданий',
      align: 'end',
      cell: ({ insufficient, judged }) => (judged === 0 ? 'не оценивается' : `${insufficient} из ${judged}`),
    },
  ];
  return (
    <Section title="Школы" lead="По алфавиту: это не рейтинг.">
      <DataTable
        caption="Школы, которые писали работу"
        columns={columns}
        rows={schools}
        rowKey={(one) => one.schoolId}
      />
    </Section>
  );
}
