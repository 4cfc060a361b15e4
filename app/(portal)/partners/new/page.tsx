import type { Metadata } from 'next';
import { NewPartnershipScreen } from '@/components/partnerships/new-partnership-screen';
import { newPartnershipForm } from '@/lib/partnerships/partnership-queries';

export const metadata: Metadata = { title: 'Предложить партнёрство' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewPartnershipRoute({ searchParams }: Props) {
  const { school } = await searchParams;
  return <NewPartnershipScreen page={await newPartnershipForm(typeof school === 'string' ? school : undefined)} />;
}
