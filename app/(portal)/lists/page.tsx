import type { Metadata } from 'next';
import { ListsScreen } from '@/components/lists/lists-screen';
import { listsPage } from '@/lib/diagnostics/lists/list-queries';

export const metadata: Metadata = { title: 'Утверждённые списки' };

export default async function Page() {
  return <ListsScreen {...(await listsPage())} />;
}
