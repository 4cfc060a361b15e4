import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { DEVELOPMENT_LISTS, developmentTables } from '@/lib/development/development-queries';
import { developmentSearch } from '@/lib/development/development-search';
import { developmentSheet } from '@/lib/development/development-sheet';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** A list under the filter of its screen, with what the screen hides hidden. */
export const GET = defineRoute({
  permission: 'development.read',
  params: z.object({ list: z.enum(DEVELOPMENT_LISTS) }),
  handle: async ({ viewer, params: { list }, request }) => {
    const search = developmentSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { title, columns, rows } = developmentSheet(list, await developmentTables.as(viewer, list, search));
    return new Response(streamXlsx({ sheets: [{ name: title, columns, rows }] }), {
      headers: {
        'Content-Type': XLSX_TYPE,
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.xlsx`)}`,
      },
    });
  },
});
