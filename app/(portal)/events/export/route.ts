import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { eventRows, noteEventsExport } from '@/lib/events/event-queries';
import { eventSearch } from '@/lib/events/event-search';
import { EVENT_COLUMNS, eventCells } from '@/lib/events/event-sheet';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** The events under the filter of the screen, as a streamed file. */
export const GET = defineRoute({
  permission: 'event.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = eventSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const year = await noteEventsExport.as(viewer, search);
    async function* rows() {
      for await (const event of eventRows(viewer, search, year)) yield eventCells(event, event.seats);
    }
    const name = encodeURIComponent('Мероприятия.xlsx');
    return new Response(streamXlsx({ sheets: [{ name: 'Мероприятия', columns: EVENT_COLUMNS, rows: rows() }] }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
