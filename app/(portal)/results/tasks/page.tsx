import type { Metadata } from 'next';
import { TasksScreen } from '@/components/objectivity/tasks-screen';
import { taskSearch, tasksPage } from '@/lib/objectivity/task-queries';

export const metadata: Metadata = { title: 'Выполнение заданий' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const search = taskSearch.parse(await searchParams);
  return <TasksScreen page={await tasksPage(search)} search={search} />;
}
