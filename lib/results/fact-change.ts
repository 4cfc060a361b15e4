/** What can change the facts that measures and signs are computed from. */
export const FACT_CAUSES = ['LOADED', 'REPLACED', 'UNDONE', 'REFERENCE', 'SCALE', 'SIGN'] as const;
export type FactCause = (typeof FACT_CAUSES)[number];

/** One change: which school years it touches and what it was about – a file, a work, a sign; never a school. */
export type FactChange = {
  readonly years: readonly number[];
  readonly cause: FactCause;
  readonly title: string;
};

/** How many changes the facts of some years have seen, and what the last of them was; 0 and empty before the first. */
export type FactsNow = { readonly number: number; readonly after: string };

const AFTER: Readonly<Record<FactCause, (title: string) => string>> = {
  LOADED: (title) => `загрузки файла «${title}»`,
  REPLACED: (title) => `замены файла на «${title}»`,
  UNDONE: (title) => `отмены файла «${title}»`,
  REFERENCE: (title) => `изменения показателей региона (${title})`,
  SCALE: (title) => `изменения шкалы отметок (${title})`,
  SIGN: (title) => `решения по признаку ${title}`,
};

/** «загрузки файла «01_2025.xls»», to stand after «после». Empty for a cause of a newer version of the portal. */
export function afterWords(cause: string, title: string): string {
  const known = FACT_CAUSES.find((one) => one === cause);
  return known ? AFTER[known](title) : '';
}
