import { z } from 'zod';
import type { Day } from '@/lib/kernel/day';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { Progress } from '@/lib/roadmaps/plan';
import { ROW_STATES } from '@/lib/roadmaps/row-moves';
import type { TermCalendar } from '@/lib/roadmaps/term';
import { ROADMAP_STATUSES, type RoadmapSpan, type RoadmapStatus } from '@/lib/roadmaps/words';

/** What the reader of a file counted and doubted, kept until the roadmap is approved. */
export const roadmapReading = z.object({
  /** One sentence a line: how many rows were read, joined and dropped. */
  account: z.array(z.string()),
  doubts: z.array(z.object({ where: z.string(), words: z.string() })),
});
export type RoadmapReading = z.infer<typeof roadmapReading>;

export type Roadmap = {
  readonly id: string;
  readonly title: string;
  /** Null: the municipality's own. */
  readonly schoolId: string | null;
  readonly schoolName: string | null;
  readonly year: number;
  readonly span: RoadmapSpan;
  readonly status: RoadmapStatus;
  readonly version: number;
  readonly sourceName: string;
  readonly reading: RoadmapReading | null;
  readonly orderNumber: string;
  readonly orderDate: Day | null;
  readonly updatedAt: Date;
};

/** A line of the list of roadmaps. */
export type RoadmapLine = Omit<Roadmap, 'reading' | 'version'> & { readonly progress: Progress };

export const calendarOf = ({ span, year }: Pick<Roadmap, 'span' | 'year'>): TermCalendar => ({
  kind: span === 'SCHOOL' ? 'school' : 'calendar',
  year,
});

/** «2026/27 учебный год», «2026 год». */
export const spanWords = ({ span, year }: Pick<Roadmap, 'span' | 'year'>): string =>
  span === 'SCHOOL' ? `${formatSchoolYear(year)}\u00a0учебный год` : `${year}\u00a0год`;

const word = z.string().trim().max(200).optional().catch(undefined);

/** The list of roadmaps, as its address says. */
export const roadmapSearch = z.object({
  q: word,
  status: z.enum(ROADMAP_STATUSES).optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  of: z.enum(['municipality', 'schools']).optional().catch(undefined),
  sort: z.enum(['title', '-title', 'school', '-school', 'updated', '-updated']).optional().catch(undefined),
});
export type RoadmapSearch = z.infer<typeof roadmapSearch>;

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .optional()
  .catch(undefined);

/** Rows of all approved roadmaps, as the address says. */
export const dueSearch = z.object({
  q: word,
  /** Only the school's, or only the municipality's own. */
  of: z.enum(['municipality', 'schools']).optional().catch(undefined),
  state: z
    .enum([...ROW_STATES, 'late', 'open'])
    .optional()
    .catch(undefined),
  month,
});
export type DueSearch = z.infer<typeof dueSearch>;

/** The rows of one roadmap, as the address says. */
export const rowSearch = z.object({
  q: word,
  /** Id of a heading. */
  section: z.uuid().optional().catch(undefined),
  organisation: word,
  state: z
    .enum([...ROW_STATES, 'late', 'open'])
    .optional()
    .catch(undefined),
  month,
});
export type RowSearch = z.infer<typeof rowSearch>;
