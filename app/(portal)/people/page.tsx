import type { Metadata } from 'next';
import { PeopleScreen } from '@/components/access/people-screen';
import { peoplePage } from '@/lib/access/people-queries';
import { peopleFilter } from '@/lib/access/person';

export const metadata: Metadata = { title: 'Пользователи' };

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const params = await searchParams;
  return <PeopleScreen page={await peoplePage(peopleFilter.parse(params))} params={params} />;
}
