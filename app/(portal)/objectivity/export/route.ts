import { z } from 'zod';
import { mapSheets } from '@/components/objectivity/map-sheets';
import { defineRoute } from '@/lib/access/define-route';
import { noteMapExport, objectivityMap } from '@/lib/objectivity/objectivity-queries';
import { objectivitySearch } from '@/lib/objectivity/objectivity-search';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** The objectivity map and the signs behind it as a spreadsheet. */
export const GET = defineRoute({
  permission: 'objectivity.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = objectivitySearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const page = await objectivityMap.as(viewer, search);
    await noteMapExport(viewer);
    const name = encodeURIComponent('Карта объективности.xlsx');
    return new Response(streamXlsx({ sheets: mapSheets(page) }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
