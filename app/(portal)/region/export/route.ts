import { z } from 'zod';
import {
  acceptedWords,
  coverageWords,
  listedWords,
  orderWords,
  supportedWords,
} from '@/components/region/region-columns';
import { defineRoute } from '@/lib/access/define-route';
import { regionExport, regionSearch } from '@/lib/diagnostics/overviews/region-queries';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** The comparison of municipalities as a spreadsheet: rows, order and words of the screen. */
export const GET = defineRoute({
  permission: 'dashboard.region',
  params: z.object({}),
  handle: async ({ viewer, request }) => {
    const { year } = regionSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
    const page = await regionExport.as(viewer, year);
    const title = page.year === undefined ? 'Сравнение' : formatSchoolYear(page.year).replace('/', '-');
    const body = streamXlsx({
      sheets: [
        {
          name: title,
          columns: [
            { title: 'Муниципалитет', width: 34, kind: 'text' },
            { title: 'Школ в кампании', width: 16, kind: 'integer' },
            { title: 'Отправили карту', width: 24, kind: 'text' },
            { title: 'Принято', width: 24, kind: 'text' },
            { title: 'В утверждённом списке', width: 26, kind: 'text' },
            { title: 'Поддержка без списка', width: 20, kind: 'text' },
            { title: 'Приказ', width: 26, kind: 'text' },
          ],
          rows: page.rows.map((row) => [
            row.municipality,
            row.campaignId === null ? null : row.schools,
            coverageWords(row),
            acceptedWords(row),
            listedWords(row),
            supportedWords(row),
            orderWords(row),
          ]),
        },
      ],
    });
    const name = encodeURIComponent(`Муниципалитеты ${title}.xlsx`);
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
