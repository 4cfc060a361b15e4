/** Fields that are the framework's or the wrapper's, not the form's. */
const KEY_FIELD = '_key';

/**
 * A submitted form as plain values: one string a field, an array for names that end in `[]` (the brackets dropped).
 * Files are left to the route handlers; the framework's `$ACTION_…` fields are dropped, so that strict schemas hold.
 */
export function formValues(form: FormData): { values: Record<string, string | string[]>; key: string | undefined } {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION') || name === KEY_FIELD) continue;
    const texts = form.getAll(name).filter((value): value is string => typeof value === 'string');
    if (name.endsWith('[]')) values[name.slice(0, -2)] = texts;
    else values[name] = texts.at(-1) ?? '';
  }
  const key = form.get(KEY_FIELD);
  return { values, key: typeof key === 'string' ? key : undefined };
}
