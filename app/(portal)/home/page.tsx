import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { CuratorHome } from '@/components/home/curator-home';
import { Greeting } from '@/components/home/greeting';
import { SchoolHome } from '@/components/home/school-home';
import { StaffHome } from '@/components/home/staff-home';
import { Stack } from '@/components/ui/surface';
import { TaskList } from '@/components/ui/task-list';
import { admit } from '@/lib/access/admit';
import { navigation } from '@/lib/access/navigation';
import { isSchoolRole } from '@/lib/access/role';
import { cardPage, myCards } from '@/lib/diagnostics/cards/card-queries';
import { curatorHome, staffHome } from '@/lib/diagnostics/overviews/home-queries';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Главная' };

export default async function HomePage() {
  const viewer = await admit('account.own');
  if (viewer.role === 'REGION') redirect(links.region() as Route);
  if (isSchoolRole(viewer.role)) {
    const { cards } = await myCards();
    return <SchoolHome cards={cards} page={cards[0] && (await cardPage(cards[0].id))} viewer={viewer} />;
  }
  if (viewer.role === 'CENTRE' || viewer.role === 'OFFICIAL')
    return <StaffHome home={await staffHome()} viewer={viewer} />;
  if (viewer.role === 'CURATOR') return <CuratorHome cards={await curatorHome()} viewer={viewer} />;
  return (
    <Stack>
      <Greeting viewer={viewer} />
      <TaskList tasks={navigation(viewer).filter((section) => section.href !== links.home())} />
    </Stack>
  );
}
