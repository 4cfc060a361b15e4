import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { isHeading, isLate } from '@/lib/roadmaps/plan';
import { rowSearch } from '@/lib/roadmaps/roadmap';
import { roadmapTable } from '@/lib/roadmaps/roadmap-queries';
import { ROW_STATE_WORDS } from '@/lib/roadmaps/words';

/** The rows of a roadmap as a spreadsheet: those of the screen, in its columns. */
export const GET = defineRoute({
  permission: 'roadmap.read',
  params: z.object({ id }),
  handle: async ({ viewer, params, request }) => {
    const search = rowSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const page = await roadmapTable.as(viewer, params.id, search);
    const body = streamXlsx({
      sheets: [
        {
          name: 'План',
          columns: [
            { title: '№ п/п', width: 8, kind: 'text' },
            { title: 'Мероприятия', width: 60, kind: 'text' },
            { title: 'Срок', width: 22, kind: 'text' },
            { title: 'Ответственные', width: 30, kind: 'text' },
            { title: 'Результат', width: 40, kind: 'text' },
            { title: 'Форма представления результата', width: 30, kind: 'text' },
            { title: 'Состояние', width: 18, kind: 'text' },
            { title: 'Срок прошёл', width: 12, kind: 'text' },
            { title: 'Подтверждений', width: 14, kind: 'number' },
          ],
          rows: page.rows.map((row) => [
            row.number,
            row.measure,
            row.term,
            row.responsible,
            row.result,
            row.form,
            isHeading(row) ? '' : ROW_STATE_WORDS[row.state],
            isLate(row, page.today) ? 'да' : '',
            isHeading(row) ? null : (page.proofs.get(row.id) ?? 0),
          ]),
        },
      ],
    });
    const name = encodeURIComponent(`${page.roadmap.title.slice(0, 80)}.xlsx`);
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
