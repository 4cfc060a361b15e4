import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { formatDay } from '@/lib/kernel/day';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { isLate } from '@/lib/roadmaps/plan';
import { dueSearch } from '@/lib/roadmaps/roadmap';
import { dueRowsTable } from '@/lib/roadmaps/roadmap-queries';
import { ROW_STATE_WORDS } from '@/lib/roadmaps/words';

/** Rows of all roadmaps by their last day as a spreadsheet: the rows and words of the screen. */
export const GET = defineRoute({
  permission: 'roadmap.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = dueSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const page = await dueRowsTable.as(viewer, search);
    const body = streamXlsx({
      sheets: [
        {
          name: 'Строки по срокам',
          columns: [
            { title: '№ п/п', width: 8, kind: 'text' },
            { title: 'Мероприятие', width: 60, kind: 'text' },
            { title: 'Чья карта', width: 24, kind: 'text' },
            { title: 'Дорожная карта', width: 40, kind: 'text' },
            { title: 'Срок', width: 22, kind: 'text' },
            { title: 'Последний день', width: 16, kind: 'text' },
            { title: 'Ответственные', width: 30, kind: 'text' },
            { title: 'Состояние', width: 18, kind: 'text' },
            { title: 'Срок прошёл', width: 12, kind: 'text' },
          ],
          rows: page.rows.map((row) => [
            row.number,
            row.measure,
            row.schoolName ?? 'муниципалитета',
            row.roadmapTitle,
            row.term,
            row.due ? formatDay(row.due) : '',
            row.responsible,
            ROW_STATE_WORDS[row.state],
            isLate(row, page.today) ? 'да' : '',
          ]),
        },
      ],
    });
    const name = encodeURIComponent('Строки дорожных карт.xlsx');
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
