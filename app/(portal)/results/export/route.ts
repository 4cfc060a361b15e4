import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { resultsForExport } from '@/lib/results/queries';
import { RESULT_COLUMNS, resultCells } from '@/lib/results/results-sheet';
import { resultsFilter } from '@/lib/results/view';

/** The table of results under the filter of the screen. */
export const GET = defineRoute({
  permission: 'results.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const filter = resultsFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { rows } = await resultsForExport.as(viewer, filter);
    const file = streamXlsx({ sheets: [{ name: 'Результаты', columns: RESULT_COLUMNS, rows: rows.map(resultCells) }] });
    return new Response(file, {
      headers: {
        'Content-Type': XLSX_TYPE,
        'Content-Disposition': `attachment; filename="results.xlsx"; filename*=UTF-8''${encodeURIComponent('Результаты.xlsx')}`,
      },
    });
  },
});
