import type { Metadata } from 'next';
import { MethodListScreen } from '@/components/methodology/method-list-screen';
import { methodListPage } from '@/lib/methodology/version-queries';

export const metadata: Metadata = { title: 'Методика' };

export default async function Page() {
  return <MethodListScreen versions={await methodListPage()} />;
}
