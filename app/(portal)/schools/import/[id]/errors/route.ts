import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { REMARK_COLUMNS, remarkCells } from '@/lib/schools/import/remark-sheet';
import { remarkedRows } from '@/lib/schools/import-queries';

/** Every remark to the rows of a list, to be worked through beside the file. */
export const GET = defineRoute({
  permission: 'school.import',
  params: z.object({ id }),
  handle: async ({ viewer, params }) => {
    const found = await remarkedRows(viewer, params.id);
    async function* rows() {
      for await (const row of found) yield* remarkCells(row);
    }
    const file = streamXlsx({ sheets: [{ name: 'Замечания', columns: REMARK_COLUMNS, rows: rows() }] });
    return new Response(file, {
      headers: {
        'Content-Type': XLSX_TYPE,
        'Content-Disposition': `attachment; filename="remarks.xlsx"; filename*=UTF-8''${encodeURIComponent('Замечания к списку школ.xlsx')}`,
      },
    });
  },
});
