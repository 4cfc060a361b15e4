import type { LetterChoice, NoticeKind } from '@/lib/notices/notice';

export const NOTICE_KIND_WORDS: Record<NoticeKind, string> = {
  CARD: 'Диагностическая карта',
  LIST: 'Списки и приказы',
  ROADMAP: 'Дорожные карты',
  RECOMMENDATION: 'Рекомендации',
  EVENT: 'Мероприятия',
  REMINDER: 'Напоминания о сроках',
};

export const LETTER_CHOICE_WORDS: Record<LetterChoice, string> = {
  NOW: 'письмо сразу',
  DAILY: 'одним письмом утром',
  NEVER: 'только на портале',
};
