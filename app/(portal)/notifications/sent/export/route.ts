import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { sentSearch } from '@/lib/notifications/notification';
import { sentTable } from '@/lib/notifications/notification-queries';
import { SENT_COLUMNS, sentCells } from '@/lib/notifications/sent-sheet';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** What was sent under the filter of the screen, as a file. */
export const GET = defineRoute({
  permission: 'notification.sent',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = sentSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { rows, timeZone } = await sentTable.as(viewer, search);
    async function* cells() {
      for (const row of rows) yield sentCells(row, timeZone);
    }
    const name = encodeURIComponent('Уведомления.xlsx');
    return new Response(streamXlsx({ sheets: [{ name: 'Уведомления', columns: SENT_COLUMNS, rows: cells() }] }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
