import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import type { Viewer } from '@/lib/access/viewer';
import { everySchool, noteOverviewExport } from '@/lib/diagnostics/overviews/overview-export-queries';
import { type SchoolsSearch, schoolsSearch } from '@/lib/diagnostics/overviews/overview-filter';
import { type OverviewGridPage, overviewGridPage } from '@/lib/diagnostics/overviews/overview-queries';
import { cellState } from '@/lib/diagnostics/overviews/overview-shape';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** A point is a number, so that a column adds up; what is no answer is a word. */
const CELLS = { point: '1', none: '0', inapplicable: 'неприменимо', missing: 'нет данных' } as const;

async function* rowsOf(viewer: Viewer, search: SchoolsSearch, items: OverviewGridPage['items']) {
  for await (const row of everySchool(viewer, search)) {
    yield [row.schoolName, row.sum, row.max, ...items.map((item) => CELLS[cellState(row.points[item.position])])];
  }
}

/** Schools × criteria as a spreadsheet. */
export const GET = defineRoute({
  permission: 'dashboard.municipality',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = schoolsSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { items } = await overviewGridPage.as(viewer, search);
    await noteOverviewExport(viewer, 'grid');
    const body = streamXlsx({
      sheets: [
        {
          name: 'Школы и критерии',
          columns: [
            { title: 'Школа', width: 36, kind: 'text' },
            { title: 'Сумма', width: 10, kind: 'integer' },
            { title: 'Из возможных', width: 14, kind: 'integer' },
            ...items.map((item) => ({ title: item.code, width: 12, kind: 'text' as const })),
          ],
          rows: rowsOf(viewer, search, items),
        },
      ],
    });
    const name = encodeURIComponent('Школы и критерии.xlsx');
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
