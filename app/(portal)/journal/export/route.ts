import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { journalFilter } from '@/lib/access/journal-page';
import { journalTable, noteJournalExport } from '@/lib/access/journal-queries';
import { detailWords, roleWords } from '@/lib/access/journal-words';
import { actionWords } from '@/lib/audit/words';
import { formatMoment } from '@/lib/kernel/moment';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** The journal under the filter of the screen, newest first, streamed. */
export const GET = defineRoute({
  permission: 'journal.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const filter = journalFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
    await noteJournalExport.as(viewer);
    async function* rows() {
      for await (const line of journalTable(viewer, filter)) {
        yield [
          Number(line.seq),
          formatMoment(line.at, viewer.timeZone),
          actionWords(line.action),
          line.actorName ?? '',
          roleWords(line.actorRole),
          detailWords(line.details, viewer.timeZone),
        ];
      }
    }
    const body = streamXlsx({
      sheets: [
        {
          name: 'Журнал',
          columns: [
            { title: '№', width: 10, kind: 'integer' },
            { title: 'Когда', width: 20, kind: 'text' },
            { title: 'Что', width: 36, kind: 'text' },
            { title: 'Кто', width: 36, kind: 'text' },
            { title: 'Роль', width: 30, kind: 'text' },
            { title: 'Подробности', width: 60, kind: 'text' },
          ],
          rows: rows(),
        },
      ],
    });
    const name = encodeURIComponent('Журнал.xlsx');
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
