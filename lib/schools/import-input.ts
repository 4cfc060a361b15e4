import { z } from 'zod';
import { id } from '@/lib/kernel/ids';
import { schoolYear } from '@/lib/kernel/school-year';
import { IMPORT_FIELDS } from '@/lib/schools/import/import-field';
import { COLUMNS_MAX, importOptions } from '@/lib/schools/import/import-options';

const number = z.coerce.number<string>();

/** A value of a form where an empty choice says «as it is». */
const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** The import and the version of it that the form was made for. */
export const seenInput = z.strictObject({ id, version: number.pipe(z.int().min(1)) });

export const readingInput = seenInput.extend({
  sheet: optional(z.string().max(200)),
  encoding: optional(importOptions.shape.encoding.unwrap()),
  delimiter: z.preprocess(
    (value) => (value === 'tab' ? '\t' : value === '' ? undefined : value),
    importOptions.shape.delimiter,
  ),
  headerRow: optional(number.pipe(importOptions.shape.headerRow.unwrap())),
});

/** Fields of a form named `column-3`, `row-12` → one record by number, the rest as they are. */
const gathered = (prefix: string, into: string) => (values: unknown) => {
  if (typeof values !== 'object' || values === null) return values;
  const found: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (new RegExp(`^${prefix}-\\d{1,6}$`).test(name)) found[name.slice(prefix.length + 1)] = value;
    else rest[name] = value;
  }
  return { ...rest, [into]: found };
};

const fieldOrNone = z.enum([...IMPORT_FIELDS, '']);

export const columnsInput = z.preprocess(
  gathered('column', 'fields'),
  seenInput.extend({
    fields: z
      .record(z.string(), fieldOrNone)
      .transform((fields) => new Map(Object.entries(fields).map(([index, field]) => [Number(index), field] as const)))
      .refine((fields) => [...fields.keys()].every((index) => index < COLUMNS_MAX), 'Такого столбца нет.'),
    year: number.pipe(schoolYear),
    kind: optional(importOptions.shape.kind.unwrap()),
    place: optional(importOptions.shape.place.unwrap()),
  }),
);

export const decisionsInput = z.preprocess(
  gathered('row', 'decisions'),
  seenInput.extend({
    decisions: z.record(z.string(), z.union([z.literal('new'), z.uuid()], 'Выберите школу.')),
    forget: z.literal('1').optional(),
  }),
);
