import type { Day } from '@/lib/kernel/day';

/** What notices are about; a person chooses for each whether letters come. */
export const NOTICE_KINDS = ['CARD', 'LIST', 'ROADMAP', 'RECOMMENDATION', 'EVENT', 'REMINDER'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** When letters of a kind leave for a person: at once, with the day's at nine in the morning, or never. */
export const LETTER_CHOICES = ['NOW', 'DAILY', 'NEVER'] as const;
export type LetterChoice = (typeof LETTER_CHOICES)[number];

/** People of the municipality by role; of schools, those of the schools named and the curators of these schools. */
export type Addressees = {
  readonly roles: readonly ('SCHOOL_HEAD' | 'SCHOOL_DEPUTY' | 'CENTRE' | 'OFFICIAL' | 'CURATOR')[];
  /** Absent: everybody of the roles. */
  readonly schools?: readonly string[];
};

/**
 * What happened, for whom, by when, and where to look. It is read in letters and by deputies: no answers of a card, no
 * label on a school.
 */
export type Notice = {
  readonly to: Addressees;
  readonly kind: NoticeKind;
  /** The same is told once to a person: «recommendation-sent:<id>:<version>». */
  readonly key: string;
  readonly title: string;
  readonly text?: string;
  readonly due?: Day | null;
  /** A path of the portal. */
  readonly link: string;
};

/** The people of a school who answer for it. */
export const ofSchool = (schoolId: string): Addressees => ({
  roles: ['SCHOOL_HEAD', 'SCHOOL_DEPUTY'],
  schools: [schoolId],
});
export const ofCentre: Addressees = { roles: ['CENTRE'] };
