import { z } from 'zod';
import { schoolYear } from '@/lib/kernel/school-year';
import { SCHOOL_KINDS, SCHOOL_PLACES } from '@/lib/schools/codes';
import { type ColumnMapping, IMPORT_FIELDS } from '@/lib/schools/import/import-field';

/** Columns of a file that can be mapped; a school list has a dozen. */
export const COLUMNS_MAX = 100;
/** Rows from the top in which a header is looked for and shown. */
export const HEAD_ROWS = 40;

const field = z.enum(IMPORT_FIELDS);
const column = z
  .number()
  .int()
  .min(0)
  .max(COLUMNS_MAX - 1);

/** What the person has chosen about a file; kept with the import, so that a reading can be begun anew at any time. */
export const importOptions = z.object({
  sheet: z.string().max(200).optional(),
  encoding: z.enum(['utf-8', 'windows-1251', 'utf-16le', 'utf-16be', 'ibm866']).optional(),
  delimiter: z.enum([';', ',', '\t']).optional(),
  headerRow: z
    .number()
    .int()
    .min(-1)
    .max(HEAD_ROWS - 1)
    .optional(),
  /** Present once the columns are confirmed; then a reading ends with the check, not with the question about columns. */
  columns: z.partialRecord(field, column).optional(),
  kind: z.enum(SCHOOL_KINDS).optional(),
  place: z.enum(SCHOOL_PLACES).optional(),
  year: schoolYear,
  /** By row: the id of the school of the register, or that the row is a new school. */
  decisions: z.record(z.string(), z.union([z.literal('new'), z.uuid()])).default({}),
});
export type ImportOptions = z.infer<typeof importOptions>;

/** What was found in the file and what the check of its rows came to. */
export const importFindings = z.object({
  format: z.enum(['xlsx', 'xls', 'ods', 'csv']),
  sheets: z.array(z.string()),
  sheet: z.string(),
  encoding: importOptions.shape.encoding.nullable(),
  delimiter: importOptions.shape.delimiter.nullable(),
  warnings: z.array(z.string()),
  /** The top of the sheet, its columns cut to COLUMNS_MAX. */
  head: z.array(z.array(z.string())),
  guess: z.object({ headerRow: z.number(), columns: z.partialRecord(field, z.number()) }),
  summary: z
    .object({
      rows: z.record(z.enum(['NEW', 'CHANGED', 'UNCHANGED', 'AMBIGUOUS', 'ERROR', 'SKIPPED']), z.number()),
      warnings: z.number(),
      /** sha-256 over what would be done; another one at applying means that the register has changed since. */
      fingerprint: z.string(),
    })
    .optional(),
});
export type ImportFindings = z.infer<typeof importFindings>;

/** The confirmed mapping, or undefined while the columns are still asked for. */
export const mappingOf = ({ columns, headerRow }: ImportOptions): ColumnMapping | undefined =>
  columns && { headerRow: headerRow ?? -1, columns };
