import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { formatDay } from '@/lib/kernel/day';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { programmeSearch, yearsWords } from '@/lib/programmes/programme';
import { programmesTable } from '@/lib/programmes/programme-queries';
import { KIND_WORDS, STATE_WORDS } from '@/lib/programmes/words';

/** The list of programmes as a spreadsheet: the rows, order and words of the screen. */
export const GET = defineRoute({
  permission: 'programme.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = programmeSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const lines = await programmesTable.as(viewer, search);
    const body = streamXlsx({
      sheets: [
        {
          name: 'Программы',
          columns: [
            { title: 'Название', width: 60, kind: 'text' },
            { title: 'Чья', width: 30, kind: 'text' },
            { title: 'Вид', width: 32, kind: 'text' },
            { title: 'Годы', width: 18, kind: 'text' },
            { title: 'Редакция', width: 10, kind: 'number' },
            { title: 'Состояние', width: 22, kind: 'text' },
            { title: 'Приказ', width: 24, kind: 'text' },
          ],
          rows: lines.map((line) => [
            line.title,
            line.schoolName ?? 'муниципалитета',
            KIND_WORDS[line.kind],
            yearsWords(line),
            line.edition,
            STATE_WORDS[line.state],
            line.orderDate ? `№ ${line.orderNumber} от ${formatDay(line.orderDate)}` : '',
          ]),
        },
      ],
    });
    const name = encodeURIComponent('Программы.xlsx');
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
