import { z } from 'zod';
import { FIGURE_CODES } from '@/lib/results/figure';
import { EXAMS } from '@/lib/results/result';

/** What a column of a file can be. The last group never leaves the reader. */
export const ROLES = [
  'login',
  'inn',
  'code',
  'municipality',
  'school',
  'group',
  'year',
  'grade',
  'subject',
  'class',
  'variant',
  'journal',
  'score',
  'test',
  'mark',
  'points',
  'short',
  'long',
  'oral',
  'count',
  'two',
  'three',
  'four',
  'five',
  'value',
  'percent',
  'lowered',
  'confirmed',
  'raised',
  'status',
  'pupil',
  'ordinal',
  'secret',
] as const;
export type Role = (typeof ROLES)[number];

/** Columns that speak of a person: used to see the same pupil twice, or not at all; nothing of them is kept. */
export const PERSONAL: readonly Role[] = ['pupil', 'ordinal', 'secret'];

const words = z.array(z.string().min(1).max(200)).max(60);

/** `{task}` and `{max}` stand for the number of a task and its largest score, `{score}` for a primary score. */
const template = z.string().min(1).max(60);

/**
 * How one layout of files is recognised and read: data, so that a centre maps a new one in the browser and shares it.
 * Words are compared after levelling (case, ё, Latin twins); one that ends with «*» stands for any beginning.
 */
export const profileSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,60}$/),
  title: z.string().min(1).max(200),
  /** A row is a pupil, a group with shares, a row of the journal comparison, a school with markers or figures, or an olympiad work. */
  unit: z.enum(['PUPILS', 'SHARES', 'JOURNAL', 'MARKERS', 'OLYMPIAD', 'FIGURES']),
  exam: z.enum(EXAMS).nullable(),
  columns: z.partialRecord(z.enum(ROLES), words),
  /** Roles without which a row is not a header of this layout; of `anyOf` one is enough. */
  required: z.array(z.enum(ROLES)).max(12),
  anyOf: z.array(z.enum(ROLES)).max(12).default([]),
  figures: z.partialRecord(z.enum(FIGURE_CODES), words).default({}),
  /** Headers of task columns. */
  tasks: template.nullable(),
  /** Headers of columns of the distribution. */
  scores: template.nullable(),
  /** Words of a variant or a score that say «was not there»: then a zero is nobody's result. */
  absent: words,
  /** A task not begun: 0 points of it. */
  blank: words,
  /** A task whose topic was not taught: out of the task's figures. */
  untaught: words,
  /** First words of rows that end a table. */
  footers: words,
});
export type Profile = z.infer<typeof profileSchema>;
