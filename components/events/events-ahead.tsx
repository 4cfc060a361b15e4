import { ButtonLink } from '@/components/ui/button';
import { Section } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import type { EventsAhead as Page } from '@/lib/events/event-queries';
import { placeWords, standingWords, timeWords } from '@/lib/events/words';
import { links } from '@/lib/kernel/links';
import { formatNumber } from '@/lib/kernel/russian';

type Ahead = Page['events'][number];

const seatsNote = ({ seats, capacity }: Ahead): string =>
  `записано ${formatNumber(seats.taken)}${capacity === null ? '' : ` из ${formatNumber(capacity)}`}`;

/** The next events on the first page: for a school, where it stands; for the centre, how many come. */
export function EventsAhead({ page: { events, isSchool } }: { page: Page }) {
  if (events.length === 0) return null;
  return (
    <Section
      title="Ближайшие мероприятия"
      actions={
        <ButtonLink href={links.events()} variant="secondary">
          Все мероприятия
        </ButtonLink>
      }
    >
      <TaskList
        tasks={events.map((event) => ({
          href: links.event(event.id),
          title: `${event.formName}: ${event.title}`,
          note: [timeWords(event.time), placeWords(event)].filter(Boolean).join(' · '),
          status: (
            <span className="text-sm text-ink-soft">
              {isSchool ? (event.own ? `школа ${standingWords(event.own)}` : 'школа не записана') : seatsNote(event)}
            </span>
          ),
        }))}
      />
    </Section>
  );
}
