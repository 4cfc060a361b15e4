import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack, Surface } from '@/components/ui/surface';
import type { CardHistory } from '@/lib/diagnostics/cards/history-queries';
import { CARD_STATUS_WORDS } from '@/lib/diagnostics/words';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { AnswerEntries } from './answer-entries';

/** What happened to a card: its moves, then each answer with author and time. */
export function HistoryScreen({ history, timeZone }: { history: CardHistory; timeZone: string }) {
  const { head, events, items } = history;
  return (
    <Stack>
      <PageHeader
        crumbs={[{ href: links.card(head.id), title: 'Карта' }]}
        overline={`Диагностическая карта · ${formatSchoolYear(head.year)}`}
        title={`История карты: ${head.schoolName}`}
      />
      <Section title="Движение карты">
        <Surface>
          {events.length === 0 && <p className="text-ink-soft">Карту ещё не отправляли.</p>}
          <ol className="space-y-3">
            {events.map((event) => (
              <li key={`${event.revision}-${event.to}`}>
                <p>
                  <b className="font-semibold">
                    {CARD_STATUS_WORDS[event.from]} → {CARD_STATUS_WORDS[event.to]}
                  </b>
                  <span className="text-ink-soft">
                    {' · '}редакция {event.revision} · {event.actor}, {formatMoment(event.at, timeZone)}
                  </span>
                </p>
                {event.reason && <p className="max-w-measure whitespace-pre-wrap">{event.reason}</p>}
              </li>
            ))}
          </ol>
        </Surface>
      </Section>
      {items.length > 0 && (
        <Section title="Ответы">
          <Surface>
            <div className="divide-y divide-line">
              {items.map((item) => (
                <details key={item.code} className="py-1" data-print="open">
                  <summary className="flex min-h-11 items-start gap-2 rounded-sm py-2 hover:text-accent-strong">
                    <span className="details-mark mt-1 text-accent">
                      <Icon name="right" size={16} />
                    </span>
                    <span className="min-w-0">
                      <b className="font-semibold text-accent">{item.code}</b> {item.wording}
                    </span>
                  </summary>
                  <div className="pb-3 pl-6">
                    <AnswerEntries entries={item.entries} timeZone={timeZone} />
                  </div>
                </details>
              ))}
            </div>
          </Surface>
        </Section>
      )}
    </Stack>
  );
}
