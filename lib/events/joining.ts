import type { CentreEvent } from '@/lib/events/event';
import { dayOf, firstDay, isBegun, isDated } from '@/lib/events/event-time';
import {
  isTooLarge,
  mayBecome,
  nextTurn,
  type Registered,
  type Standing,
  seatsOf,
  standings,
} from '@/lib/events/waiting-list';
import { PEOPLE_FORMS, PLACE_FORMS } from '@/lib/events/words';
import { localOfMoment } from '@/lib/kernel/local-time';
import { Refusal } from '@/lib/kernel/refusal';
import { count } from '@/lib/kernel/russian';

type Joinable = Pick<CentreEvent, 'status' | 'isPublished' | 'time'>;

/** Why a school can no longer register, change its number or withdraw; undefined while it can. */
export function closedBecause(event: Joinable, now: Date, timeZone: string): string | undefined {
  if (event.status === 'CANCELLED') return 'Мероприятие отменено.';
  if (event.status === 'HELD') return 'Мероприятие уже прошло.';
  if (!event.isPublished) return 'Мероприятие ещё готовится.';
  return isBegun(event.time, now, timeZone) ? 'Мероприятие уже началось: запись закрыта.' : undefined;
}

/** Whether its day has come, so that it can be said who came and that it was held. */
export const hasCome = (event: Pick<CentreEvent, 'time'>, now: Date, timeZone: string): boolean =>
  !isDated(event.time) || firstDay(event.time) <= dayOf(localOfMoment(now, timeZone));

export type Joined = { readonly turn: number; readonly isNew: boolean; readonly standing: Standing };

/**
 * A school registers, or changes how many come: `own` is its turn in the queue, if it has one. Whoever is new goes to the
 * end; whoever changes keeps the turn, unless somebody would lose a place by it.
 */
export function joined(
  queue: readonly Registered[],
  own: number | undefined,
  participants: number,
  capacity: number | null,
): Joined {
  if (capacity !== null && isTooLarge(participants, capacity)) {
    throw new Refusal('invalid', 'Столько мест на мероприятии нет.', {
      participants: `Всего мест: ${capacity}. Укажите не больше`,
    });
  }
  if (own !== undefined && !mayBecome(queue, own, participants, capacity)) {
    const { free } = seatsOf(queue, capacity);
    throw new Refusal('conflict', 'Свободных мест для такого числа участников нет.', {
      participants: `Добавить можно не больше: ${count(free ?? 0, PLACE_FORMS)}`,
    });
  }
  const turn = own ?? nextTurn(queue);
  const others = queue.filter((one) => one.turn !== turn);
  const standing = standings([...others, { turn, participants }], capacity).get(turn) ?? { state: 'SEATED' };
  return { turn, isNew: own === undefined, standing };
}

/** How many schools that waited get places when this turn is given up. */
export function movedUp(queue: readonly Registered[], turn: number, capacity: number | null): number {
  const waited = [...standings(queue, capacity)].filter(([, { state }]) => state === 'WAITING').map(([key]) => key);
  const after = standings(
    queue.filter((one) => one.turn !== turn),
    capacity,
  );
  return waited.filter((key) => after.get(key)?.state === 'SEATED').length;
}

/** Places may not become fewer than people who already have one. */
export function assertRoomFor(queue: readonly Registered[], before: number | null, after: number | null): void {
  const { taken } = seatsOf(queue, before);
  if (after !== null && after < taken) {
    throw new Refusal('conflict', 'Мест меньше, чем уже записано.', {
      capacity: `Уже записаны ${count(taken, PEOPLE_FORMS)}: столько мест и нужно`,
    });
  }
}
