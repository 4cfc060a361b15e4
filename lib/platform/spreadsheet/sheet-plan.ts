export type ColumnKind = 'text' | 'integer' | 'number' | 'percent' | 'date';

/** A percent is a share: 0.116 is shown as «11,6 %». A date is `YYYY-MM-DD` or a Date (its UTC day). */
export type CellInput = string | number | boolean | Date | null | undefined;

export type ColumnPlan = {
  readonly title: string;
  /** In characters. */
  readonly width?: number;
  readonly kind: ColumnKind;
};

export type SheetPlan = {
  readonly name: string;
  readonly columns: readonly ColumnPlan[];
  readonly rows: AsyncIterable<readonly CellInput[]> | Iterable<readonly CellInput[]>;
};

/** Excel's own limits for a name: 31 characters, none of `[]:*?/\`, no apostrophe at the ends, never the same twice. */
export function sheetNames(plans: readonly Pick<SheetPlan, 'name'>[]): string[] {
  const taken = new Set<string>();
  return plans.map(({ name }, index) => {
    const base =
      name
        .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .replace(/^'+|'+$/g, '')
        .trim()
        .slice(0, 31) || `Лист ${index + 1}`;
    let unique = base;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${base.slice(0, 31 - ` (${n})`.length)} (${n})`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
