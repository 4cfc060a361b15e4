import type { EventStatus } from '@/lib/events/event';

/** Which state an event may take next: what was said of it too early can be taken back. */
const NEXT: Readonly<Record<EventStatus, readonly EventStatus[]>> = {
  PLANNED: ['HELD', 'CANCELLED'],
  HELD: ['PLANNED'],
  CANCELLED: ['PLANNED'],
};

export const mayMove = (from: EventStatus, to: EventStatus): boolean => NEXT[from].includes(to);
