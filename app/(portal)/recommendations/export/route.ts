import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { noteRecommendationsExport, recommendationRows } from '@/lib/recommendations/recommendation-queries';
import { recommendationSearch } from '@/lib/recommendations/recommendation-search';
import { RECOMMENDATION_COLUMNS, recommendationCells } from '@/lib/recommendations/recommendation-sheet';

/** The recommendations under the filter of the screen, as a streamed file. */
export const GET = defineRoute({
  permission: 'recommendation.read',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const search = recommendationSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const today = await noteRecommendationsExport.as(viewer);
    async function* rows() {
      for await (const one of recommendationRows(viewer, search, today)) yield recommendationCells(one, today);
    }
    const name = encodeURIComponent('Рекомендации.xlsx');
    const sheets = [{ name: 'Рекомендации', columns: RECOMMENDATION_COLUMNS, rows: rows() }];
    return new Response(streamXlsx({ sheets }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
