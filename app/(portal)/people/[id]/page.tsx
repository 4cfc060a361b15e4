import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PersonScreen } from '@/components/access/person-screen';
import { personPage } from '@/lib/access/people-queries';
import { id } from '@/lib/kernel/ids';

export const metadata: Metadata = { title: 'Пользователь' };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const membershipId = id.safeParse((await params).id);
  if (!membershipId.success) notFound();
  return <PersonScreen page={await personPage(membershipId.data)} />;
}
