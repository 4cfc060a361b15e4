import type { Metadata } from 'next';
import { InvitePersonScreen } from '@/components/access/invite-person-screen';
import { invitationForm } from '@/lib/access/people-queries';

export const metadata: Metadata = { title: 'Пригласить' };

export default async function InvitePersonPage() {
  return <InvitePersonScreen form={await invitationForm()} />;
}
