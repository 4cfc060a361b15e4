import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { noteExport, registerRows } from '@/lib/schools/export-queries';
import { registerFilter } from '@/lib/schools/register';
import { REGISTER_COLUMNS, registerCells } from '@/lib/schools/register-sheet';

/** The register under the filter of the screen, as a streamed file. */
export const GET = defineRoute({
  permission: 'school.list',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const filter = registerFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
    await noteExport(viewer, filter);
    async function* rows() {
      for await (const school of registerRows(viewer, filter)) yield registerCells(school);
    }
    const file = streamXlsx({ sheets: [{ name: 'Школы', columns: REGISTER_COLUMNS, rows: rows() }] });
    return new Response(file, {
      headers: {
        'Content-Type': XLSX_TYPE,
        'Content-Disposition': `attachment; filename="schools.xlsx"; filename*=UTF-8''${encodeURIComponent('Школы.xlsx')}`,
      },
    });
  },
});
