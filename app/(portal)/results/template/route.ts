import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { schoolsForForm } from '@/lib/results/import-queries';
import { formSheet } from '@/lib/results/results-sheet';

/** The centre's own form with its schools in it: what the portal counts besides exams. */
export const GET = defineRoute({
  permission: 'results.import',
  params: z.object({}),
  handle: async ({ viewer }) => {
    const sheets = formSheet(await schoolsForForm.as(viewer));
    return new Response(streamXlsx({ sheets }), {
      headers: {
        'Content-Type': XLSX_TYPE,
        'Content-Disposition': `attachment; filename="form.xlsx"; filename*=UTF-8''${encodeURIComponent('Форма центра – итоги года.xlsx')}`,
      },
    });
  },
});
