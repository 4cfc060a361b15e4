import type { Metadata } from 'next';
import { OpenSupportScreen } from '@/components/support/open-support-screen';
import { openSupportPage } from '@/lib/support/cases/case-queries';

export const metadata: Metadata = { title: 'Открыть сопровождение' };

export default async function OpenSupportRoute() {
  return <OpenSupportScreen page={await openSupportPage()} />;
}
