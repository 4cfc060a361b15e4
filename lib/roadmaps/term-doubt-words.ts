import type { TermDoubt } from '@/lib/roadmaps/term';

/** Why a person should look at how a term was read. */
export const TERM_DOUBT_WORDS: Record<TermDoubt, string> = {
  empty: 'срок не написан',
  unread: 'часть срока портал не понял',
  backwards: 'месяцы написаны не по порядку – проверьте',
  'until-month': '«к месяцу» понято как «до первого числа»',
  'part-of-month': 'часть месяца понята как весь месяц',
  'year-end': 'конец года понят по виду плана – проверьте',
};
