export const COMPUTATION_CODES = ['ANALYSED', 'LISTED', 'SCHOOL_PROGRAMMES'] as const;
export type ComputationCode = (typeof COMPUTATION_CODES)[number];

/** What the portal has counted for one year. */
export type Counted = { readonly numerator: number; readonly denominator: number };

/**
 * Shares that the portal counts by itself. A year of a programme is the school year that begins in it; schools are those of
 * the year's last opened campaign. Formulas are the words of the indicators 3, 4.1 and 5 of the passport of the district's
 * programme.
 */
export const COMPUTATIONS: Record<
  ComputationCode,
  { readonly title: string; readonly numerator: string; readonly denominator: string; readonly source: string }
> = {
  ANALYSED: {
    title: 'Доля школ с принятой картой',
    numerator: 'школы, чья диагностическая карта принята или закрыта приказом',
    denominator: 'все школы кампании этого учебного года',
    source: '/campaigns',
  },
  LISTED: {
    title: 'Доля школ утверждённого списка',
    numerator: 'школы, включённые в последний утверждённый список года',
    denominator: 'все школы кампании этого учебного года',
    source: '/lists',
  },
  SCHOOL_PROGRAMMES: {
    title: 'Доля школ с утверждённой программой',
    numerator: 'школы, у которых действует утверждённая программа этого года',
    denominator: 'все школы кампании этого учебного года',
    source: '/programmes?state=APPROVED',
  },
};

/** Per cent to one place; nothing where nothing was counted: 0 of 0 is not 0 %. */
export function shareOf({ numerator, denominator }: Counted): number | null {
  return denominator === 0 ? null : Math.round((numerator * 1000) / denominator) / 10;
}
