import { z } from 'zod';
import { id } from '@/lib/kernel/ids';

const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** The journal of imports: the place in it. */
export const importsFilter = z.object({ after: lenient(id), before: lenient(id) });
export type ImportsFilter = z.infer<typeof importsFilter>;

/** Views of the rows of an import; absent: every row that holds a school. */
export const IMPORT_VIEWS = ['new', 'changed', 'ask', 'errors', 'warnings', 'unchanged', 'skipped'] as const;
export type ImportView = (typeof IMPORT_VIEWS)[number];

const row = lenient(z.coerce.number().int().min(0).max(2_000_000));

/** Which rows, and the place among them. */
export const importFilter = z.object({ show: lenient(z.enum(IMPORT_VIEWS)), after: row, before: row });
export type ImportFilter = z.infer<typeof importFilter>;
