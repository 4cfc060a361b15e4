import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import type { Viewer } from '@/lib/access/viewer';
import { everySchool, noteOverviewExport } from '@/lib/diagnostics/overviews/overview-export-queries';
import type { SchoolsSearch } from '@/lib/diagnostics/overviews/overview-filter';
import { schoolsSearch } from '@/lib/diagnostics/overviews/overview-filter';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

async function* rowsOf(viewer: Viewer, search: SchoolsSearch) {
  for await (const row of everySchool(viewer, search)) {
    yield [
      row.schoolName,
      row.sum,
      row.max,
      row.extra > 0 ? row.sum + row.extra : row.sum,
      row.verdictText,
      row.listed ? viewer.publicLabel : '',
    ];
  }
}

/** The list of schools behind a number as a spreadsheet: its filter and order, every page of it. */
export const GET = defineRoute({
  permission: 'dashboard.municipality',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = schoolsSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    await noteOverviewExport(viewer, 'schools');
    const body = streamXlsx({
      sheets: [
        {
          name: 'Школы',
          columns: [
            { title: 'Школа', width: 36, kind: 'text' },
            { title: 'Сумма', width: 10, kind: 'integer' },
            { title: 'Из возможных', width: 14, kind: 'integer' },
            { title: 'С пропусками до', width: 16, kind: 'integer' },
            { title: 'Вывод', width: 34, kind: 'text' },
            { title: 'По приказу', width: 30, kind: 'text' },
          ],
          rows: rowsOf(viewer, search),
        },
      ],
    });
    const name = encodeURIComponent('Школы.xlsx');
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
