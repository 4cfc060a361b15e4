import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { z } from 'zod';
import { MethodListScreen } from '@/components/methodology/method-list-screen';
import { methodListPage } from '@/lib/methodology/version-queries';
import { UPLOAD_REFUSAL_COOKIE } from '@/lib/schools/upload-answer';

export const metadata: Metadata = { title: 'Методика' };

const state = z.enum(['DRAFT', 'PUBLISHED', 'ARCHIVED']);

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const page = await methodListPage(state.safeParse((await searchParams).status).data);
  const refusal = (await cookies()).get(UPLOAD_REFUSAL_COOKIE)?.value;
  return <MethodListScreen page={page} {...(refusal ? { refusal } : {})} />;
}
