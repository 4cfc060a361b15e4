import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Surface } from '@/components/ui/surface';
import type { OpenEvents } from '@/lib/events/event-queries';
import { placeWords, timeWords } from '@/lib/events/words';

/** Events that the centres show to anybody: what, when and where. */
export function OpenEventsScreen({ events }: { events: OpenEvents }) {
  const places = [...new Map(events.map((event) => [event.municipalityName, event.centreName]))];
  return (
    <div className="mx-auto max-w-6xl space-y-8 px-4 py-10 sm:px-6">
      <div className="space-y-2">
        <h1 className="text-2xl">Открытые мероприятия</h1>
        <p className="max-w-measure text-ink-soft">
          Что муниципальные образовательные центры проводят в ближайшее время.
        </p>
      </div>
      {events.length === 0 && (
        <EmptyState title="Открытых мероприятий пока нет" icon="event">
          Загляните позже: центры показывают здесь то, что открыто для всех.
        </EmptyState>
      )}
      {places.map(([municipality, centre]) => (
        <section key={municipality} aria-label={centre} className="space-y-3">
          <h2 className="text-xl">{centre}</h2>
          <Surface>
            <ul className="divide-y divide-line">
              {events
                .filter((event) => event.municipalityName === municipality)
                .map((event) => (
                  <li key={event.id} className="space-y-1 py-3">
                    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
                      {event.formName}: {event.title}
                      {event.status === 'CANCELLED' && (
                        <Badge tone="danger" icon="cross">
                          отменено
                        </Badge>
                      )}
                    </p>
                    <p className="text-ink-soft">
                      {[timeWords(event.time), placeWords(event)].filter(Boolean).join(' · ')}
                    </p>
                  </li>
                ))}
            </ul>
          </Surface>
        </section>
      ))}
    </div>
  );
}
