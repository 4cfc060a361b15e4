import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { mentoringExport } from '@/lib/partnerships/mentoring-queries';
import { mentoringSearch } from '@/lib/partnerships/partnership-search';
import { PAIR_COLUMNS, pairCells } from '@/lib/partnerships/partnership-sheet';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** The mentoring pairs under the filter of the screen. */
export const GET = defineRoute({
  permission: 'partnership.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const params = Object.fromEntries(new URL(request.url).searchParams);
    const found = await mentoringExport.as(viewer, mentoringSearch.parse(params));
    async function* rows() {
      for (const one of found) yield pairCells(one);
    }
    const sheet = { name: 'Наставничество', columns: PAIR_COLUMNS, rows: rows() };
    const name = encodeURIComponent('Наставничество.xlsx');
    return new Response(streamXlsx({ sheets: [sheet] }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
