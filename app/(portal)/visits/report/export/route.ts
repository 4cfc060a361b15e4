import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { consultationReport, noteReportExport } from '@/lib/visits/consultation-queries';
import { reportSearch } from '@/lib/visits/visit-search';
import { REPORT_COLUMNS, reportCells } from '@/lib/visits/visit-sheet';

/** Requests by theme and month of a school year. */
export const GET = defineRoute({
  permission: 'consultation.report',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const params = Object.fromEntries(new URL(request.url).searchParams);
    await noteReportExport.as(viewer);
    const found = (await consultationReport.as(viewer, reportSearch.parse(params).year)).rows;
    async function* rows() {
      for (const one of found) yield reportCells(one);
    }
    const sheet = { name: 'По темам и месяцам', columns: REPORT_COLUMNS, rows: rows() };
    const name = encodeURIComponent('Консультации по темам.xlsx');
    return new Response(streamXlsx({ sheets: [sheet] }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
