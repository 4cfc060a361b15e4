import type { Metadata } from 'next';
import { AccountScreen } from '@/components/access/account-screen';
import { accountPage } from '@/lib/access/account-queries';

export const metadata: Metadata = { title: 'Мой профиль' };

export default async function AccountPage() {
  return <AccountScreen page={await accountPage()} />;
}
