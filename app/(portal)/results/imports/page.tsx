import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { ResultImportsScreen } from '@/components/results/imports-screen';
import { links } from '@/lib/kernel/links';
import { resultImportsPage } from '@/lib/results/import-queries';
import { importsFilter } from '@/lib/results/import-view';
import { UPLOAD_REFUSAL_COOKIE } from '@/lib/schools/upload-answer';

export const metadata: Metadata = { title: 'Файлы результатов' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ResultImportsPage({ searchParams }: Props) {
  const params = await searchParams;
  const page = await resultImportsPage(importsFilter.parse(params));
  const refusal = (await cookies()).get(UPLOAD_REFUSAL_COOKIE)?.value;
  return <ResultImportsScreen page={page} address={{ path: links.resultImports(), params }} refusal={refusal} />;
}
