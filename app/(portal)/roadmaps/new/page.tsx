import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { NewRoadmapScreen } from '@/components/roadmaps/new-roadmap-screen';
import { newRoadmapForm } from '@/lib/roadmaps/roadmap-queries';
import { UPLOAD_REFUSAL_COOKIE } from '@/lib/schools/upload-answer';

export const metadata: Metadata = { title: 'Новая дорожная карта' };

type Props = { searchParams: Promise<{ school?: string | string[] }> };

export default async function NewRoadmapRoute({ searchParams }: Props) {
  const form = await newRoadmapForm();
  const { school } = await searchParams;
  const refusal = (await cookies()).get(UPLOAD_REFUSAL_COOKIE)?.value;
  return <NewRoadmapScreen form={form} school={typeof school === 'string' ? school : ''} refusal={refusal} />;
}
