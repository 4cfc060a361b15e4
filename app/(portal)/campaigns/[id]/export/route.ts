import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { campaignExport, coverageSearch } from '@/lib/diagnostics/campaigns/campaign-queries';
import { COVERAGE_COLUMNS } from '@/lib/diagnostics/campaigns/coverage-columns';
import { id } from '@/lib/kernel/ids';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** The coverage table as the screen shows it: the same rows, order and words. */
export const GET = defineRoute({
  permission: 'campaign.read',
  params: z.strictObject({ id }),
  handle: async ({ viewer, params, request }) => {
    const search = coverageSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const page = await campaignExport.as(viewer, params.id, search);
    const name = encodeURIComponent(`Охват ${formatSchoolYear(page.campaign.year).replace('/', '-')}.xlsx`);
    const body = streamXlsx({
      sheets: [
        {
          name: 'Охват',
          columns: COVERAGE_COLUMNS.map(({ title, width }) => ({ title, width, kind: 'text' as const })),
          rows: page.rows.map((row) => COVERAGE_COLUMNS.map((column) => column.text(row, page.timeZone))),
        },
      ],
    });
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
