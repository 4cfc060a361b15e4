import { formatNumber } from '@/lib/kernel/russian';
import { SMALL_COUNT } from '@/lib/kernel/small-count';

/** Both tests of a course: how many took both, the means in hundredths, and how many did better the second time. */
export type CourseTest = {
  readonly people: number;
  readonly beforeHundredths: number;
  readonly afterHundredths: number;
  readonly improved: number;
};

const MEAN = /^(\d{1,4})(?:[.,](\d{1,2}))?$/;

/** «62,5» → 6250. Undefined for anything that is not a number from 0 with at most two places. */
export function readMean(text: string): number | undefined {
  const [, whole, part = ''] = MEAN.exec(text.trim()) ?? [];
  return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** 6250 → «62,50». */
export const meanWords = (hundredths: number): string =>
  `${formatNumber(Math.floor(hundredths / 100))},${String(hundredths % 100).padStart(2, '0')}`;

/** Means of fewer than five people tell about each of them: outside of the centre there is no result then. */
export const shownTest = (test: CourseTest | null, isCentre: boolean): CourseTest | null | 'small' =>
  test !== null && !isCentre && test.people < SMALL_COUNT ? 'small' : test;
