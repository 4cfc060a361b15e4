import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { EventsAhead } from '@/components/events/events-ahead';
import { CuratorHome } from '@/components/home/curator-home';
import { Greeting } from '@/components/home/greeting';
import { SchoolHome } from '@/components/home/school-home';
import { StaffHome } from '@/components/home/staff-home';
import { RecommendationsDue } from '@/components/recommendations/recommendations-due';
import { Stack } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import { admit } from '@/lib/access/admit';
import { navigation } from '@/lib/access/navigation';
import { isSchoolRole } from '@/lib/access/role';
import { cardPage, myCards } from '@/lib/diagnostics/cards/card-queries';
import { currentCard } from '@/lib/diagnostics/cards/current-card';
import { curatorHome, staffHome } from '@/lib/diagnostics/overviews/home-queries';
import { eventsAhead } from '@/lib/events/event-queries';
import { links } from '@/lib/kernel/links';
import { recommendationsDue } from '@/lib/recommendations/recommendation-queries';
import { expectedNow } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'Главная' };

export default async function HomePage() {
  const viewer = await admit('account.own');
  if (viewer.role === 'REGION') redirect(links.region() as Route);
  if (isSchoolRole(viewer.role)) {
    const { cards } = await myCards();
    const current = currentCard(cards);
    const page = current && (await cardPage(current.id));
    return (
      <SchoolHome cards={cards} page={page} expected={await expectedNow()} viewer={viewer}>
        <RecommendationsDue due={await recommendationsDue()} isSchool />
        <EventsAhead page={await eventsAhead()} />
      </SchoolHome>
    );
  }
  if (viewer.role === 'CENTRE' || viewer.role === 'OFFICIAL')
    return (
      <StaffHome home={await staffHome()} expected={await expectedNow()} viewer={viewer}>
        <RecommendationsDue due={await recommendationsDue()} isSchool={false} />
        <EventsAhead page={await eventsAhead()} />
      </StaffHome>
    );
  if (viewer.role === 'CURATOR')
    return (
      <Stack>
        <CuratorHome cards={await curatorHome()} viewer={viewer} />
        <EventsAhead page={await eventsAhead()} />
      </Stack>
    );
  return (
    <Stack>
      <Greeting viewer={viewer} />
      <TaskList tasks={navigation(viewer).filter((section) => section.href !== links.home())} />
    </Stack>
  );
}
