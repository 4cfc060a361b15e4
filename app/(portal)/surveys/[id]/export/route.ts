import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { id } from '@/lib/kernel/ids';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';
import { matrixCells, matrixColumns } from '@/lib/support/support-sheet';
import { surveySheet } from '@/lib/support/surveys/survey-queries';

/** A survey as school × method. */
export const GET = defineRoute({
  permission: 'support.list',
  params: z.object({ id }),
  handle: async ({ viewer, params }) => {
    const { survey, rows } = await surveySheet.as(viewer, params.id);
    const name = encodeURIComponent('Обследование.xlsx');
    const cells = rows.map((row) => matrixCells(row, survey.methods));
    const sheets = [{ name: 'Обследование', columns: matrixColumns(survey.methods), rows: cells }];
    return new Response(streamXlsx({ sheets }), {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
