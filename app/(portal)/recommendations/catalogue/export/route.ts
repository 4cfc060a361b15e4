import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { catalogueTable } from '@/lib/recommendations/catalogue-queries';
import { catalogueSearch } from '@/lib/recommendations/catalogue-search';
import { REMEDY_COLUMNS, remedyCells } from '@/lib/recommendations/recommendation-sheet';

/** The catalogue under the filter of the screen. */
export const GET = defineRoute({
  permission: 'recommendation.change',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = catalogueSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const lines = await catalogueTable.as(viewer, search);
    const sheets = [{ name: 'Каталог мер', columns: REMEDY_COLUMNS, rows: lines.map(remedyCells) }];
    const name = encodeURIComponent('Каталог мер.xlsx');
    return new Response(streamXlsx({ sheets }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
