import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { supportSheet } from '@/lib/support/cases/case-queries';
import { caseSearch } from '@/lib/support/cases/case-search';
import { CASE_COLUMNS, caseCells } from '@/lib/support/support-sheet';

/** The cases under the filter of the screen. */
export const GET = defineRoute({
  permission: 'support.list',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = caseSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { rows, year } = await supportSheet.as(viewer, search);
    const name = encodeURIComponent('Сопровождение.xlsx');
    const cells = rows.map((row) => caseCells(row, year));
    return new Response(streamXlsx({ sheets: [{ name: 'Сопровождение', columns: CASE_COLUMNS, rows: cells }] }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
