import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { valuesExport } from '@/lib/diagnostics/trials/values-queries';
import { id } from '@/lib/kernel/ids';
import { valueCell } from '@/lib/methodology/measures/value-words';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

const searched = z.object({ campaign: id.optional().catch(undefined) });

/** Measures and lists by school as the screen shows them. */
export const GET = defineRoute({
  permission: 'campaign.read',
  params: z.strictObject({ versionId: id }),
  handle: async ({ viewer, params, request }) => {
    const search = searched.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { method, rows, version } = await valuesExport.as(viewer, params.versionId, search);
    const measures = method.measures ?? [];
    const body = streamXlsx({
      sheets: [
        {
          name: 'Показатели и списки',
          columns: [
            { title: 'Школа', width: 40, kind: 'text' as const },
            ...measures.map(({ title, unit }) => ({
              title,
              width: 18,
              kind: unit === 'YES_NO' || unit === 'WORD' ? ('text' as const) : ('number' as const),
            })),
            ...(method.lists ?? []).map(({ title }) => ({ title, width: 30, kind: 'text' as const })),
          ],
          rows: rows.map(({ schoolName, values, lists }) => [
            schoolName,
            ...values.map(valueCell),
            ...lists.map(({ words }) => words),
          ]),
        },
      ],
    });
    const name = encodeURIComponent(`Показатели и списки, версия ${version.number}.xlsx`);
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
