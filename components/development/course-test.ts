import { meanWords, type shownTest } from '@/lib/development/course-result';
import { SMALL_COUNT_WORDS } from '@/lib/kernel/small-count';

/** «62,50 → 74,00 (12 чел., лучше у 9)»; below five people there is no result to show. */
export function testWords(test: ReturnType<typeof shownTest>): string {
  if (test === null) return 'нет данных';
  if (test === 'small') return `прошли ${SMALL_COUNT_WORDS} человек, не показываем`;
  return `${meanWords(test.beforeHundredths)} → ${meanWords(test.afterHundredths)} (${test.people} чел., лучше у ${test.improved})`;
}
