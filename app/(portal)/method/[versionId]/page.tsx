import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MethodScreen } from '@/components/methodology/method-screen';
import { id } from '@/lib/kernel/ids';
import { methodPage } from '@/lib/methodology/version-queries';

export const metadata: Metadata = { title: 'Версия методики' };

export default async function Page({ params }: { params: Promise<{ versionId: string }> }) {
  const versionId = id.safeParse((await params).versionId).data ?? notFound();
  return <MethodScreen {...(await methodPage(versionId))} />;
}
