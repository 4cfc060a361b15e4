import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { trialExport } from '@/lib/diagnostics/trials/trial-queries';
import { trialSearch } from '@/lib/diagnostics/trials/trial-search';
import { EFFECT_WORDS } from '@/lib/diagnostics/trials/trial-words';
import { id } from '@/lib/kernel/ids';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

/** The schools of a trial as the screen shows them. */
export const GET = defineRoute({
  permission: 'campaign.read',
  params: z.strictObject({ versionId: id }),
  handle: async ({ viewer, params, request }) => {
    const search = trialSearch(Object.fromEntries(new URL(request.url).searchParams));
    const page = await trialExport.as(viewer, params.versionId, search);
    const body = streamXlsx({
      sheets: [
        {
          name: 'Пробный расчёт',
          columns: [
            { title: 'Школа', width: 40, kind: 'text' },
            { title: 'Сумма была', width: 12, kind: 'number' },
            { title: 'Из', width: 8, kind: 'number' },
            { title: 'Вывод был', width: 30, kind: 'text' },
            { title: 'Сумма стала бы', width: 12, kind: 'number' },
            { title: 'Из', width: 8, kind: 'number' },
            { title: 'Вывод стал бы', width: 30, kind: 'text' },
            { title: 'Что меняется', width: 26, kind: 'text' },
            { title: 'Почему', width: 60, kind: 'text' },
          ],
          rows: page.rows.map(({ schoolName, before, after, effect, reasons }) => [
            schoolName,
            before.sum,
            before.max,
            before.words,
            after.sum,
            after.max,
            after.words,
            EFFECT_WORDS[effect],
            reasons.join('; '),
          ]),
        },
      ],
    });
    const name = encodeURIComponent(`Пробный расчёт, версия ${page.version.number}.xlsx`);
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
