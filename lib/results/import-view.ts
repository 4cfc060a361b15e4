import { z } from 'zod';
import { id } from '@/lib/kernel/ids';
import type { FigureCode } from '@/lib/results/figure';
import { profileSchema } from '@/lib/results/layouts/profile';
import { aboutSchema, STAGES, type Stage } from '@/lib/results/reading/about';
import { type Reading, readingSchema } from '@/lib/results/reading/reading';

export const RESULT_IMPORT_STATUSES = [
  'READING',
  'MAPPING',
  'CHECK',
  'APPLIED',
  'REPLACED',
  'UNDONE',
  'FAILED',
  'CANCELLED',
] as const;
export type ResultImportStatus = (typeof RESULT_IMPORT_STATUSES)[number];

/** What the person answered to the file: kept with the import, applied to its counts each time they are shown. */
export const importAnswers = z.strictObject({
  /** By place of the table among the works of the file. */
  works: z.record(z.string(), aboutSchema.partial()).default({}),
  /** Year of figures that name none, stage of an olympiad that the file does not say. */
  year: z.number().int().min(2000).max(2100).optional(),
  stage: z.enum(STAGES).optional(),
  /** By place of the school in the file: an id of the register, or «skip». */
  schools: z.record(z.string(), z.union([z.uuid(), z.literal('skip')])).default({}),
  /** Schools that no decision names and the register does not know are left out. */
  skipUnknown: z.boolean().default(false),
  /** The layout made in the browser, when none fitted. */
  profile: profileSchema.optional(),
  /** Values of the region found in the file are kept too. */
  keepsRegion: z.boolean().default(true),
});
export type ImportAnswers = z.infer<typeof importAnswers>;

export const NO_ANSWERS: ImportAnswers = importAnswers.parse({});

/** A figure counted as municipal under the stage that the person named; the school stage has no winners to count. */
function ofStage(code: FigureCode, stage: Stage): FigureCode | null {
  if (code === 'olympiad_municipal') return `olympiad_${stage}`;
  if (code !== 'olympiad_municipal_won') return code;
  return stage === 'school' ? null : `olympiad_${stage}_won`;
}

/** What is known of a file: its counts with the answers of the person put in. */
export function answered(reading: Reading, answers: ImportAnswers): Reading {
  const works = reading.works.map((work, place) => {
    const said = answers.works[String(place)];
    return said ? { ...work, about: { ...work.about, ...said }, gradeByClass: false } : work;
  });
  const isStageUnknown = reading.isStageUnknown && answers.stage === undefined;
  const figures = reading.figures.flatMap((figure) => {
    const code = reading.isStageUnknown && answers.stage ? ofStage(figure.code, answers.stage) : figure.code;
    return code === null ? [] : [{ ...figure, code, year: figure.year ?? answers.year ?? null }];
  });
  return { ...reading, works, figures, isStageUnknown };
}

export const storedReading = readingSchema;

const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** The list of imports: what is looked for, and the place in it. */
export const importsFilter = z.object({
  q: lenient(z.string().max(200)),
  status: lenient(z.enum(RESULT_IMPORT_STATUSES)),
  year: lenient(z.coerce.number().int().min(2000).max(2100)),
  after: lenient(id),
  before: lenient(id),
});
export type ImportsFilter = z.infer<typeof importsFilter>;
