import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { formatDay } from '@/lib/kernel/day';
import { id } from '@/lib/kernel/ids';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { COMPUTATIONS } from '@/lib/programmes/computation';
import { deviationOf } from '@/lib/programmes/deviation';
import { programmeTable } from '@/lib/programmes/programme-queries';
import { UNIT_WORDS } from '@/lib/programmes/words';

/** Indicators with plan, fact and source, one row a year. */
export const GET = defineRoute({
  permission: 'programme.read',
  params: z.object({ id }),
  handle: async ({ viewer, params }) => {
    const { programme, indicators } = await programmeTable.as(viewer, params.id);
    const body = streamXlsx({
      sheets: [
        {
          name: 'Показатели',
          columns: [
            { title: '№', width: 8, kind: 'text' },
            { title: 'Показатель', width: 70, kind: 'text' },
            { title: 'Единица', width: 14, kind: 'text' },
            { title: 'База', width: 10, kind: 'number' },
            { title: 'Год', width: 8, kind: 'number' },
            { title: 'План', width: 10, kind: 'number' },
            { title: 'Факт', width: 10, kind: 'number' },
            { title: 'Отклонение', width: 12, kind: 'number' },
            { title: 'Числитель', width: 12, kind: 'number' },
            { title: 'Знаменатель', width: 12, kind: 'number' },
            { title: 'Источник', width: 50, kind: 'text' },
          ],
          rows: indicators.flatMap((one) =>
            one.years.map(({ year, plan, value, counted, typed }) => [
              one.number,
              one.wording,
              UNIT_WORDS[one.unit],
              one.base,
              year,
              plan ?? null,
              value,
              deviationOf(one, plan, value)?.by ?? null,
              counted?.numerator ?? null,
              counted?.denominator ?? null,
              counted && one.computation
                ? COMPUTATIONS[one.computation].title
                : typed
                  ? `${typed.source}, на ${formatDay(typed.datedOn)}`
                  : '',
            ]),
          ),
        },
      ],
    });
    const name = encodeURIComponent(`Показатели. ${programme.title.slice(0, 70)}.xlsx`);
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
