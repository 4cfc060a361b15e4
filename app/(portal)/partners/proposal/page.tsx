import type { Metadata } from 'next';
import { ProposalScreen } from '@/components/partnerships/proposal-screen';
import { proposalPage } from '@/lib/partnerships/proposal-queries';

export const metadata: Metadata = { title: 'Предложение портала' };

export default async function ProposalRoute() {
  return <ProposalScreen page={await proposalPage()} />;
}
