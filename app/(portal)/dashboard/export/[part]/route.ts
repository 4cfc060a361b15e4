import { z } from 'zod';
import { changeSheet, itemsSheet, type Sheet, sumsSheet, yearsSheet } from '@/components/overview/overview-sheets';
import { defineRoute } from '@/lib/access/define-route';
import type { Viewer } from '@/lib/access/viewer';
import { noteOverviewExport } from '@/lib/diagnostics/overviews/overview-export-queries';
import { changeSearch } from '@/lib/diagnostics/overviews/overview-filter';
import { overviewChangePage, overviewPage } from '@/lib/diagnostics/overviews/overview-queries';
import { notFound } from '@/lib/kernel/refusal';
import { streamXlsx, XLSX_TYPE } from '@/lib/platform/spreadsheet/stream-xlsx';

const SHEETS = { years: yearsSheet, sums: sumsSheet, items: itemsSheet } as const;

async function sheetOf(viewer: Viewer, part: 'years' | 'sums' | 'items' | 'change', url: string): Promise<Sheet> {
  const search = changeSearch.parse(Object.fromEntries(new URL(url).searchParams));
  if (part === 'change') {
    const page = await overviewChangePage.as(viewer, search);
    if (!page) throw notFound();
    return changeSheet(page);
  }
  const page = await overviewPage.as(viewer, search);
  if (!page) throw notFound();
  return SHEETS[part](page);
}

/** One table of a dashboard as a spreadsheet, equal to the screen. */
export const GET = defineRoute({
  permission: 'dashboard.municipality',
  params: z.object({ part: z.enum(['years', 'sums', 'items', 'change']) }),
  handle: async ({ viewer, params, request }) => {
    const sheet = await sheetOf(viewer, params.part, request.url);
    await noteOverviewExport(viewer, params.part);
    const body = streamXlsx({
      sheets: [{ ...sheet, columns: [...sheet.columns], rows: sheet.rows.map((row) => [...row]) }],
    });
    const name = encodeURIComponent(`${sheet.name}.xlsx`);
    return new Response(body, {
      headers: { 'Content-Type': XLSX_TYPE, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  },
});
