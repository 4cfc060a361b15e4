import type { CentreEvent } from '@/lib/events/event';

/** Which event, and as of which sequence: what every change of one names. */
export function SeenEvent({ event }: { event: Pick<CentreEvent, 'id' | 'sequence'> }) {
  return (
    <>
      <input type="hidden" name="eventId" value={event.id} />
      <input type="hidden" name="sequence" value={event.sequence} />
    </>
  );
}
