import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { consultationRows, noteConsultationsExport } from '@/lib/visits/consultation-queries';
import { consultationSearch } from '@/lib/visits/visit-search';
import { CONSULTATION_COLUMNS, consultationCells } from '@/lib/visits/visit-sheet';

/** The requests under the filter of the screen, as a streamed file. */
export const GET = defineRoute({
  permission: 'visit.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const params = Object.fromEntries(new URL(request.url).searchParams);
    const search = consultationSearch.parse(params);
    const today = await noteConsultationsExport.as(viewer);
    async function* rows() {
      for await (const one of consultationRows(viewer, search)) yield consultationCells(one, today);
    }
    const sheet = { name: 'Консультации', columns: CONSULTATION_COLUMNS, rows: rows() };
    const name = encodeURIComponent('Консультации.xlsx');
    return new Response(streamXlsx({ sheets: [sheet] }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
