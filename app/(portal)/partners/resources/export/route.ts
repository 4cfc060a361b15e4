import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { resourceSearch } from '@/lib/partnerships/partnership-search';
import { RESOURCE_COLUMNS, resourceCells } from '@/lib/partnerships/partnership-sheet';
import { resourcesExport } from '@/lib/partnerships/resource-queries';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** The resources under the filter of the screen. */
export const GET = defineRoute({
  permission: 'partnership.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const params = Object.fromEntries(new URL(request.url).searchParams);
    const found = await resourcesExport.as(viewer, resourceSearch.parse(params));
    async function* rows() {
      for (const one of found) yield resourceCells(one);
    }
    const sheet = { name: 'Ресурсы', columns: RESOURCE_COLUMNS, rows: rows() };
    const name = encodeURIComponent('Ресурсы.xlsx');
    return new Response(streamXlsx({ sheets: [sheet] }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
