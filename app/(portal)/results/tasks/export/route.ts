import { z } from 'zod';
import { LEVEL_WORDS, STATE_WORDS } from '@/components/objectivity/task-words';
import { defineRoute } from '@/lib/access/define-route';
import { taskSearch, tasksExport } from '@/lib/objectivity/task-queries';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

const rounded = (percent: number | null | undefined) => (percent == null ? null : Math.round(percent * 10) / 10);

/** Tasks of a work as the screen shows them. */
export const GET = defineRoute({
  permission: 'results.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = taskSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { rows, schoolName, isSchool, isPart } = await tasksExport.as(viewer, search);
    const [whole, others] = isPart
      ? ['Ваши школы', 'Остальные ваши школы']
      : ['Муниципалитет', 'Муниципалитет без школы'];
    const around = schoolName ? others : whole;
    const done = (title: string) => [
      { title: `${title}: участников`, width: 16, kind: 'integer' as const },
      { title: `${title}, %`, width: 16, kind: 'number' as const },
      { title: `${title}: оценка`, width: 22, kind: 'text' as const },
    ];
    const file = streamXlsx({
      sheets: [
        {
          name: 'Задания',
          columns: [
            { title: 'Задание', width: 10, kind: 'text' as const },
            { title: 'Баллов', width: 10, kind: 'integer' as const },
            { title: 'Уровень', width: 24, kind: 'text' as const },
            { title: 'Содержание', width: 40, kind: 'text' as const },
            { title: 'Умение', width: 40, kind: 'text' as const },
            ...(schoolName ? done(schoolName) : []),
            ...(isSchool ? [] : done(around)),
          ],
          rows: rows.map(({ code, maxScore, about, all, school }) => [
            ...[code, maxScore, about ? LEVEL_WORDS[about.level] : '', about?.content ?? '', about?.activity ?? ''],
            ...(schoolName
              ? [school?.attempted ?? null, rounded(school?.percent), school ? STATE_WORDS[school.state] : '']
              : []),
            ...(isSchool ? [] : [all.attempted, rounded(all.percent), STATE_WORDS[all.state]]),
          ]),
        },
      ],
    });
    return new Response(file, {
      headers: {
        'Content-Type': XLSX_TYPE,
        'Content-Disposition': `attachment; filename="tasks.xlsx"; filename*=UTF-8''${encodeURIComponent('Выполнение заданий.xlsx')}`,
      },
    });
  },
});
