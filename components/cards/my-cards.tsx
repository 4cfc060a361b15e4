import { CardState } from '@/components/ui/card-state';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Stack } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import type { MyCards as MyCardsPage } from '@/lib/diagnostics/cards/card-queries';
import { links } from '@/lib/kernel/links';
import { formatMoment } from '@/lib/kernel/moment';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { cardStateOf } from './card-state-of';

type Card = MyCardsPage['cards'][number];

/** How far the card is, or what it came to. */
function note(card: Card, timeZone: string): string {
  if (card.status === 'DRAFT' || card.status === 'RETURNED') {
    return `Отвечено ${card.answered} из ${card.applicable}, срок – ${formatMoment(card.dueAt, timeZone)}`;
  }
  if (card.sum === null || card.max === null) return 'Расчёт появится после отправки';
  return `Сумма ${card.sum} из ${card.max}${card.verdictWords ? `, ${card.verdictWords}` : ''}`;
}

/** Every card of one's own school, newest year first. */
export function MyCards({ cards, timeZone }: { cards: readonly Card[]; timeZone: string }) {
  return (
    <Stack>
      <PageHeader
        title="Карты моей школы"
        lead="Каждый год – одна диагностическая карта. Прошлые карты открыты для чтения."
      />
      {cards.length === 0 ? (
        <EmptyState title="Кампаний ещё не было" icon="card">
          Когда муниципальный центр откроет кампанию, здесь появится карта для заполнения.
        </EmptyState>
      ) : (
        <TaskList
          tasks={cards.map((card) => ({
            href: links.card(card.id),
            title: `${formatSchoolYear(card.year)}${card.campaignTitle ? ` · ${card.campaignTitle}` : ''}`,
            note: note(card, timeZone),
            status: <CardState {...cardStateOf({ status: card.status, isStarted: card.answered > 0 })} />,
          }))}
        />
      )}
    </Stack>
  );
}
