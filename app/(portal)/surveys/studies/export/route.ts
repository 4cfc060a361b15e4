import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { studiesSheet } from '@/lib/support/studies/study-queries';
import { studySearch } from '@/lib/support/studies/study-search';
import { STUDY_COLUMNS, studyCells } from '@/lib/support/support-sheet';

/** The studies under the filter of the screen. */
export const GET = defineRoute({
  permission: 'support.list',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = studySearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { rows, today } = await studiesSheet.as(viewer, search);
    const name = encodeURIComponent('Исследования.xlsx');
    const cells = rows.map((row) => studyCells(row, today));
    return new Response(streamXlsx({ sheets: [{ name: 'Исследования', columns: STUDY_COLUMNS, rows: cells }] }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
