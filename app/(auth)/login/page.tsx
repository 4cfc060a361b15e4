import type { Metadata } from 'next';
import { SignInScreen } from '@/components/access/sign-in-screen';
import { signInPage, signInSearch } from '@/lib/access/sign-in-page';

export const metadata: Metadata = { title: 'Вход' };

export default async function LoginPage({ searchParams }: { searchParams: Promise<unknown> }) {
  return <SignInScreen page={await signInPage(signInSearch.parse(await searchParams))} />;
}
