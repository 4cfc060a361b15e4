import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { DECIDED_WORDS, DECISION_WORDS } from '@/lib/diagnostics/campaigns/campaign-words';
import { listExportRows } from '@/lib/diagnostics/lists/list-queries';
import { id } from '@/lib/kernel/ids';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** The commission's table as a spreadsheet: the rows, order and words of the screen. */
export const GET = defineRoute({
  permission: 'campaign.read',
  params: z.strictObject({ listId: id }),
  handle: async ({ viewer, params }) => {
    const { list, rows } = await listExportRows.as(viewer, params.listId);
    const words = list.status === 'APPROVED' ? DECIDED_WORDS : DECISION_WORDS;
    const name = encodeURIComponent(`Список ${formatSchoolYear(list.year).replace('/', '-')} № ${list.number}.xlsx`);
    const body = streamXlsx({
      sheets: [
        {
          name: list.status === 'APPROVED' ? 'Список' : 'Проект списка',
          columns: [
            { title: 'Школа', width: 36, kind: 'text' },
            { title: 'Вычислено', width: 30, kind: 'text' },
            { title: 'Почему', width: 50, kind: 'text' },
            { title: 'Сумма баллов', width: 14, kind: 'integer' },
            { title: 'Возможная сумма', width: 14, kind: 'integer' },
            { title: 'Могут добавить недостающие данные', width: 16, kind: 'integer' },
            { title: 'Сумма без зоны объективности', width: 16, kind: 'integer' },
            { title: 'Возможная без зоны объективности', width: 16, kind: 'integer' },
            { title: 'Решение комиссии', width: 34, kind: 'text' },
            { title: 'Причина', width: 50, kind: 'text' },
          ],
          rows: rows.map((row) => [
            row.schoolName,
            row.verdictText,
            row.because,
            row.outcome?.sum,
            row.outcome?.max,
            row.outcome?.extra,
            row.outcome?.sumResults,
            row.outcome?.maxResults,
            words[row.decision],
            row.reason,
          ]),
        },
      ],
    });
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
