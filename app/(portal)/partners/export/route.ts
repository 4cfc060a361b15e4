import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { notePartnershipsExport, partnershipRows } from '@/lib/partnerships/partnership-queries';
import { partnershipSearch } from '@/lib/partnerships/partnership-search';
import { PARTNERSHIP_COLUMNS, partnershipCells } from '@/lib/partnerships/partnership-sheet';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** The partnerships under the filter of the screen, as a streamed file. */
export const GET = defineRoute({
  permission: 'partnership.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const params = Object.fromEntries(new URL(request.url).searchParams);
    const search = partnershipSearch.parse(params);
    await notePartnershipsExport.as(viewer);
    async function* rows() {
      for await (const one of partnershipRows(viewer, search)) yield partnershipCells(one);
    }
    const sheet = { name: 'Партнёрства', columns: PARTNERSHIP_COLUMNS, rows: rows() };
    const name = encodeURIComponent('Партнёрства.xlsx');
    return new Response(streamXlsx({ sheets: [sheet] }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
