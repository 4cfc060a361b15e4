import { z } from 'zod';
import { FIGURE_CODES } from '@/lib/results/figure';
import { aboutSchema } from '@/lib/results/reading/about';

const count = z.number().int().min(0);
const counts = z.array(count);

/** How a file names a school: every key it gives, to be matched with the register. No key is a person's. */
export const fileSchoolSchema = z.strictObject({
  login: z.string(),
  inn: z.string(),
  code: z.string(),
  municipality: z.string(),
  name: z.string(),
  /** Rows that named it. */
  rows: count,
});
export type FileSchool = z.infer<typeof fileSchoolSchema>;

export const taskTallySchema = z.strictObject({ code: z.string(), max: count, gained: z.number(), attempted: count });

/** What is counted of one school in one work: counts only, from which everything else is computed. */
export const tallySchema = z.strictObject({
  school: count,
  work: count,
  participants: count,
  absent: count.nullable(),
  /** Participants with «2»…«5» as the file says. */
  marks: counts.nullable(),
  /** By primary score. */
  scores: counts.nullable(),
  /** By test score of ЕГЭ. */
  tests: counts.nullable(),
  /** By journal mark «2»…«5», then by primary score. */
  journal: z.array(counts).nullable(),
  /** By mark of the exam «2»…«5», then by primary score. */
  byMark: z.array(counts).nullable(),
  /** Lowered, confirmed, raised, where the file gives only that. */
  compared: z.tuple([count, count, count]).nullable(),
  tasks: z.array(taskTallySchema).nullable(),
  /** Participants by class as the file calls it. */
  classes: z.record(z.string(), count),
});
export type Tally = z.infer<typeof tallySchema>;

/** Which part of a result a file holds: files with parts of one work complete each other. */
export const PARTS = ['PUPILS', 'MARKS', 'SCORES', 'JOURNAL'] as const;
export type Part = (typeof PARTS)[number];

/** A table of the file: one subject of one exam in one grade and year, as far as the file says. */
export const workSchema = z.strictObject({
  about: aboutSchema,
  part: z.enum(PARTS),
  /** «лист Протокол, строка 3». */
  place: z.string(),
  /** The grade comes from the column of classes, which in autumn is a year ahead of the paper. */
  gradeByClass: z.boolean(),
  rows: count,
  /** What the file itself says it has, from its last rows. */
  claimed: count.nullable(),
});
export type Work = z.infer<typeof workSchema>;

export const fileFigureSchema = z.strictObject({
  school: count,
  year: z.number().int().nullable(),
  code: z.enum(FIGURE_CODES),
  value: z.number(),
  n: count.nullable(),
  /** Subject of an olympiad: figures of several files are added up. */
  part: z.string(),
});
export type FileFigure = z.infer<typeof fileFigureSchema>;

export const TERRITORIES = ['country', 'region', 'municipality'] as const;
export type TerritoryKind = (typeof TERRITORIES)[number];

/** A row of the file about a whole territory. */
export const fileTerritorySchema = z.strictObject({
  kind: z.enum(TERRITORIES),
  work: count,
  participants: count,
  marks: counts.nullable(),
  scores: counts.nullable(),
});
export type FileTerritory = z.infer<typeof fileTerritorySchema>;

export const PROBLEMS = [
  'no-school',
  'no-score',
  'bad-number',
  'bad-mark',
  'no-year',
  'no-grade',
  'no-subject',
  'shares',
  'shares-off',
  'sum',
  'over-max',
  'zero-absent',
  'partial',
  'twice',
  'unknown-status',
  'part-over-whole',
  'two-grades',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** Something seen in the rows: how often, and the first rows to look at. Never a cell's text. */
export const problemSchema = z.strictObject({
  code: z.enum(PROBLEMS),
  sheet: z.string(),
  column: z.string(),
  count,
  rows: z.array(count).max(5),
});
export type Problem = z.infer<typeof problemSchema>;

/** A column of a table the portal does not know, without anything that stands in it. */
export const unknownColumnSchema = z.strictObject({
  index: count,
  title: z.string(),
  kind: z.enum(['empty', 'number', 'text', 'mixed']),
});
export type UnknownColumn = z.infer<typeof unknownColumnSchema>;

/** What leaves the reader of a file. Names, documents and rows of pupils stay behind. */
export const readingSchema = z.strictObject({
  profile: z.string(),
  profileTitle: z.string(),
  schools: z.array(fileSchoolSchema),
  works: z.array(workSchema),
  tallies: z.array(tallySchema),
  figures: z.array(fileFigureSchema),
  territories: z.array(fileTerritorySchema),
  dropped: z.strictObject({
    /** Titles of columns of which nothing is kept. */
    columns: z.array(z.string()),
    /** Rows of pupils that were counted and thrown away. */
    pupils: count,
    footers: count,
    /** Rows above, between and below tables. */
    other: count,
  }),
  problems: z.array(problemSchema),
  /** Olympiad works whose stage the file does not say: counted as municipal until the person says. */
  isStageUnknown: z.boolean(),
  sheets: z.array(z.strictObject({ name: z.string(), rows: count, tables: count })),
  /** Where no layout fits: the most likely header. */
  unknown: z.strictObject({ sheet: z.string(), row: count, columns: z.array(unknownColumnSchema) }).nullable(),
});
export type Reading = z.infer<typeof readingSchema>;
