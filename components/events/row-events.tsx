import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import type { RowEvents as Events } from '@/lib/events/event-queries';
import { placeWords, timeWords } from '@/lib/events/words';
import { links } from '@/lib/kernel/links';
import { EventState } from './event-state';

/** Events of the centre that carry out a row of a plan. */
export function RowEvents({ events: { rowId, events, canChange } }: { events: Events }) {
  if (events.length === 0 && !canChange) return null;
  return (
    <Section
      title="Мероприятия"
      lead={events.length === 0 ? 'К этой строке мероприятий ещё нет.' : undefined}
      actions={
        canChange && (
          <ButtonLink href={links.newEvent({ row: rowId })} variant="secondary" icon="plus">
            Запланировать мероприятие
          </ButtonLink>
        )
      }
    >
      {events.length > 0 && (
        <TaskList
          tasks={events.map((event) => ({
            href: links.event(event.id),
            title: `${event.formName}: ${event.title}`,
            note: [timeWords(event.time), placeWords(event)].filter(Boolean).join(' · '),
            status: <EventState event={event} isUnmarked={event.isUnmarked} />,
          }))}
        />
      )}
    </Section>
  );
}
