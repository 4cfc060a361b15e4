import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { TaskList } from '@/components/ui/task-list';
import { admit } from '@/lib/access/admit';
import { navigation } from '@/lib/access/navigation';
import { ROLE_WORDS } from '@/lib/access/words';
import { links } from '@/lib/kernel/links';

export const metadata: Metadata = { title: 'Главная' };

export default async function HomePage() {
  const viewer = await admit('account.own');
  return (
    <>
      <PageHeader title={`Здравствуйте, ${viewer.name}`} lead={ROLE_WORDS[viewer.role]} />
      <TaskList tasks={navigation(viewer).filter((section) => section.href !== links.home())} />
    </>
  );
}
