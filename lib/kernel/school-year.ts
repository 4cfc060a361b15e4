import { z } from 'zod';
import { zonedFormat } from '@/lib/kernel/zoned-format';

/** A school year is named by the calendar year it starts in: 2019 is «2019/20». It turns on 1 September. */
export type SchoolYear = number;

export const schoolYear = z.number().int().min(2000).max(2100);

/** 2019 → «2019/20». */
export function formatSchoolYear(year: SchoolYear): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

const MONTH = zonedFormat('en-US', { year: 'numeric', month: 'numeric' });

/** The school year a moment belongs to, by the wall clock of the municipality's time zone (IANA name). */
export function schoolYearAt(moment: Date, timeZone: string): SchoolYear {
  const parts = MONTH(timeZone).formatToParts(moment);
  const part = (type: 'year' | 'month') => Number(parts.find((p) => p.type === type)?.value);
  return part('month') >= 9 ? part('year') : part('year') - 1;
}

/** A campaign of 2019/20 judges by the results of 2018/19. */
export const yearOfResults = (year: SchoolYear): SchoolYear => year - 1;
