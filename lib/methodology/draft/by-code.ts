/** What stands in a list of a method under its code. The order of a list is meaning: nothing moves unless it is told to. */
type Coded = { readonly code: string };

/** The list with one more at its end, or with the one of the same code changed in its place. */
export const put = <T extends Coded>(list: readonly T[], one: T): T[] =>
  list.some(({ code }) => code === one.code)
    ? list.map((each) => (each.code === one.code ? { ...each, ...one } : each))
    : [...list, one];

export const without = <T extends Coded>(list: readonly T[], code: string): T[] =>
  list.filter((one) => one.code !== code);

/** One place earlier or later in its list; at the end of the list nothing happens. */
export function moved<T extends Coded>(list: readonly T[], code: string, by: 'up' | 'down'): T[] {
  const from = list.findIndex((one) => one.code === code);
  const to = from + (by === 'up' ? -1 : 1);
  const [one, other] = [list[from], list[to]];
  return one && other ? list.map((each, index) => (index === from ? other : index === to ? one : each)) : [...list];
}
