/** The address of a list as the page received it: its path and its parameters, with repeated ones as arrays. */
export type ListAddress = {
  path: string;
  params: Readonly<Record<string, string | readonly string[] | undefined>>;
};

/**
 * The address with some parameters changed; `undefined` removes one. All the others stay, in their order, so that
 * sorting never loses a filter and a filter never loses the sorting.
 */
export function listHref(address: ListAddress, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...address.params, ...changes })) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) if (one !== '') query.append(name, one);
  }
  const text = query.toString();
  return text ? `${address.path}?${text}` : address.path;
}

/** Parameters of paging: whatever changes the set or the order of rows starts again from the first page. */
export const PAGING = ['after', 'before', 'page'] as const;

export const firstPage: Readonly<Record<string, undefined>> = Object.fromEntries(
  PAGING.map((name) => [name, undefined]),
);

/** One value of a parameter, the first where it is repeated. */
export function paramOf(address: ListAddress, name: string): string | undefined {
  const value = address.params[name];
  return typeof value === 'string' ? value : value?.[0];
}
