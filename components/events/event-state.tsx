import { Badge } from '@/components/ui/badge';
import type { CentreEvent } from '@/lib/events/event';
import { STATUS_WORDS } from '@/lib/events/words';

type Props = { event: Pick<CentreEvent, 'status' | 'isPublished'>; isUnmarked?: boolean };

/** The state of an event in a word; a draft and one that waits to be marked are states of their own for whoever keeps it. */
export function EventState({ event, isUnmarked = false }: Props) {
  if (event.status === 'CANCELLED')
    return (
      <Badge tone="danger" icon="cross">
        {STATUS_WORDS.CANCELLED}
      </Badge>
    );
  if (!event.isPublished)
    return (
      <Badge tone="neutral" icon="edit">
        черновик
      </Badge>
    );
  if (event.status === 'HELD')
    return (
      <Badge tone="success" icon="check">
        {STATUS_WORDS.HELD}
      </Badge>
    );
  return isUnmarked ? (
    <Badge tone="warning" icon="clock">
      ждёт отметки
    </Badge>
  ) : (
    <Badge tone="info" icon="event">
      {STATUS_WORDS.PLANNED}
    </Badge>
  );
}
