import { cardStateOf } from '@/components/cards/card-state-of';
import { CardState } from '@/components/ui/card-state';
import { EmptyState } from '@/components/ui/empty-state';
import { Section, Stack } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import type { Viewer } from '@/lib/access/viewer';
import type { CuratedCard } from '@/lib/diagnostics/overviews/home-store';
import { links } from '@/lib/kernel/links';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import { Greeting } from './greeting';

type Props = { cards: readonly CuratedCard[]; viewer: Pick<Viewer, 'name' | 'role'> };

/** The curator's schools by their accepted cards. */
export function CuratorHome({ cards, viewer }: Props) {
  return (
    <Stack>
      <Greeting viewer={viewer} />
      <Section title="Карты закреплённых школ" lead="Вы видите карты после того, как центр их принял.">
        {cards.length === 0 ? (
          <EmptyState title="Принятых карт пока нет" icon="card">
            Школы закрепляет администратор. Карта появится здесь, когда центр её примет.
          </EmptyState>
        ) : (
          <TaskList
            tasks={cards.map((card) => ({
              href: links.card(card.id),
              title: card.schoolName,
              note: formatSchoolYear(card.year),
              status: <CardState {...cardStateOf({ status: card.status, isStarted: true })} />,
            }))}
          />
        )}
      </Section>
    </Stack>
  );
}
