import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { schoolTemplate } from '@/lib/schools/import/template';

/** The book to fill: what the portal expects in a school list. */
export const GET = defineRoute({
  permission: 'school.import',
  params: z.object({}),
  handle: async () =>
    new Response(streamXlsx({ sheets: schoolTemplate() }), {
      headers: {
        'Content-Type': XLSX_TYPE,
        'Content-Disposition': `attachment; filename="template.xlsx"; filename*=UTF-8''${encodeURIComponent('Шаблон списка школ.xlsx')}`,
      },
    }),
});
