import type { OverviewChangePage, OverviewPage } from '@/lib/diagnostics/overviews/overview-queries';
import { byVerdict, sumColumns } from '@/lib/diagnostics/overviews/overview-shape';
import { formatShare } from '@/lib/kernel/percent';
import { formatSchoolYear } from '@/lib/kernel/school-year';

/** A table of a dashboard as a sheet: the numbers of the screen, shares in the screen's words. */
export type Sheet = {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number; readonly kind: 'text' | 'integer' }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

export const yearsSheet = (page: OverviewPage): Sheet => ({
  name: 'Доли по годам',
  columns: [
    { title: 'Учебный год', width: 14, kind: 'text' },
    { title: 'В утверждённом списке', width: 22, kind: 'integer' },
    { title: 'Школ в кампании', width: 18, kind: 'integer' },
    { title: 'Доля', width: 12, kind: 'text' },
    { title: 'Приказ', width: 18, kind: 'text' },
  ],
  rows: page.years.map((one) => [
    formatSchoolYear(one.year),
    one.listed,
    one.roster,
    one.listed === null ? '–' : formatShare(one.listed, one.roster),
    one.orderNumber ? `№ ${one.orderNumber}` : 'список не утверждён',
  ]),
});

export const sumsSheet = (page: OverviewPage): Sheet => ({
  name: 'Суммы',
  columns: [
    { title: 'Сумма', width: 10, kind: 'integer' },
    { title: 'Школ', width: 10, kind: 'integer' },
  ],
  rows: sumColumns(page.sums).map(({ sum, schools }) => [sum, schools]),
});

export const itemsSheet = (page: OverviewPage): Sheet => ({
  name: 'Критерии',
  columns: [
    { title: 'Код', width: 8, kind: 'text' },
    { title: 'Критерий', width: 80, kind: 'text' },
    { title: 'Школ с баллом', width: 14, kind: 'integer' },
    { title: 'Ответ известен', width: 14, kind: 'integer' },
    { title: 'Доля', width: 10, kind: 'text' },
    { title: 'Неприменимо', width: 14, kind: 'integer' },
    { title: 'Нет данных', width: 12, kind: 'integer' },
  ],
  rows: page.firing.map((one) => [
    one.item.code,
    one.item.wording,
    one.yes,
    one.known,
    formatShare(one.yes, one.known),
    one.inapplicable,
    one.missing,
  ]),
});

export function changeSheet(page: OverviewChangePage): Sheet {
  const words = (code: string) => page.method.verdicts.find((verdict) => verdict.code === code)?.words ?? code;
  const from = page.earlier ? formatSchoolYear(page.earlier.year) : 'раньше';
  return {
    name: 'Изменение',
    columns: [
      { title: from, width: 30, kind: 'text' },
      { title: formatSchoolYear(page.campaign.year), width: 30, kind: 'text' },
      { title: 'Школ', width: 10, kind: 'integer' },
    ],
    rows: page.earlier ? byVerdict(page.moves).map((move) => [words(move.from), words(move.to), move.schools]) : [],
  };
}
