import type { Metadata } from 'next';
import { InvitationScreen } from '@/components/access/invitation-screen';
import { invitationPage } from '@/lib/access/invitation-page';

export const metadata: Metadata = { title: 'Приглашение', robots: { index: false } };

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  return <InvitationScreen page={await invitationPage((await params).token)} />;
}
