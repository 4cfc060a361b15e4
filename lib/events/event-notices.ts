import type { CentreEvent } from '@/lib/events/event';
import { timeWords } from '@/lib/events/words';
import { links } from '@/lib/kernel/links';
import type { Notice } from '@/lib/notices/notice';

const HEADS = ['SCHOOL_HEAD', 'SCHOOL_DEPUTY'] as const;

type Of = Pick<CentreEvent, 'formName' | 'title' | 'time' | 'isOpen'>;

/** Schools that an event is meant for; of an open one all. */
const meant = ({ isOpen }: Of, schools: readonly string[]) => ({
  roles: HEADS,
  ...(isOpen ? {} : { schools: [...new Set(schools)] }),
});

const noticeOf = (id: string, event: Of, sequence: number, said: string): Omit<Notice, 'to'> => ({
  ...{
    kind: 'EVENT',
    key: `event:${id}:${sequence}`,
    title: `${said}: ${event.formName.toLowerCase()} «${event.title}»`,
  },
  ...{ text: timeWords(event.time), link: links.event(id) },
});

/** An event that schools begin to see. */
export const invitedNotice = (id: string, event: Of, sequence: number, schools: readonly string[]): Notice => ({
  ...noticeOf(id, event, sequence, 'Приглашение'),
  to: meant(event, schools),
});

/** A change, or an end, for the schools that are registered. */
export const changedNotice = (
  id: string,
  event: Of,
  sequence: number,
  schools: readonly string[],
  said: 'Изменилось' | 'Отменено',
): readonly Notice[] =>
  schools.length === 0 ? [] : [{ ...noticeOf(id, event, sequence, said), to: { roles: HEADS, schools: [...schools] } }];
