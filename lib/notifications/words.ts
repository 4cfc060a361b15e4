import type { LetterState } from '@/lib/notifications/notification';

export const NOTIFICATION_FORMS = ['уведомление', 'уведомления', 'уведомлений'] as const;

export const LETTER_STATE_WORDS: Record<LetterState, string> = {
  none: 'без письма',
  waiting: 'ждёт отправки',
  sent: 'отправлено',
  failed: 'не ушло',
};
