import type { Metadata } from 'next';
import { WordsScreen } from '@/components/development/words-screen';
import { developmentWords } from '@/lib/development/deficit-queries';

export const metadata: Metadata = { title: 'Справочники развития' };

export default async function DevelopmentWordsRoute() {
  return <WordsScreen {...(await developmentWords())} />;
}
