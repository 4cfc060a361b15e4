import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { roadmapSearch, spanWords } from '@/lib/roadmaps/roadmap';
import { roadmapsTable } from '@/lib/roadmaps/roadmap-queries';
import { ROADMAP_STATUS_WORDS } from '@/lib/roadmaps/words';

/** The list of roadmaps as a spreadsheet: the rows, order and words of the screen. */
export const GET = defineRoute({
  permission: 'roadmap.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = roadmapSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const lines = await roadmapsTable.as(viewer, search);
    const body = streamXlsx({
      sheets: [
        {
          name: 'Дорожные карты',
          columns: [
            { title: 'Название', width: 50, kind: 'text' },
            { title: 'Чья', width: 30, kind: 'text' },
            { title: 'Год', width: 24, kind: 'text' },
            { title: 'Состояние', width: 16, kind: 'text' },
            { title: 'Выполнено', width: 12, kind: 'number' },
            { title: 'Всего строк', width: 12, kind: 'number' },
            { title: 'Срок прошёл', width: 12, kind: 'number' },
          ],
          rows: lines.map((line) => [
            line.title,
            line.schoolName ?? 'муниципалитета',
            spanWords(line),
            ROADMAP_STATUS_WORDS[line.status],
            line.progress.done,
            line.progress.total,
            line.progress.late,
          ]),
        },
      ],
    });
    const name = encodeURIComponent('Дорожные карты.xlsx');
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
