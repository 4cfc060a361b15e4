/**
 * Where every row that is not empty went: `read` = headings + rows + subRows + joined + headers. The header itself and what
 * stands above it are counted apart.
 */
export type PlanAccount = {
  readonly read: number;
  readonly headings: number;
  readonly rows: number;
  readonly subRows: number;
  /** Rows that went on with the row above them. */
  readonly joined: number;
  /** Headers that were repeated, and rows of column numbers. */
  readonly headers: number;
  /** Sub-rows that were lines inside a cell. */
  readonly parts: number;
  readonly above: number;
};

/** One sentence a line. */
export function accountWords({ read, headings, rows, subRows, joined, headers, parts, above }: PlanAccount): string[] {
  return [
    `Прочитано строк таблицы: ${read}. Получилось разделов: ${headings}, мероприятий: ${rows}, частей мероприятий: ${subRows + parts}.`,
    ...(joined + headers > 0
      ? [`Соединено разбитых строк: ${joined}; повторов заголовка таблицы пропущено: ${headers}.`]
      : []),
    ...(above > 0 ? [`Строк над заголовком таблицы: ${above}, они в план не вошли.`] : []),
  ];
}
