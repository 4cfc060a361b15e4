import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { noteVisitsExport, visitRows } from '@/lib/visits/visit-queries';
import { visitSearch } from '@/lib/visits/visit-search';
import { VISIT_COLUMNS, visitCells } from '@/lib/visits/visit-sheet';

/** The visits under the filter of the screen, as a streamed file. */
export const GET = defineRoute({
  permission: 'visit.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const params = Object.fromEntries(new URL(request.url).searchParams);
    const search = visitSearch.parse(params);
    const today = await noteVisitsExport.as(viewer);
    async function* rows() {
      for await (const one of visitRows(viewer, search, today)) yield visitCells(one);
    }
    const sheet = { name: 'Визиты', columns: VISIT_COLUMNS, rows: rows() };
    const name = encodeURIComponent('Визиты.xlsx');
    return new Response(streamXlsx({ sheets: [sheet] }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
