import { z } from 'zod';
import type { Day } from '@/lib/kernel/day';
import { NOTICE_KINDS, type NoticeKind } from '@/lib/notices/notice';

/** A notification as its reader sees it. */
export type Notification = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly text: string;
  readonly due: Day | null;
  readonly link: string;
  readonly createdAt: Date;
  readonly readAt: Date | null;
};

/** Where a letter is: it never leaves, waits for its moment, is under way, was sent, or was given up. */
export const LETTER_STATES = ['none', 'waiting', 'sent', 'failed'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** A line of the page of what was sent. */
export type SentLine = Notification & {
  readonly personName: string;
  readonly leavesAt: Date | null;
  readonly sentAt: Date | null;
  readonly failedAt: Date | null;
  readonly attempts: number;
  readonly fault: string;
};

export function letterState({
  leavesAt,
  sentAt,
  failedAt,
}: Pick<SentLine, 'leavesAt' | 'sentAt' | 'failedAt'>): LetterState {
  if (sentAt) return 'sent';
  if (failedAt) return 'failed';
  return leavesAt ? 'waiting' : 'none';
}

const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);
const page = z.coerce.number().int().min(1).max(1000).catch(1).default(1);

/** One's own list, as the address says. */
export const ownSearch = z.object({
  kind: lenient(z.enum(NOTICE_KINDS)),
  state: lenient(z.enum(['unread'])),
  page,
});
export type OwnSearch = z.infer<typeof ownSearch>;

/** The page of what was sent, as the address says. */
export const sentSearch = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  kind: lenient(z.enum(NOTICE_KINDS)),
  letter: lenient(z.enum(LETTER_STATES)),
  page,
});
export type SentSearch = z.infer<typeof sentSearch>;
