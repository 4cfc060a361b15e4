import type { Metadata } from 'next';
import { StepsScreen } from '@/components/cards/steps-screen';
import { cardStepsPage } from '@/lib/diagnostics/cards/history-queries';

export const metadata: Metadata = { title: 'В одном шаге' };

export default async function StepsRoute({ params }: { params: Promise<{ id: string }> }) {
  return <StepsScreen page={await cardStepsPage((await params).id)} />;
}
