import type { Metadata } from 'next';
import { NewRowScreen } from '@/components/roadmaps/edit-row-screen';
import { roadmapRowForm } from '@/lib/roadmaps/roadmap-queries';

export const metadata: Metadata = { title: 'Новая строка плана' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewRowRoute({ params, searchParams }: Props) {
  const { after, item } = await searchParams;
  const text = (value: typeof after) => (typeof value === 'string' ? value.slice(0, 40) : '');
  return <NewRowScreen form={await roadmapRowForm((await params).id)} after={text(after)} item={text(item)} />;
}
